import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { GRAPHQL_PATH } from '../../src/server/graphql-route.ts';
import { escapeHtml } from '../../src/server/overview/escape.ts';
import { serveOverview } from '../../src/server/overview/route.ts';
import { sparkline } from '../../src/server/overview/sparkline.ts';
import { languageOf } from '../../src/server/overview/words.ts';
import { fromFragment } from '../../web/src/question/share.ts';
import { NOW, startTestServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';

let server: TestServer;
let app: FastifyInstance;
let isAway = false;
let isMadeUp = false;

beforeAll(async () => {
  server = await startTestServer();
  app = Fastify();
  app.post<{ Body: { query: string; variables: object } }>(GRAPHQL_PATH, async ({ body }) =>
    isAway ? { data: null, errors: [{ message: 'away' }] } : server.ask(body.query, body.variables),
  );
  serveOverview(
    app,
    GRAPHQL_PATH,
    () => NOW,
    async () => isMadeUp,
  );
}, 60_000);

afterAll(async () => {
  await app.close();
  await server.stop();
});

const page = async (url = '/', language = 'vi'): Promise<string> =>
  (await app.inject({ url, headers: { 'accept-language': language } })).body;

/** The questions that a page's links carry. */
function questionsIn(html: string): { query: string; variables: string }[] {
  return [...html.matchAll(/href="\/graphiql\/(#question=[^"]*)"/g)].flatMap(
    ([, fragment]) => fromFragment((fragment ?? '').replaceAll('&amp;', '&')) ?? [],
  );
}

describe('the overview', () => {
  test('shows the nation’s figures without a script, with their year, coverage and way', async () => {
    const html = await page();
    expect(html).not.toContain('<script');
    expect(html).toContain('<html lang="vi">');
    const { nation } = await server.data<{ nation: { indicator: { value: number } } }>(
      '{ nation { indicator(code: "MEMBERS_DISCIPLINED", period: "2023") { value } } }',
    );
    const tile = html.slice(html.indexOf('Đảng viên bị thi hành kỷ luật'));
    expect(/class="value">([^<]*)</.exec(tile)?.[1]).toBe(
      new Intl.NumberFormat('vi-VN').format(nation.indicator.value),
    );
    expect(tile).toMatch(/năm 2023 · \d[\d.]* trong \d[\d.]* đơn vị đã báo cáo/);
    expect(tile).toMatch(/2022 –, 2023 \d/);
  });

  test('links each figure and each question to GraphiQL with what can be asked there', async () => {
    const questions = questionsIn(await page());
    expect(questions.length).toBeGreaterThan(15);
    for (const { query, variables } of questions) {
      const { errors } = await server.ask(query, JSON.parse(variables === '' ? '{}' : variables) as object);
      expect(errors).toBeUndefined();
    }
  }, 60_000);

  test('shows whole years alone: the one that runs has no figure of a year yet', async () => {
    const html = await page();
    expect(html).toContain('<span>2021</span><span>2025</span>');
    expect(html).not.toMatch(/năm 2026/);
  });

  test('says that people were made up where they were', async () => {
    expect(await page()).not.toContain('giả lập');
    isMadeUp = true;
    expect(await page()).toContain('sổ đảng viên là giả lập');
    isMadeUp = false;
  });

  test('speaks the language asked for, else the browser’s', async () => {
    expect(await page('/', 'en-GB,vi;q=0.5')).toContain('<html lang="en">');
    expect(await page('/?lang=vi', 'en')).toContain('<html lang="vi">');
  });

  test('stands without its figures where they cannot be had, and says so', async () => {
    isAway = true;
    const response = await app.inject({ url: '/' });
    isAway = false;
    expect(response.statusCode).toBe(503);
    expect(response.body).toContain('Lúc này chưa lấy được số liệu');
    expect(questionsIn(response.body).length).toBeGreaterThan(10);
  });
});

test('a sparkline is broken where a value is missing, begins at zero, and marks the incomplete', () => {
  const svg = sparkline(
    [
      { value: 10, hollow: false },
      { value: null, hollow: false },
      { value: 5, hollow: true },
      { value: 0, hollow: false },
    ],
    'a "b"',
  );
  expect(svg).toContain('<path d="M4 4M158.7 24L236 44"/>');
  expect(svg.match(/class="hollow"/g)).toHaveLength(1);
  expect(svg).toContain('aria-label="a &quot;b&quot;"');
  expect(sparkline([{ value: null, hollow: false }], '')).toContain('<path d=""/>');
});

test.each([
  ['en', 'vi', 'en'],
  [null, 'fr,en;q=0.8,vi;q=0.5', 'en'],
  [null, 'vi-VN,en', 'vi'],
  [null, 'fr', 'vi'],
  ['xx', '', 'vi'],
] as const)('asked %j and accepting %j make the page %s', (asked, accepted, language) => {
  expect(languageOf(asked, accepted)).toBe(language);
});

test('a text stays a text inside HTML', () => {
  expect(escapeHtml(`<a href="x" o='y'>&`)).toBe('&lt;a href=&quot;x&quot; o=&#39;y&#39;&gt;&amp;');
});
