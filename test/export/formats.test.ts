import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import type { ExportCell, ExportForm, ExportTable } from '../../src/export/table.ts';
import { EXPORT_FORMS } from '../../src/export/table.ts';
import { begun, writeTable } from '../../src/export/write.ts';
import { quoteFormula, unquoteFormula } from '../../src/import/files/formula.ts';
import { FILE_LIMITS } from '../../src/import/files/limits.ts';
import { readTable } from '../../src/import/files/read/index.ts';

/** What goes out is what comes in again, in both forms, and nothing of it runs in a spreadsheet. */
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-export-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function tableOf(headers: readonly string[], pages: readonly (readonly (readonly ExportCell[])[])[]): ExportTable {
  const all = async function* (): AsyncGenerator<readonly (readonly ExportCell[])[]> {
    yield* pages;
  };
  return { title: 'Bảng [thử]: một/hai*ba', headers, pages: all() };
}

async function readBack(bytes: Buffer, form: ExportForm): Promise<unknown[][]> {
  const path = join(folder, `table.${form}`);
  await writeFile(path, bytes);
  const { table, close } = await readTable(path, FILE_LIMITS, () => ({ names: [], placeOf: () => undefined }));
  const rows: unknown[][] = [[...table.headers]];
  for await (const { cells } of table.rows) rows.push([...cells]);
  expect(table.late()).toEqual([]);
  await close();
  return rows;
}

const MARKS = ['=', '+', '-', '@', "'", '"', ',', ';', '<', '>', '&', '\n', 'ệ', 'Đ', '🌾', 'x', '1', ' ', ']]>'];
const text = fc
  .array(fc.constantFrom(...MARKS), { minLength: 1, maxLength: 8 })
  .map((marks) => `${marks.join('')}.`)
  .filter((each) => each === each.trim());
const cell: fc.Arbitrary<ExportCell> = fc.oneof(
  text,
  fc.constant(null),
  fc.integer(),
  fc.constantFrom(0, -2.4, 0.5, 12.345, 1e-7, 94.28571428571429),
);

test.each(EXPORT_FORMS)('whatever stands in a cell comes back from %s', async (form) => {
  const page = fc.array(fc.tuple(fc.constant('X'), cell, cell), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(page, { maxLength: 3 }), async (pages) => {
      const headers = ['Mã', 'Giá trị', 'Ghi chú'];
      const rows = await readBack(await buffer(writeTable(tableOf(headers, pages), form)), form);
      const shown = (each: ExportCell): unknown =>
        form === 'xlsx' ? each : typeof each === 'number' ? Number(each) : (each ?? '');
      // Texts end with a point here, numbers never do.
      const numbers = (row: unknown[]): unknown[] =>
        form === 'csv' ? row.map((each) => (/^-?\d(?:[\d.e-]*\d)?$/.test(String(each)) ? Number(each) : each)) : row;
      const padded = (row: unknown[]): unknown[] => headers.map((_, at) => row[at] ?? (form === 'xlsx' ? null : ''));
      expect(rows.map((row, at) => (at === 0 ? row : numbers(padded(row))))).toEqual([
        headers,
        ...pages.flat().map((row) => row.map(shown)),
      ]);
    }),
    { numRuns: 60 },
  );
});

test('a text that a spreadsheet would run is quoted, a number is not, and each comes back', () => {
  for (const run of ['=1+1', '+cmd', '-x', '@SUM(A1)', '\t=1', '\r=1', "'=1", '＝1', '-1+cmd'])
    expect(quoteFormula(run)).toBe(`'${run}`);
  for (const plain of ['-5', '+84', '-1.234,5', 'a=b', "'Ndrangheta", '', 'Đảng bộ'])
    expect(quoteFormula(plain)).toBe(plain);
  fc.assert(fc.property(fc.string(), (each) => unquoteFormula(quoteFormula(each)) === each));
  fc.assert(fc.property(text, (each) => !/^[=+\-@]/.test(quoteFormula(each))));
});

test('CSV begins with the mark that spreadsheets know UTF-8 by, and its numbers are never thousands', async () => {
  const bytes = await buffer(writeTable(tableOf(['Mã'], [[['Đ'], [12.345], [1234], [-3.5], [1234.5678]]]), 'csv'));
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(bytes.toString('utf8').slice(1)).toBe('Mã\r\nĐ\r\n12.3450\r\n1234\r\n-3.5\r\n1234.5678\r\n');
});

test('what no XML can hold is replaced, and not what breaks the file', async () => {
  const bytes = await buffer(writeTable(tableOf(['a'], [[['x\u0001y\uFFFFz\uD800']]]), 'xlsx'));
  expect(await readBack(bytes, 'xlsx')).toEqual([['a'], ['x�y�z�']]);
});

test.each(EXPORT_FORMS)(
  '%s takes no more memory for more rows: pages are made as fast as they are taken',
  async (form) => {
    let made = 0;
    const pages = async function* (): AsyncGenerator<ExportCell[][]> {
      for (; made < 400; made += 1) yield Array.from({ length: 500 }, (_, at) => [`Chi bộ ${made}`, at, Math.random()]);
    };
    const body = writeTable({ title: 'x', headers: ['a', 'b', 'c'], pages: pages() }, form);
    const ahead: number[] = [];
    let taken = 0;
    const slow = new Writable({
      write: (chunk: Buffer, _, done) => {
        taken += chunk.length;
        if (taken < 200_000) ahead.push(made);
        setImmediate(done);
      },
    });
    await pipeline(body, slow);
    expect(made).toBe(400);
    // Pages of about 15 kB before compression: a few are on their way, never most of them.
    expect(Math.max(...ahead)).toBeLessThan(200);
  },
);

test.each(EXPORT_FORMS)('what goes wrong on the way ends %s in an error, and not in a shorter file', async (form) => {
  const pages = async function* (): AsyncGenerator<ExportCell[][]> {
    yield [['x']];
    throw new Error('the database is away');
  };
  const body = writeTable({ title: 'x', headers: ['a'], pages: pages() }, form);
  await expect(buffer(body)).rejects.toThrow('the database is away');
});

test('a first page that cannot be read is told before anything is sent, and pages end when nobody takes them', async () => {
  const broken = async function* (): AsyncGenerator<ExportCell[][]> {
    await Promise.reject(new Error('not to be had'));
    yield [];
  };
  await expect(begun({ title: 'x', headers: [], pages: broken() })).rejects.toThrow('not to be had');
  let ended = false;
  const endless = async function* (): AsyncGenerator<ExportCell[][]> {
    try {
      for (;;) yield [['x'.repeat(1000)]];
    } finally {
      ended = true;
    }
  };
  const body = writeTable(await begun({ title: 'x', headers: ['a'], pages: endless() }), 'csv');
  await new Promise((resolve) => body.once('readable', resolve));
  body.destroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ended).toBe(true);
});
