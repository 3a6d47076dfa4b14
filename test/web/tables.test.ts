import { describe, expect, test } from '@jest/globals';
import { formatCell } from '../../web/src/table/format.ts';
import { inWords } from '../../web/src/language/vocabulary.ts';
import type { Table } from '../../web/src/table/model.ts';
import { tables } from './schema.ts';

/** The table as its reader sees it: headings, then rows of texts. */
function seen(table: Table | undefined): string[][] {
  if (table === undefined) return [];
  const heading = table.columns.map((column) =>
    column.group === null ? column.label : `${column.group}/${column.label}`,
  );
  return [heading, ...table.rows.map((row) => row.cells.map((cell) => formatCell(cell, 'vi')))];
}

const figure = (value: number | null, more: object = {}): object => ({
  value,
  status: value === null ? 'MISSING' : 'OBSERVED',
  qualifier: 'EXACT',
  ...more,
});

describe('figures of one unit', () => {
  const question = `{ organization(code: "H509") { code name
    now: indicators(codes: ["A", "B_RATE"], period: "2023") { indicator { code name } period value status qualifier }
    later: indicator(code: "A", period: "2024") { value status qualifier target }
  } }`;
  const answer = {
    organization: {
      code: 'H509',
      name: 'Quế Sơn',
      now: [
        { indicator: { code: 'A', name: 'Kết nạp' }, period: '2023', ...figure(3716) },
        { indicator: { code: 'B_RATE', name: 'Tỷ lệ' }, period: '2023', ...figure(98.8, { qualifier: 'AT_LEAST' }) },
      ],
      later: figure(null, { target: 85 }),
    },
  };

  test('are a row for each figure, with the bound and the dash in sight', () => {
    const [table] = tables(question, answer);
    expect(table?.caption).toEqual([{ kind: 'unit', code: 'H509', name: 'Quế Sơn' }]);
    expect(seen(table)).toEqual([
      ['Indicator', 'Period', 'Value', 'Target'],
      ['Kết nạp', '2023', '3.716', ''],
      ['Tỷ lệ', '2023', '≥ 98,8 %', ''],
      ['A', '2024', '–', '85'],
    ]);
  });
});

describe('figures of several units', () => {
  const question = `query ($period: String!) { organization(code: "H509") { name ...Asked children { nodes { name code ...Asked } pageInfo { hasNextPage } } } }
    fragment Asked on PartyOrganization { indicators(codes: ["A"], period: $period) { indicator { name } value status qualifier target coverage { expected answered } } }`;
  const of = (value: number | null, answered: number): object => ({
    indicator: { name: 'Kết nạp' },
    ...figure(value),
    target: 7,
    coverage: { expected: 3, answered },
  });
  const answer = {
    organization: {
      name: 'Quế Sơn',
      indicators: [of(0, 3)],
      children: {
        nodes: [
          { name: 'Đông Phú', code: 'X1', indicators: [of(5, 2)] },
          { name: 'An', code: 'X2', indicators: [of(null, 0)] },
        ],
        pageInfo: { hasNextPage: true },
      },
    },
  };
  const [table] = tables(question, answer, { period: '2023' });

  test('are a row for each unit, zero a zero and missing a dash, incomplete marked', () => {
    expect(seen(table)).toEqual([
      ['Organisation', 'Code', 'Kết nạp/Value', 'Kết nạp/Target', 'Kết nạp/Expected', 'Kết nạp/Answered'],
      ['Quế Sơn', '', '0', '7', '3', '3'],
      ['Đông Phú', 'X1', '5 ◔', '7', '3', '2'],
      ['An', 'X2', '–', '7', '3', '0'],
    ]);
  });

  test('lie one in the other, and say when the answer stops short', () => {
    expect(table?.rows.map((row) => row.depth)).toEqual([0, 1, 1]);
    expect(table?.truncated).toBe(true);
  });

  test('know where to ask on: unit, indicator and the period of the variable; nowhere without the codes', () => {
    const addresses = (found: Table | undefined): unknown[] =>
      found?.rows.map((row) => row.cells.find((cell) => cell.kind === 'figure')?.address) ?? [];
    expect(addresses(table)).toEqual([null, null, null]);
    const withCode = {
      organization: {
        name: 'Quế Sơn',
        code: 'H509',
        indicators: [{ indicator: { code: 'A', name: 'Kết nạp' }, ...figure(1) }],
        children: { nodes: [{ name: 'An', code: 'X2', indicators: [] }] },
      },
    };
    const [named] = tables(
      question.replaceAll('{ name }', '{ code name }').replace('{ name ...', '{ name code ...'),
      withCode,
      { period: '2023' },
    );
    expect(addresses(named)).toEqual([{ unit: { code: 'H509', name: 'Quế Sơn' }, indicator: 'A', period: '2023' }]);
  });
});

