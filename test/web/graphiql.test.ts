import { readFile, readdir, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startTestServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { Analyst } from './analyst.ts';
import { buildPages, openBrowser, openPage, picture } from './browser.ts';
import type { WatchedPage } from './browser.ts';

let server: TestServer;
let browser: Browser;
let pages: string;

beforeAll(async () => {
  await buildPages();
  [server, browser] = await Promise.all([startTestServer(), openBrowser()]);
  pages = new URL('/graphiql/', server.url).href;
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
});

/** One visit with a profile of its own; whatever went wrong on the page fails the test. */
async function visit(run: (analyst: Analyst, watched: WatchedPage) => Promise<void>, options = {}): Promise<void> {
  const watched = await openPage(browser, options);
  await run(new Analyst(watched.page), watched);
  await watched.page.context().close();
  expect(watched.problems).toEqual([]);
}

describe('the page of the analysts', () => {
  test('answers its first question, in cards and a table', () =>
    visit(async (analyst) => {
      await analyst.open(pages);
      await analyst.run();
      expect(await analyst.rows('3.716')).toEqual([
        ['Chỉ số', 'Kỳ', 'Giá trị', 'Phải báo cáo', 'Đã báo cáo', 'Nguồn', 'Chỉ tiêu'],
        expect.arrayContaining(['Kết nạp đảng viên', '2023-01-01/2023-09-30', '84']),
        expect.arrayContaining(['Tỷ lệ hoàn thành chỉ tiêu kết nạp đảng viên', '98,8 %']),
        expect.arrayContaining(['Đảng viên bị thi hành kỷ luật', '18']),
        expect.arrayContaining(['Kết nạp đảng viên', '2023', '–', '85']),
        expect.arrayContaining(['Đảng viên', '2023-09-30', '3.716']),
        expect.arrayContaining(['Tổ chức cơ sở đảng', '53']),
      ]);
      expect(await analyst.page.locator('.card-value').allInnerTexts()).toEqual([
        '84',
        '98,8 %',
        '18',
        '–',
        '3.716',
        '53',
      ]);
      await picture(analyst.page, 'first-question');
    }));

  test('completes a question while it is typed, and runs it', () =>
    visit(async (analyst) => {
      const { page } = analyst;
      await analyst.open(pages);
      await page.getByRole('button', { name: 'New tab' }).click();
      await page.locator('.graphiql-query-editor .monaco-editor').click();
      await page.keyboard.type('{ organization(code: "X20800") { na', { delay: 15 });
      const offer = page.locator('.suggest-widget .monaco-list-row', { hasText: 'name' }).first();
      await offer.waitFor();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+Enter');
      expect(await analyst.rows('Bình Nguyên')).toEqual([['Tổ chức đảng'], ['Đảng bộ xã Bình Nguyên']]);
    }));

  test('draws units as bars, goes a level down by a click, and says what a figure rests on', () =>
    visit(async (analyst) => {
      const { page } = analyst;
      await analyst.open(pages);
      await analyst.ask('Một đơn vị và các đơn vị trực thuộc');
      await analyst.rows('Quế Sơn');
      await page.locator('.chart svg').waitFor();
      await picture(page, 'units');
      await analyst.table.getByRole('button', { name: 'Đảng bộ huyện Quế Sơn' }).click();
      await analyst.rows('Quế Xuân 1');
      expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('OneLevelDown');
      await analyst.table.getByRole('button', { name: /^3\.716/ }).click();
      await page.getByRole('tab', { name: 'WhatItRestsOn' }).waitFor();
      await page.getByRole('region', { name: 'Số liệu hợp thành' }).waitFor();
      await picture(page, 'what-it-rests-on');
    }));

  test('shares a question by its link, and opens it from one', () =>
    visit(async (analyst) => {
      const { page } = analyst;
      await analyst.open(pages);
      await analyst.ask('Khối các cơ quan tỉnh Bình Định: kỷ luật theo hình thức');
      await analyst.rows('Khiển trách');
      await page.getByRole('button', { name: 'Chia sẻ' }).click();
      await page.getByRole('button', { name: 'Đã chép đường dẫn' }).waitFor();
      const link = await page.evaluate<string>('navigator.clipboard.readText()');
      expect(link.startsWith(`${pages}#question=`)).toBe(true);
      const other = await openPage(browser);
      const colleague = new Analyst(other.page);
      await colleague.open(link);
      expect(await colleague.rows('Khiển trách')).toEqual(await analyst.rows('Khiển trách'));
      await picture(other.page, 'breakdown');
      await other.page.context().close();
      expect(other.problems).toEqual([]);
    }));
});

describe('a table as a spreadsheet', () => {
  const QUESTION = 'Xã nào của một tỉnh chưa đạt chỉ tiêu kết nạp';

  test('holds as CSV what is seen, figure for figure what the server answered', () =>
    visit(async (analyst) => {
      await analyst.open(pages);
      await analyst.ask('Một đơn vị và các đơn vị trực thuộc');
      const seen = await analyst.rows('Quế Sơn');
      const { name, bytes } = await analyst.download('CSV');
      expect(name).toMatch(/^Tổ-chức-đảng-\d{4}-\d{2}-\d{2}\.csv$/);
      const lines = bytes
        .toString('utf8')
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split('\r\n')
        .map((line) => line.split(','));
      expect(lines.map((line) => line[0])).toEqual(seen.map((row) => row[0]));
      const { organization } = await server.data<{
        organization: { children: { nodes: { name: string; indicator: { value: number | null } }[] } };
      }>(
        '{ organization(code: "T49") { children(on: "2023-09-30", first: 200) { nodes { name indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value } } } } }',
      );
      expect(lines.slice(2).map((line) => [line[0], line[2]])).toEqual(
        organization.children.nodes.map(({ name: unit, indicator }) => [
          unit,
          indicator.value === null ? '' : String(indicator.value),
        ]),
      );
    }));

  test('is reached from the first page without a line of GraphQL, and holds no formula as Excel', () =>
    visit(async (analyst) => {
      await analyst.open(pages);
      await analyst.ask(QUESTION, { Kỳ: '2023' });
      await analyst.rows('Quế Xuân 1');
      await analyst.page.getByLabel('Lọc…').fill('que xuan');
      const { name, bytes } = await analyst.download('Excel');
      expect(name).toMatch(/\.xlsx$/);
      expect(bytes.subarray(0, 2).toString()).toBe('PK');
      await analyst.page.getByLabel('Chỉ đơn vị dưới chỉ tiêu').check();
      await picture(analyst.page, 'below-target');
    }));
});

describe('language, light and hands', () => {
  test('speaks the browser’s language, changes by the switch, and keeps the choice', () =>
    visit(
      async (analyst) => {
        const { page } = analyst;
        await analyst.open(pages);
        await page.getByRole('heading', { name: 'Questions' }).waitFor();
        await page.getByRole('button', { name: 'Tiếng Việt' }).click();
        await page.getByRole('heading', { name: 'Câu hỏi mẫu' }).waitFor();
        expect(await page.locator('html').getAttribute('lang')).toBe('vi');
        await page.reload();
        await page.getByRole('heading', { name: 'Câu hỏi mẫu' }).waitFor();
      },
      { locale: 'en-GB' },
    ));

  test.each(['light', 'dark'] as const)(
    'has no serious problem for those who do not see or point, in the %s',
    (colorScheme) =>
      visit(
        async (analyst) => {
          const { page } = analyst;
          await analyst.open(pages);
          await analyst.ask('Một đơn vị và các đơn vị trực thuộc');
          await analyst.rows('Quế Sơn');
          await page.locator('.chart svg').waitFor();
          await picture(page, colorScheme);
          await page.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
          const found = await page.evaluate<{
            violations: { id: string; impact: string; nodes: { html: string }[] }[];
          }>('axe.run({ exclude: [[".monaco-editor"]] }, { resultTypes: ["violations"] })');
          const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
          expect(
            serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`),
          ).toEqual([]);
        },
        { colorScheme },
      ),
  );

  test('is worked by the keyboard alone: order by a heading, ask on by a name', () =>
    visit(async (analyst) => {
      const { page } = analyst;
      await analyst.open(pages);
      await analyst.ask('Một đơn vị và các đơn vị trực thuộc');
      await analyst.rows('Quế Sơn');
      await analyst.table.getByRole('button', { name: 'Tổ chức đảng' }).focus();
      await page.keyboard.press('Enter');
      expect(await analyst.table.locator('thead th[aria-sort]').getAttribute('aria-sort')).toBe('ascending');
      const name = analyst.table.getByRole('button', { name: 'Đảng bộ huyện Quế Sơn' });
      await name.focus();
      await page.keyboard.press('Enter');
      await analyst.rows('Quế Xuân 1');
    }));
});

test('all that a browser downloads is less than 2.5 MB', async () => {
  const folder = fileURLToPath(new URL('../../dist/web', import.meta.url));
  const files = (await readdir(folder, { recursive: true })).filter(
    (file) => !file.endsWith('.gz') && file.includes('.'),
  );
  const sent = files.filter((file) => !files.includes(`${file}.br`));
  const sizes = await Promise.all(sent.map(async (file) => (await stat(`${folder}/${file}`)).size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_500_000);
});
