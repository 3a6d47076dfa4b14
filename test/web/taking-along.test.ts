import { describe, expect, test } from '@jest/globals';
import { fileName } from '../../web/src/export/file-name.ts';
import { harmless, toCsv, toTabs } from '../../web/src/export/separated.ts';
import { sheetOf } from '../../web/src/export/sheet.ts';
import { columnWidths, workbookData } from '../../web/src/export/workbook.ts';
import { EVERYTHING, filterRows, orderRows } from '../../web/src/table/order.ts';
import type { Row, Table } from '../../web/src/table/model.ts';
import { tables } from './schema.ts';

const QUESTION = `{ organizations(codes: ["a"]) { code name indicator(code: "A", period: "2023") { value status qualifier target achievement coverage { expected answered } } } }`;
const unit = (code: string, name: string, value: number | null, more: object = {}): object => ({
  code,
  name,
  indicator: {
    value,
    status: value === null ? 'MISSING' : 'OBSERVED',
    qualifier: 'EXACT',
    target: 10,
    achievement: value === null ? null : value * 10,
    coverage: { expected: 2, answered: value === null ? 0 : 2 },
    ...more,
  },
});
const UNITS = [
  unit('1', 'Đông Phú', 9.5),
  unit('2', 'An, "xã"', null),
  unit('3', '=SUM(A1:A9)', 1234, { qualifier: 'GREATER_THAN' }),
  unit('4', 'Ăng', 0, { coverage: { expected: 2, answered: 1 } }),
];

function table(): Table {
  const [found] = tables(QUESTION, { organizations: UNITS });
  if (found === undefined) throw new Error('The answer made no table.');
  return found;
}

/** The code of a row's unit. */
const codeIn = (row: Row): string => (row.cells[1]?.kind === 'text' ? row.cells[1].text : '');

describe('a file of comma-separated values', () => {
  test('holds the rows that are seen, numbers as numbers, what they lack beside them, and no formula', () => {
    expect(toCsv(sheetOf(table(), table().rows, 'en')).split('\r\n')).toEqual([
      '\uFEFFOrganisation,Code,A – Value,A – Value (remark),A – Target,A – Of target (%),A – Expected,A – Answered',
      'Đông Phú,1,9.5,,10,95,2,2',
      '"An, ""xã""",2,,Missing,10,,2,0',
      "'=SUM(A1:A9),3,1234,>,10,12340,2,2",
      'Ăng,4,0,Not all answered,10,0,2,1',
      '',
    ]);
  });

  test('follows filter and order', () => {
    const kept = filterRows(table(), { text: '', belowTarget: true });
    const ordered = orderRows(table(), kept, { column: 'unit', descending: false }, 'vi');
    expect(
      toTabs(sheetOf(table(), ordered, 'en'))
        .split('\r\n')
        .map((line) => line.split('\t')[0]),
    ).toEqual(['Organisation', 'Ăng', 'Đông Phú']);
  });

  test.each(['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '\n=1', '＝1+1'])('makes no formula of %j', (text) => {
    expect(harmless(text)).toBe(`'${text}`);
  });

  test('leaves other texts as they are', () => {
    expect(harmless('Quế Sơn = 84')).toBe('Quế Sơn = 84');
  });
});

test('a workbook keeps numbers as numbers, writes their bounds, and takes no text for a formula', () => {
  const sheet = sheetOf(table(), table().rows, 'en');
  const [, dong, an, formula] = workbookData(sheet);
  expect(dong?.[2]).toEqual({ value: 9.5, type: Number, format: '#,##0.##' });
  expect(an?.[2]).toBeNull();
  expect(formula?.[0]).toEqual({ value: '=SUM(A1:A9)', type: String });
  expect(formula?.[2]).toEqual({ value: 1234, type: Number, format: '"> "#,##0' });
  expect(columnWidths(sheet)[0]).toEqual({ width: 14 });
});

describe('the order of rows', () => {
  const names = (column: string, descending: boolean): unknown[] =>
    orderRows(table(), table().rows, { column, descending }, 'vi').map(codeIn);
  const value = table().columns.find((column) => column.kind === 'figure')?.id ?? '';

  test('is that of the Vietnamese alphabet: A before Ă, D before Đ', () => {
    expect(names('unit', false)).toEqual(['3', '2', '4', '1']);
  });

  test('puts what is missing last, up and down, and zero among the numbers', () => {
    expect(names(value, false)).toEqual(['4', '1', '3', '2']);
    expect(names(value, true)).toEqual(['3', '1', '4', '2']);
  });
});

describe('the filter', () => {
  test('finds names without their marks', () => {
    expect(filterRows(table(), { text: 'dong phu', belowTarget: false }).map(codeIn)).toEqual(['1']);
  });

  test('takes nobody without a value for being below target, and a zero for it', () => {
    expect(filterRows(table(), { ...EVERYTHING, belowTarget: true }).map(codeIn)).toEqual(['1', '4']);
  });
});

test('a file is named by what is in it and the day, in letters that every system takes', () => {
  expect(fileName('Tổ chức đảng: Quế Sơn/2023', 'csv', new Date('2026-01-02T03:04:05Z'))).toBe(
    'Tổ-chức-đảng-Quế-Sơn-2023-2026-01-02.csv',
  );
  expect(fileName('///', 'csv', new Date('2026-01-02T03:04:05Z'))).toBe('dangbo-2026-01-02.csv');
});
