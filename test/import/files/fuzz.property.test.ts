import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FILE_LIMITS } from '../../../src/import/files/limits.ts';
import { SUBJECT_LIST } from '../../../src/import/files/subjects/index.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';
import { sheetWith } from './workbooks.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(async () => {
  await desk.close();
});

const WORDS = [
  'K52-01',
  'VN',
  '2023',
  '31/02/2023',
  '01/01/2023',
  '1.234',
  '1,5',
  'NaN',
  '=1+1',
  '{"a":1}',
  '[]',
  'Nữ',
  'ACTUAL',
];
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS, 'Thành lập', 'MEMBERS_ADMITTED', 'article-que-son-2023', '') },
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.integer().map(String),
);
/** Headers of one subject, some of them lost or strange, and rows of anything. */
const file = fc.constantFrom(...SUBJECT_LIST).chain(({ name, columns }) =>
  fc.record({
    subject: fc.constantFrom(name, undefined),
    headers: fc.shuffledSubarray(
      columns.map((column) => column.header),
      { minLength: Math.max(1, columns.length - 1) },
    ),
    rows: fc.array(fc.array(cell, { minLength: columns.length - 1, maxLength: columns.length }), { maxLength: 6 }),
  }),
);

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const xml = (text: string): string => text.replace(/(?![\t\n\r])[<&\p{Cc}\uFFFE\uFFFF]/gu, '');

test('whatever comes, there is a report, and no half of a file', async () => {
  await fc.assert(
    fc.asyncProperty(
      file,
      fc.constantFrom('csv', 'gzip', 'jsonl', 'xlsx'),
      fc.boolean(),
      async ({ subject, headers, rows }, form, acceptValid) => {
        const before = await desk.dump();
        const report = await desk.take(contentOf(form, [headers, ...rows]), { subject, acceptValid });
        if (report.outcome !== 'TAKEN') expect(await desk.dump()).toBe(before);
        if (report.outcome === 'REFUSED') expect(report.causes.length).toBeGreaterThan(0);
        expect(report.created + report.updated + report.unchanged + report.rejected).toBe(report.rows);
      },
    ),
    { numRuns: 60 },
  );
}, 60_000);

test('bytes of any kind are answered by a report', async () => {
  const sources = (): Promise<object[]> => desk.seed.rows('select count(*) from source_document');
  const before = await sources();
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 400 }),
      fc.constantFrom('', 'PK\u0003\u0004', '{', 'id,title,kind\n'),
      async (bytes, head) => {
        const content = Buffer.concat([Buffer.from(head), bytes]);
        const report = await desk.take(content, { limits: FILE_LIMITS });
        // The same few bytes may come twice: a file without rows is taken once, and known after that.
        if (report.outcome !== 'REFUSED') expect(report.rows).toBe(0);
        else expect(report.causes.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 40 },
  );
  expect(await sources()).toEqual(before);
}, 60_000);

function contentOf(form: string, lines: readonly (readonly string[])[]): string | Uint8Array {
  const [headers = [], ...rows] = lines;
  const csv = lines.map((line) => line.map(quoted).join(';')).join('\n');
  if (form === 'csv') return csv;
  if (form === 'gzip') return gzipSync(csv);
  if (form === 'jsonl') {
    return rows.map((row) => JSON.stringify(Object.fromEntries(headers.map((name, at) => [name, row[at]])))).join('\n');
  }
  const cells = (line: readonly string[]): string => line.map((text) => `<c t="str"><v>${xml(text)}</v></c>`).join('');
  return sheetWith(
    `<worksheet><sheetData>${lines.map((line) => `<row>${cells(line)}</row>`).join('')}</sheetData></worksheet>`,
  );
}
