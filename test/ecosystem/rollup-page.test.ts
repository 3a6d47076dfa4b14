import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { startTestServer, type TestServer } from '../support/server.ts';
import { openBrowser, openPage, picture, type WatchedPage } from '../web/browser.ts';
import { listen, type RunningGateway } from './support/gateways.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

let server: TestServer;
let folder: string;
let pages: RunningGateway;
let browser: Browser;
let visit: WatchedPage;
let page: Page;
/** Statuses of the answers that the page got of the API. */
let statuses: number[];

/** Gives the built page, and passes on what it asks of the API. */
async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '/';
  if (path.startsWith('/graphql')) {
    const headers = Object.entries(request.headers).filter(([name]) => !['host', 'connection'].includes(name)) as [
      string,
      string,
    ][];
    const answer = await fetch(new URL(path, server.url), { headers });
    statuses.push(answer.status);
    const kept = ['content-type', 'etag', 'cache-control', 'vary'].flatMap((name) => [
      [name, answer.headers.get(name) ?? ''] as const,
    ]);
    response.writeHead(answer.status, Object.fromEntries(kept.filter(([, value]) => value !== '')));
    response.end(await answer.text());
    return;
  }
  const file = path === '/' ? '/index.html' : path;
  response.setHeader('content-type', TYPES[extname(file)] ?? 'application/octet-stream');
  response.end(await readFile(join(folder, file)));
}

beforeAll(async () => {
  await mkdir(join(ROOT, 'artifacts'), { recursive: true });
  folder = await mkdtemp(join(ROOT, 'artifacts', 'rollup-page-'));
  const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
  const config = join(ROOT, 'examples/rollup-page/vite.config.ts');
  await promisify(execFile)(process.execPath, [
    vite,
    'build',
    '--config',
    config,
    '--outDir',
    folder,
    '--emptyOutDir',
    '--logLevel',
    'error',
  ]);
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
  await server.orm.em.getConnection().execute(
    `with cell as (
       insert into organization (code, name, search_name, synthetic) values ('X20644-C01', 'Chi bộ thôn Một', 'chi bo thon mot', true) returning id
     )
     insert into placement (organization_id, parent_id, kind, valid)
     select cell.id, (select id from organization where code = 'X20644'), 'CELL', '[2000-01-01,2025-07-01)' from cell`,
  );
  statuses = [];
  pages = await listen((request, response) => void serve(request, response));
}, 120_000);

afterAll(async () => {
  await browser.close();
  await pages.stop();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  visit = await openPage(browser);
  page = visit.page;
});

afterEach(async () => {
  await page.context().close();
  expect(visit.problems).toEqual([]);
});

async function open(hash = ''): Promise<void> {
  await page.goto(`${pages.url}/${hash}`);
  await settled();
}

async function settled(): Promise<void> {
  await page.locator('#answer:not([aria-busy]) > *').first().waitFor();
}

/** The cells of a table's row by the name at its head. */
async function row(name: string): Promise<string[]> {
  const found = page.locator('tbody tr', { has: page.getByRole('link', { name, exact: true }) });
  return found.locator('th, td').allInnerTexts();
}

async function goDown(name: string): Promise<void> {
  await page.getByRole('table').getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { level: 2, name, exact: true }).waitFor();
  await settled();
}

test('goes from the nation down to a cell, and says at each level what is known', async () => {
  await open();
  expect(await page.getByRole('heading', { level: 2 }).innerText()).toBe('Đảng Cộng sản Việt Nam');
  expect(await page.locator('tbody tr').count()).toBe(63);
  await goDown('Đảng bộ tỉnh Quảng Nam');
  expect(await row('Đảng bộ huyện Quế Sơn')).toEqual(['Đảng bộ huyện Quế Sơn', '3.716', expect.any(String)]);
  await goDown('Đảng bộ huyện Quế Sơn');
  expect(await row('Đảng bộ xã Quế Xuân 1')).toEqual(['Đảng bộ xã Quế Xuân 1', '222', expect.any(String)]);
  expect((await row('Đảng bộ xã Quế Phú'))[1]).toBe('chưa có số liệu');
  expect(await page.locator('.chart .bar').count()).toBe(1);
  await picture(page, 'rollup-page');
  await goDown('Đảng bộ xã Quế Xuân 1');
  await goDown('Chi bộ thôn Một');
  expect(await page.locator('#answer').innerText()).toContain('Không có tổ chức trực thuộc.');
  expect(await page.locator('#way > *').allInnerTexts()).toEqual([
    'Đảng Cộng sản Việt Nam',
    'Đảng bộ tỉnh Quảng Nam',
    'Đảng bộ huyện Quế Sơn',
    'Đảng bộ xã Quế Xuân 1',
    'Chi bộ thôn Một',
  ]);
});

test('goes back, and asks for another indicator and period', async () => {
  await open('#code=H509&indicator=PARTY_MEMBERS&period=2023-09-30');
  await goDown('Đảng bộ xã Quế Xuân 1');
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'Đảng bộ huyện Quế Sơn' }).waitFor();
  await page.getByLabel('Chỉ tiêu').selectOption('MEMBERS_ADMITTED');
  await page.getByLabel('Kỳ').fill('2023-01-01/2023-09-30');
  await page.getByRole('button', { name: 'Xem' }).click();
  await page.getByText('kỳ 2023-01-01/2023-09-30').waitFor();
  expect(await page.locator('.figure').innerText()).toMatch(/^84 /);
});

test('the tree is that of the period: communes since the reform', async () => {
  await open('#code=2025-T48&indicator=PARTY_MEMBERS&period=2025');
  expect((await row('Đảng bộ xã Xuân Phú'))[0]).toBe('Đảng bộ xã Xuân Phú');
});

test('says what is wrong with a period, and which unit there is not', async () => {
  await open('#code=VN&indicator=PARTY_MEMBERS&period=yesterday');
  expect(await page.getByRole('alert').innerText()).toContain('Kỳ viết chưa đúng');
  visit.problems.length = 0;
  await open('#code=NONE&indicator=PARTY_MEMBERS&period=2023');
  await page.getByText('Không có tổ chức mã NONE.').waitFor();
});

test('an answer that the browser has costs a 304', async () => {
  await open('#code=H509&indicator=PARTY_MEMBERS&period=2023');
  statuses.length = 0;
  await page.reload();
  await settled();
  expect(statuses).toEqual([304, 304, 304]);
  expect(await row('Đảng bộ xã Quế Xuân 1')).toContain('222');
});
