import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { generateRegister } from '../../src/import/register/generate-register.ts';
import { createTestDatabase } from '../support/database.ts';
import type { TestDatabase } from '../support/database.ts';
import { startTestServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';
import { seriousProblemsLightAndDark } from './accessibility.ts';
import { Analyst } from './analyst.ts';
import { buildPages, openBrowser, openPage, picture } from './browser.ts';
import type { WatchedPage } from './browser.ts';

/**
 * Somebody who sees the platform for the first time, with the data that npm start makes: from the first page to the
 * communes of Quảng Nam below their target in 2023 as a spreadsheet, by pointing alone.
 */
let database: TestDatabase;
let server: TestServer;
let browser: Browser;
let visit: WatchedPage;
let analyst: Analyst;
let clicks = 0;

beforeAll(async () => {
  const register = createTestDatabase().then(async (made) => {
    await generateRegister({ url: made.url, scale: 'demo' });
    return made;
  });
  [database, browser] = await Promise.all([register, openBrowser(), buildPages()]);
  server = await startTestServer({ url: database.url, demoSignIn: (asked) => signedToken({ ...asked }) });
  visit = await openPage(browser);
  analyst = new Analyst(visit.page);
}, 240_000);

afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

afterEach(() => {
  expect(visit.problems.splice(0)).toEqual([]);
  expect(server.unexpected).toEqual([]);
});

/** Presses a link or a button by its name. */
async function press(role: 'link' | 'button' | 'checkbox', name: string | RegExp): Promise<void> {
  clicks += 1;
  await visit.page.getByRole(role, { name }).first().click();
}

const below = (): Promise<string[][]> => analyst.rows('Đảng bộ phường Tân Thạnh');

describe('a newcomer', () => {
  test('sees that small counts are withheld from visitors, and by whom they are seen', async () => {
    const { page } = visit;
    await page.goto(new URL('/', server.url).href);
    expect(await seriousProblemsLightAndDark(page)).toEqual([]);
    await picture(page, 'newcomer-1-overview');
    await press('link', 'Quảng Nam: xã nào chưa đạt chỉ tiêu kết nạp năm 2023');
    const rows = await analyst.rows('Đảng bộ phường Tân Thạnh');
    expect(rows.filter((row) => row.includes('•••')).length).toBeGreaterThan(20);
    expect(rows.find((row) => row[0] === 'Đảng bộ phường Tân Thạnh')).toContain('•••');
    await press('checkbox', 'Chỉ đơn vị dưới chỉ tiêu');
    await page.getByText('Không dòng nào hợp với bộ lọc.').waitFor();
    await page.getByText(/^\d+ số liệu không hiển thị/).waitFor();
    await picture(page, 'newcomer-2-withheld');
  }, 60_000);

  test('signs in as an officer of the province that the question is about, and has what was asked, as filtered before', async () => {
    const { page } = visit;
    await press('button', 'Đăng nhập để xem');
    expect(await page.getByRole('radio', { name: /Cán bộ đơn vị/ }).isChecked()).toBe(true);
    expect(await page.locator('dialog input[list]').inputValue()).toBe('T49');
    expect(await seriousProblemsLightAndDark(page)).toEqual([]);
    await picture(page, 'newcomer-3-sign-in');
    clicks += 1;
    await page.locator('dialog').getByRole('button', { name: 'Đăng nhập' }).click();
    const rows = await below();
    expect(rows.slice(1).map((row) => row[0])).toEqual([
      'Đảng bộ phường Tân Thạnh',
      'Đảng bộ xã A Nông',
      'Đảng bộ xã Phước Lộc',
      'Đảng bộ xã Bình Nguyên',
      'Đảng bộ xã Trà Nam',
    ]);
    await page.getByRole('button', { name: 'Cán bộ đơn vị · T49' }).waitFor();
    await picture(page, 'newcomer-4-below-target');
  }, 60_000);

  test('takes exactly these along, within six presses', async () => {
    const { bytes } = await analyst.download('CSV');
    const lines = bytes.toString('utf8').slice(1).trimEnd().split('\r\n');
    expect(lines.slice(1).map((line) => line.split(',').slice(0, 2))).toEqual([
      ['Đảng bộ phường Tân Thạnh', 'X20335'],
      ['Đảng bộ xã A Nông', 'X20452'],
      ['Đảng bộ xã Phước Lộc', 'X20749'],
      ['Đảng bộ xã Bình Nguyên', 'X20800'],
      ['Đảng bộ xã Trà Nam', 'X20953'],
    ]);
    const { name } = await analyst.download('Excel');
    expect(name).toMatch(/\.xlsx$/);
    expect(clicks + 1).toBeLessThanOrEqual(6);
  }, 60_000);

  test('signs out by being a visitor again', async () => {
    await press('button', 'Cán bộ đơn vị · T49');
    await visit.page.getByRole('radio', { name: /Khách/ }).check();
    await visit.page.locator('dialog').getByRole('button', { name: 'Đăng nhập' }).click();
    await visit.page.getByText('Không dòng nào hợp với bộ lọc.').waitFor();
    expect(await visit.page.evaluate<string | null>('sessionStorage.getItem("dangbo:token")')).toBeNull();
  }, 60_000);

  test('sees districts against their targets, hatched where not all units answered', async () => {
    const { page } = visit;
    await page.setViewportSize({ width: 1720, height: 900 });
    await analyst.ask('Chỉ tiêu và kết quả theo huyện');
    await analyst.rows('Đảng bộ huyện Quế Sơn');
    await page.locator('.chart svg pattern').first().waitFor({ state: 'attached' });
    await page.getByText('26 ◔').first().waitFor();
    // README.md shows this one.
    await picture(page, 'graphiql');
  }, 60_000);
});
