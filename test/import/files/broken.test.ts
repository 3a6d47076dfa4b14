import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FILE_LIMITS } from '../../../src/import/files/limits.ts';
import { workbookOf } from '../../../src/import/files/template/workbook.ts';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';
import { sheetWith, zipOf } from './workbooks.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(async () => {
  await desk.close();
});

const LIMITS = { ...FILE_LIMITS, bytes: 4_000_000, rows: 1_000 };
const HEADERS = 'id,title,kind\n';
const vietnamese = `${HEADERS}x,"Báo cáo năm",FORM\n`;
const WORKBOOK = await workbookOf('A', [
  ['id', 'title', 'kind'],
  ['x', 'Báo cáo', 'FORM'],
]);

/** Files that are broken in some way, made as they are needed, and what is said of them. */
const BROKEN: readonly (readonly [string, () => string | Uint8Array, readonly string[]])[] = [
  ['windows-1258', () => Buffer.from(vietnamese, 'latin1'), ['FILE_ENCODING']],
  ['UTF-16', () => Buffer.from(`\uFEFF${vietnamese}`, 'utf16le'), ['FILE_ENCODING']],
  ['UTF-16 without its mark', () => Buffer.from(vietnamese, 'utf16le'), ['FILE_ENCODING']],
  ['a character cut in two', () => Buffer.from(`${HEADERS}x,á`).subarray(0, -1), ['FILE_ENCODING']],
  ['random bytes', () => Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 256)), ['FILE_ENCODING']],
  ['one endless line', () => `${HEADERS}x,${'y'.repeat(1_000_000)}`, ['FILE_TOO_LARGE']],
  ['an endless line in quotes', () => `${HEADERS}x,"${'y\n'.repeat(500_000)}`, ['FILE_TOO_LARGE']],
  [
    'an endless line of JSON',
    () => `{"id":"x","title":"y","kind":"FORM"}\n{"id":"${'y'.repeat(1_000_000)}`,
    ['FILE_TOO_LARGE'],
  ],
  ['an endless header', () => 'y'.repeat(1_000_000), ['FILE_TOO_LARGE']],
  ['a million columns', () => `${'a,'.repeat(1_000_000)}\n`, ['FILE_TOO_LARGE']],
  ['many columns', () => `${'a,'.repeat(500)}\n1\n`, ['FILE_TOO_LARGE']],
  ['too many rows', () => HEADERS + 'x,y,FORM\n'.repeat(1_001), ['FILE_TOO_LARGE']],
  ['a gzip bomb', () => gzipSync(HEADERS + 'x,y,FORM\n'.repeat(3_000_000)), ['FILE_TOO_LARGE']],
  ['a broken gzip', () => gzipSync(vietnamese).subarray(0, 30), ['FILE_MALFORMED']],
  ['half a workbook', () => WORKBOOK.subarray(0, WORKBOOK.length / 2), ['FILE_MALFORMED']],
  ['a packed file that is no workbook', () => zipOf({ 'a.txt': 'x' }), ['FILE_MALFORMED']],
  ['an old workbook', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), ['FILE_MALFORMED']],
  ['a workbook of no XML', () => sheetWith('<worksheet><sheetData><row'), ['FILE_MALFORMED']],
  ['a bomb in a workbook', () => sheetWith(`<worksheet>${' '.repeat(20_000_000)}</worksheet>`), ['FILE_TOO_LARGE']],
  [
    'a text without end in a workbook',
    () => sheetWith(`<worksheet><sheetData>${'x'.repeat(3_000_000)}`),
    ['FILE_TOO_LARGE'],
  ],
  ['a cell without end', () => sheetWith(sheet(`<c t="str"><v>${'x'.repeat(30_000)}</v></c>`)), ['FILE_TOO_LARGE']],
  ['a column far out', () => sheetWith(sheet('<c r="XFD1" t="str"><v>x</v></c>')), ['FILE_TOO_LARGE']],
  [
    'rows out of order',
    () => sheetWith('<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>'),
    ['FILE_MALFORMED'],
  ],
  [
    'entities that grow',
    () => sheetWith(`<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;">]>${sheet('<c t="str"><v>&d;</v></c>')}`),
    ['FILE_MALFORMED'],
  ],
  [
    'a formula',
    () => sheetWith(table('<c t="str"><f>1+1</f><v>x</v></c><c t="str"><v>y</v></c><c t="str"><v>FORM</v></c>')),
    ['CELL_IS_FORMULA id 2'],
  ],
  [
    'an error in a cell',
    () => sheetWith(table('<c t="str"><v>x</v></c><c t="e"><v>#REF!</v></c><c t="str"><v>FORM</v></c>')),
    ['VALUE_MALFORMED title 2'],
  ],
  [
    'merged cells',
    () =>
      sheetWith(
        table(
          '<c t="str"><v>x</v></c><c t="str"><v>y</v></c><c t="str"><v>FORM</v></c>',
          '<mergeCells><mergeCell ref="A2:A9"/></mergeCells>',
        ),
      ),
    ['CELLS_MERGED 2'],
  ],
  [
    'merged headers',
    () =>
      sheetWith(
        table(
          '<c t="str"><v>x</v></c><c t="str"><v>y</v></c><c t="str"><v>FORM</v></c>',
          '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
        ),
      ),
    ['CELLS_MERGED'],
  ],
  [
    'a text that is not there',
    () => sheetWith(table('<c t="s"><v>99</v></c><c t="str"><v>y</v></c><c t="str"><v>FORM</v></c>')),
    ['VALUE_MALFORMED id 2'],
  ],
  ['a control character', () => `${HEADERS}x,a\u0001b,FORM\n`, ['VALUE_MALFORMED title 2']],
  ['a zero character', () => `{"id":"x","title":"a\\u0000b","kind":"FORM"}\n`, ['VALUE_MALFORMED title 1']],
  ['half a character', () => `{"id":"x","title":"a\\ud800b","kind":"FORM"}\n`, ['VALUE_MALFORMED title 1']],
  [
    'objects for texts',
    () => `{"id":{"a":1},"title":["b"],"kind":"FORM"}\n`,
    ['VALUE_MALFORMED id 1', 'VALUE_MALFORMED title 1'],
  ],
  ['no header at all', () => '\n\n\n', ['SUBJECT_UNKNOWN']],
];

