import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { workbookOf } from '../../../src/import/files/template/workbook.ts';
import type { Desk } from './desk.ts';
import { causesOf, openDesk } from './desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});

afterAll(async () => {
  await desk.close();
});

const HEADERS = ['Mã nguồn', 'Tên tài liệu', 'Loại tài liệu', 'Ngày phát hành'];

/** The sources whose ids begin with a prefix, as they are stored. */
async function stored(prefix: string): Promise<string[]> {
  const rows = await desk.seed.rows<{ line: string }>(
    `select concat_ws('|', title, kind, published_on) as line from source_document where id like $1 order by id`,
    [`${prefix}%`],
  );
  return rows.map(({ line }) => line);
}

const TITLE = 'Báo cáo; "sơ kết", quý I\nnăm 2024';
const QUOTED = `"${TITLE.replaceAll('"', '""')}"`;
const EXPECTED = [`${TITLE}|FORM|2024-03-31`];

test.each([
  ['commas', (id: string) => `${HEADERS.join()}\n${id},${QUOTED},FORM,31/03/2024\n`],
  ['semicolons and a mark', (id: string) => `\uFEFF${HEADERS.join(';')}\r\n${id};${QUOTED};FORM;2024-03-31\r\n`],
  [
    'headers without diacritics',
    (id: string) => `ma nguon,TEN TAI LIEU,Loai tai lieu,Ngay phat hanh\n${id},${QUOTED},FORM,31/3/2024`,
  ],
  ['English headers', (id: string) => `id,Title,kind,Published On\n${id},${QUOTED},FORM,2024-03-31`],
  ['JSON Lines', (id: string) => `${JSON.stringify({ id, title: TITLE, kind: 'FORM', publishedOn: '2024-03-31' })}\n`],
  [
    'JSON Lines in Vietnamese',
    (id: string) =>
      JSON.stringify({
        'Mã nguồn': id,
        'Tên tài liệu': TITLE,
        'Loại tài liệu': 'FORM',
        'Ngày phát hành': '31/03/2024',
      }),
  ],
])('%s, packed or not', async (name, write) => {
  const prefix = name.replace(/\W+/g, '-');
  expect(await desk.take(write(`${prefix}-1`))).toMatchObject({ outcome: 'TAKEN', subject: 'sources', created: 1 });
  expect(await desk.take(gzipSync(write(`${prefix}-2`)))).toMatchObject({ outcome: 'TAKEN', created: 1 });
  expect(await stored(prefix)).toEqual([...EXPECTED, ...EXPECTED]);
});

test('rows of empty cells alone are left out, as spreadsheets leave them at the end', async () => {
  const report = await desk.take(`${HEADERS.join(';')}\nblank-1;${QUOTED};FORM;31/03/2024\n;;;\n;;;\n`);
  expect(report).toMatchObject({ outcome: 'TAKEN', rows: 1, created: 1 });
});

test('a workbook, packed or not', async () => {
  const book = (id: string): Promise<Buffer> => workbookOf('Nguồn', [HEADERS, [id, TITLE, 'FORM', '31/03/2024']]);
  expect(await desk.take(await book('xlsx-1'))).toMatchObject({ outcome: 'TAKEN', subject: 'sources', created: 1 });
  expect(await desk.take(gzipSync(await book('xlsx-2')))).toMatchObject({ outcome: 'TAKEN', created: 1 });
  expect(await stored('xlsx')).toEqual([...EXPECTED, ...EXPECTED]);
});

test('lines of JSON need not have the same names', async () => {
  const lines = [
    { id: 'names-1', title: 'A', kind: 'FORM' },
    { id: 'names-2', title: 'B', kind: 'FORM', publisher: 'Văn phòng' },
    { id: 'names-3', title: 'C', kind: 'FORM', colour: 'red' },
    { 'Mã nguồn': 'names-4', 'Tên tài liệu': 'D', kind: 'FORM', 'Nơi phát hành': 'Văn phòng' },
    { id: 'names-5', title: 'E', 'Tên tài liệu': 'F', kind: 'FORM' },
  ];
  const report = await desk.take(lines.map((line) => JSON.stringify(line)).join('\n'), { acceptValid: true });
  expect(report).toMatchObject({ outcome: 'TAKEN', created: 3, rejected: 2 });
  expect(causesOf(report)).toEqual(['HEADER_DUPLICATE title 5', 'HEADER_UNKNOWN colour 3']);
  expect(await stored('names-4')).toEqual(['D|FORM']);
});

test('a changed source is updated, and the same one is not', async () => {
  const file = (title: string): string => `id,title,kind\nchange-1,${title},FORM\n`;
  await desk.take(file('A'));
  expect(await desk.take(file('B'))).toMatchObject({ created: 0, updated: 1, unchanged: 0 });
  expect(await desk.take(`${file('B')}\n`)).toMatchObject({ outcome: 'TAKEN', created: 0, updated: 0, unchanged: 1 });
});

test.each([
  ['id,title\nx,y\n', ['HEADER_MISSING']],
  ['id,title,kind,colour\nx,y,FORM,red\n', ['HEADER_UNKNOWN']],
  ['id,title,kind,Tên tài liệu\nx,y,FORM,z\n', ['HEADER_DUPLICATE']],
  ['first,second\n1,2\n', ['SUBJECT_UNKNOWN']],
  ['', ['SUBJECT_UNKNOWN']],
  ['id,title,kind\nx,y\n', ['ROW_RAGGED 2']],
  ['id,title,kind\nx,y,FORM,z\n', ['ROW_RAGGED 2']],
  ['id,title,kind\nx,,FORM\n', ['VALUE_MISSING title 2']],
  ['id,title,kind\nx,"y,FORM\n', ['FILE_MALFORMED']],
  ['id,title,kind\nx,y,FORM\nx,z,FORM\n', ['ROW_DUPLICATE id 2,3']],
  ['{"id":"x","title":"y","kind":"FORM"}\n{"id":\n', ['ROW_MALFORMED 2']],
])('%j is refused', async (content, causes) => {
  const before = await desk.dump();
  const report = await desk.take(content);
  expect(report.outcome).toBe('REFUSED');
  expect(causesOf(report)).toEqual(causes);
  expect(await desk.dump()).toBe(before);
});