test('levels without figures become columns beside the figures below them, and not empty rows', () => {
  const question = `{ organizations(codes: ["T1", "T2"]) { name children { edges { node { name indicator(code: "A", period: "2023") { value } } } } } }`;
  const answer = {
    organizations: [
      { name: 'Tỉnh 1', children: { edges: [{ node: { name: 'Huyện a', indicator: { value: 1 } } }] } },
      { name: 'Tỉnh 2', children: { edges: [{ node: { name: 'Huyện b', indicator: { value: 2 } } }] } },
    ],
  };
  expect(seen(tables(question, answer)[0])).toEqual([
    ['Organisation', 'Parent', 'A/Value'],
    ['Huyện a', 'Tỉnh 1', '1'],
    ['Huyện b', 'Tỉnh 2', '2'],
  ]);
});

test('units that were asked for different things are a row for each figure, and not a table full of holes', () => {
  const question = `{ one: organization(code: "a") { name indicators(codes: ["A", "B", "C"], period: "2023") { indicator { name } value } } two: organization(code: "b") { name indicator(code: "D", period: "2022") { indicator { name } value } } }`;
  const named = (name: string, value: number): object => ({ indicator: { name }, value });
  const answer = {
    one: { name: 'Một', indicators: [named('A', 1), named('B', 2), named('C', 3)] },
    two: { name: 'Hai', indicator: named('D', 4) },
  };
  expect(seen(tables(question, answer)[0])).toEqual([
    ['Organisation', 'Indicator', 'Period', 'Value'],
    ['Một', 'A', '2023', '1'],
    ['Một', 'B', '2023', '2'],
    ['Một', 'C', '2023', '3'],
    ['Hai', 'D', '2022', '4'],
  ]);
});

describe('figures that would read the same', () => {
  test('are told apart by the aliases they were asked by', () => {
    const question = `{ organization(code: "a") { name then: indicator(code: "A", period: "2023") { value } now: indicator(code: "A", period: "2023") { value } } }`;
    const [table] = tables(question, { organization: { name: 'Một', then: { value: 1 }, now: { value: 2 } } });
    expect(table && seen(table)).toEqual([
      ['Asked as', 'Period', 'Value'],
      ['Then', '2023', '1'],
      ['Now', '2023', '2'],
    ]);
  });

  test('of several units stand in groups named by the aliases', () => {
    const question = `{ organizations(codes: []) { name then: indicator(code: "A", period: "2023") { value } now: indicator(code: "A", period: "2023") { value } } }`;
    const unit = (name: string): object => ({ name, then: { value: 1 }, now: { value: 2 } });
    const [table] = tables(question, { organizations: [unit('Một'), unit('Hai')] });
    expect(table && seen(table)[0]).toEqual(['Organisation', 'A · Then/Value', 'A · Now/Value']);
  });

  test('of a unit that was asked for in two places have two rows, and none is lost', () => {
    const question = `{ before: organizations(codes: []) { id name indicator(code: "A", period: "2023") { value } } after: organizations(codes: []) { id name indicator(code: "A", period: "2023") { value } } }`;
    const units = (value: number): object[] => [
      { id: '1', name: 'Một', indicator: { value } },
      { id: '2', name: 'Hai', indicator: { value } },
    ];
    const [table] = tables(question, { before: units(1), after: units(2) });
    expect(table && seen(table)).toEqual([
      ['Organisation', 'Asked as', 'A/Value'],
      ['Một', 'Before', '1'],
      ['Hai', 'Before', '1'],
      ['Một', 'After', '2'],
      ['Hai', 'After', '2'],
    ]);
  });
});