function sheet(cells: string): string {
  return `<worksheet><sheetData><row>${cells}</row></sheetData></worksheet>`;
}

function table(cells: string, after = ''): string {
  const headers = ['id', 'title', 'kind'].map((name) => `<c t="str"><v>${name}</v></c>`).join('');
  return `<worksheet><sheetData><row>${headers}</row><row>${cells}</row></sheetData>${after}</worksheet>`;
}

test.each(BROKEN)('%s: a report, and nothing in', async (_, make, causes) => {
  const before = await desk.dump();
  const report = await desk.take(make(), { limits: LIMITS });
  expect(report.outcome).toBe('REFUSED');
  expect(causesOf(report)).toEqual(causes);
  expect(await desk.dump()).toBe(before);
});

test('what a spreadsheet shows as a day is one', async () => {
  const book = sheetWith(
    `<worksheet><sheetData><row>${['id', 'title', 'kind', 'publishedOn'].map((name) => `<c t="str"><v>${name}</v></c>`).join('')}</row><row><c t="str"><v>day</v></c><c><v>2024</v></c><c t="str"><v>FORM</v></c><c s="1"><v>45382</v></c></row></sheetData></worksheet>`,
  );
  expect(await desk.take(book)).toMatchObject({ outcome: 'TAKEN', created: 1 });
  const [row] = await desk.seed.rows(`select title, published_on::text from source_document where id = 'day'`);
  expect(row).toEqual({ title: '2024', published_on: '2024-03-31' });
});
