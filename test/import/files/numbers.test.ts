import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { NumberStyle } from '../../../src/import/files/values/number.ts';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;
let year = 1950;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(async () => {
  await desk.close();
});

/** Brings in a figure for each text, and gives what was stored, or the causes. */
async function read(texts: readonly string[], numbers?: NumberStyle): Promise<(number | string)[]> {
  const years = texts.map(() => (year += 1));
  const rows = texts.map((text, at) => `K52-01;MEMBERS_ADMITTED;${years[at]};"${text}";article-que-son-2023`);
  const report = await desk.take(['organization;indicator;period;value;source', ...rows].join('\n'), { numbers });
  if (report.outcome === 'REFUSED') return causesOf(report);
  const stored = await desk.seed.rows<{ value: number }>(
    `select value from observation where period_key = any($1::text[]) order by period_key`,
    [years.map(String)],
  );
  return stored.map(({ value }) => value);
}

test.each([
  [
    ['1.234,5', '1.234', '12', '0,25'],
    [1234.5, 1234, 12, 0.25],
  ],
  [
    ['1,234.5', '1,234', '12', '0.25'],
    [1234.5, 1234, 12, 0.25],
  ],
  [
    ['1234.5', '7'],
    [1234.5, 7],
  ],
  [
    ['1.234.567', '1.234'],
    [1234567, 1234],
  ],
  [
    ['12', '1234'],
    [12, 1234],
  ],
])('%j is read as %j', async (texts, values) => {
  expect(await read(texts)).toEqual(values);
});

test.each([
  [['1.234,5', '1234.5', '7'], ['NUMBER_STYLE_MIXED value 2,3']],
  [['1.234', '7'], ['NUMBER_STYLE_AMBIGUOUS value 2']],
  [['1,234', '7'], ['NUMBER_STYLE_AMBIGUOUS value 2']],
  [['1.23.4'], ['NUMBER_MALFORMED value 2']],
  [['12 người'], ['NUMBER_MALFORMED value 2']],
  [['-1'], ['VALUE_OUT_OF_RANGE value 2']],
  [[''], ['VALUE_MISSING value 2']],
])('%j is not guessed', async (texts, causes) => {
  expect(await read(texts)).toEqual(causes);
});

test('whoever sends the file can say how it writes numbers', async () => {
  expect(await read(['1.234', '7'], 'vi')).toEqual([1234, 7]);
  expect(await read(['1.234', '7'], 'en')).toEqual([1.234, 7]);
  expect(await read(['1.234,5', '7'], 'en')).toEqual(['NUMBER_MALFORMED value 2']);
});

test('what came is told as it came', async () => {
  const figures = ['1.234', '5.678'].map(
    (value, at) => `K52-01;MEMBERS_ADMITTED;${1900 + at};${value};article-que-son-2023`,
  );
  const { causes } = await desk.take(['organization;indicator;period;value;source', ...figures].join('\n'));
  expect(causes).toMatchObject([{ code: 'NUMBER_STYLE_AMBIGUOUS', objects: ['1.234', '5.678'] }]);
  const mixed = await desk.take(
    [
      'organization;indicator;period;value;source',
      ...figures,
      `K52-01;MEMBERS_ADMITTED;1902;1.234,5;article-que-son-2023`,
    ].join('\n'),
    { numbers: 'en' },
  );
  expect(mixed.causes).toMatchObject([{ code: 'NUMBER_MALFORMED', objects: ['1.234,5'] }]);
});