test('names of dimensions, their values and the lists of the schema are said in the words of the language', () => {
  const question = `{ organizations(codes: ["a"]) { kind breakdown(code: "D", period: "2023", by: ["FORM"]) { dimensions { name value } value { value } } } }`;
  const [table] = tables(question, {
    organizations: [
      { kind: 'CELL', breakdown: [{ dimensions: [{ name: 'FORM', value: 'WARNING' }], value: { value: 2 } }] },
    ],
  });
  const words = [
    { name: 'FORM', nameVi: 'Hình thức', values: [{ value: 'WARNING', nameVi: 'Cảnh cáo', nameEn: 'Warning' }] },
  ];
  expect(table && seen(inWords(table, words, 'vi'))[1]).toEqual(['D', '2023', 'Cảnh cáo', '2']);
  expect(table && seen(inWords(table, words, 'vi'))[0]?.[2]).toBe('Hình thức');
  const [list] = tables(`{ organizations(codes: ["a"]) { code kind } }`, {
    organizations: [{ code: 'a', kind: 'CELL' }],
  });
  expect(list && seen(inWords(list, words, 'vi'))[1]).toEqual(['a', 'Chi bộ']);
});

test('a series is a row for each period, a breakdown one for each combination', () => {
  const question = `{ organization(code: "H1") { name
    series(code: "A", from: "2023-01", to: "2023-02", by: MONTH) { period value }
    breakdown(code: "D", period: "2023", by: ["FORM"]) { dimensions { name value } value { value } } } }`;
  const answer = {
    organization: {
      name: 'H',
      series: [
        { period: '2023-01', value: 1 },
        { period: '2023-02', value: null },
      ],
      breakdown: [{ dimensions: [{ name: 'FORM', value: 'WARNING' }], value: { value: 2 } }],
    },
  };
  const found = tables(question, answer);
  expect(found.map((table) => table.shape)).toEqual(['series', 'breakdown']);
  expect(seen(found[0])).toEqual([
    ['Period', 'Value'],
    ['2023-01', '1'],
    ['2023-02', '–'],
  ]);
  expect(seen(found[1])).toEqual([
    ['Indicator', 'Period', 'Form', 'Value'],
    ['D', '2023', 'WARNING', '2'],
  ]);
});

test('who is missing under a figure is a list of its own, of the unit and the indicator in its caption', () => {
  const question = `{ organization(code: "H1") { name indicator(code: "A", period: "2023") { value coverage { expected answered missing { nodes { code name } } } } } }`;
  const answer = {
    organization: {
      name: 'H',
      indicator: {
        value: 4,
        coverage: {
          expected: 3,
          answered: 1,
          missing: {
            nodes: [
              { code: 'X1', name: 'Một' },
              { code: 'X2', name: 'Hai' },
            ],
          },
        },
      },
    },
  };
  const [list, figures] = tables(question, answer);
  expect(list?.caption.map((cell) => formatCell(cell, 'en'))).toEqual(['H', 'A']);
  expect(seen(list)).toEqual([
    ['Missing', 'Code'],
    ['Một', 'X1'],
    ['Hai', 'X2'],
  ]);
  expect(seen(figures)[1]).toEqual(['A', '2023', '4 ◔', '3', '1']);
});

test('a plain list is read as it lies, a null remark left empty', () => {
  const question = `{ organizations(codes: ["a", "x"]) { code name closedOn parent { name } } }`;
  const answer = {
    organizations: [
      { code: 'a', name: 'A', closedOn: '2025-07-01', parent: { name: 'P' } },
      null,
      { code: 'b', name: 'B', closedOn: null, parent: null },
    ],
  };
  expect(seen(tables(question, answer)[0])).toEqual([
    ['Organisation', 'Code', 'Closed on', 'Parent'],
    ['A', 'a', '2025-07-01', 'P'],
    ['B', 'b', '', ''],
  ]);
});
