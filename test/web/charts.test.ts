import { describe, expect, test } from '@jest/globals';
import { coloursOn } from '../../web/src/chart/colours.ts';
import { chartOf, measuresOf } from '../../web/src/chart/from-table.ts';
import { barsOptions, linesOptions, stackedOptions } from '../../web/src/chart/options.ts';
import type { BarsChart, Chart, LinesChart } from '../../web/src/chart/spec.ts';
import { tables } from './schema.ts';

const figure = (value: number | null, more: object = {}): object => ({
  value,
  status: value === null ? 'MISSING' : 'OBSERVED',
  qualifier: 'EXACT',
  ...more,
});

function chart(question: string, answer: Readonly<Record<string, unknown>>, measure = 0): Chart | null {
  const [table] = tables(question, answer);
  return table === undefined ? null : chartOf(table, table.rows, measure);
}

/** The text and the fill of every mark of the first series. */
function marks(options: Readonly<Record<string, unknown>>, count: number): unknown[] {
  const [series] = options['series'] as [
    {
      data: { value: number; itemStyle: { decal: unknown; color: string } }[];
      label: { formatter(at: { dataIndex: number }): string };
    },
  ];
  return Array.from({ length: count }, (_, dataIndex) => [
    series.label.formatter({ dataIndex }),
    series.data[dataIndex]?.itemStyle.decal !== undefined,
  ]);
}

describe('units', () => {
  const question = `{ organization(code: "H") { code name indicators(codes: ["A", "B"], period: "2023") { ...F } children { nodes { code name indicators(codes: ["A", "B"], period: "2023") { ...F } } } } }
    fragment F on IndicatorValue { indicator { code name } value status qualifier target coverage { expected answered } }`;
  const two = (value: number | null, target: number | null, answered: number, qualifier = 'EXACT'): object[] => [
    {
      indicator: { code: 'A', name: 'Kết nạp' },
      ...figure(value, { qualifier }),
      target,
      coverage: { expected: 2, answered },
    },
    { indicator: { code: 'B', name: 'Chi bộ' }, ...figure(7), target: null, coverage: { expected: 2, answered: 2 } },
  ];
  const answer = {
    organization: {
      code: 'H',
      name: 'Huyện',
      indicators: two(12, 20, 2),
      children: {
        nodes: [
          { code: 'x', name: 'X', indicators: two(5, 8, 1) },
          { code: 'y', name: 'Y', indicators: two(null, 8, 0) },
          { code: 'z', name: 'Z', indicators: two(540, 8, 2, 'GREATER_THAN') },
        ],
      },
    },
  };
  const bars = chart(question, answer) as BarsChart;

  test('are bars of the lowest level, against their targets, each with the code that a click asks on', () => {
    expect(bars.kind).toBe('bars');
    expect(bars.measure).toBe('Kết nạp');
    expect(bars.categories.map((category) => category.code)).toEqual(['x', 'y', 'z']);
    expect(bars.points.map((point) => [point.value, point.target])).toEqual([
      [5, 8],
      [null, 8],
      [540, 8],
    ]);
  });

  test('are hatched where incomplete, a dash where missing, and a bound where they are one', () => {
    expect(marks(barsOptions(bars, coloursOn(false), 'vi'), 3)).toEqual([
      ['5 ◔', true],
      ['–', false],
      ['> 540', false],
    ]);
  });

  test('are drawn by any of their measures', () => {
    const [table] = tables(question, answer);
    expect(table && measuresOf(table).map((measure) => measure.label)).toEqual(['Kết nạp', 'Chi bộ']);
    expect((chart(question, answer, 1) as BarsChart).points.map((point) => point.value)).toEqual([7, 7, 7]);
  });
});

test('a series is a line for each unit, broken where a figure is missing', () => {
  const question = `{ organizations(codes: ["a", "b"]) { code name series(code: "A", from: "2022", to: "2023", by: YEAR) { period value status qualifier } } }`;
  const answer = {
    organizations: ['a', 'b'].map((code) => ({
      code,
      name: code.toUpperCase(),
      series: [
        { period: '2022', ...figure(1) },
        { period: '2023', ...figure(null) },
      ],
    })),
  };
  const lines = chart(question, answer) as LinesChart;
  expect(lines.kind).toBe('lines');
  expect(lines.categories.map((category) => category.name)).toEqual(['2022', '2023']);
  expect(lines.lines.map((line) => [line.name, line.points.map((point) => point.value)])).toEqual([
    ['A', [1, null]],
    ['B', [1, null]],
  ]);
  const { series } = linesOptions(lines, coloursOn(true), 'vi') as {
    series: { connectNulls: boolean; data: { value: number | null }[] }[];
  };
  expect(series[0]?.connectNulls).toBe(false);
  expect(series[0]?.data.map((point) => point.value)).toEqual([1, null]);
});

test('a breakdown is a bar for each unit, made of its parts; a part of nothing has no label', () => {
  const question = `{ organization(code: "a") { name breakdown(code: "D", period: "2023", by: ["FORM"]) { dimensions { name value } value { value } } } }`;
  const part = (form: string, value: number): object => ({
    dimensions: [{ name: 'FORM', value: form }],
    value: { value },
  });
  const stacked = chart(question, {
    organization: { name: 'H', breakdown: [part('WARNING', 2), part('EXPULSION', 0)] },
  }) as LinesChart;
  expect(stacked.kind).toBe('stacked');
  expect(stacked.lines.map((line) => [line.name, line.points[0]?.value])).toEqual([
    ['WARNING', 2],
    ['EXPULSION', 0],
  ]);
  const { series } = stackedOptions(stacked, coloursOn(false), 'vi') as {
    series: { label: { formatter(at: { dataIndex: number }): string } }[];
  };
  expect(series.map((one) => one.label.formatter({ dataIndex: 0 }))).toEqual(['2', '']);
});

test('a few figures of one unit are written large', () => {
  const answer = {
    organization: {
      code: 'H',
      name: 'H',
      indicator: { indicator: { name: 'Kết nạp' }, period: '2023', value: 84, target: 85 },
    },
  };
  const question = `{ organization(code: "H") { code name indicator(code: "A", period: "2023") { indicator { name } period value target } } }`;
  expect(chart(question, answer)).toEqual({
    kind: 'cards',
    cards: [expect.objectContaining({ label: 'Kết nạp', detail: '2023', unit: '', value: 84, target: 85 })],
  });
});

test('a list without figures has no picture', () => {
  expect(chart(`{ indicators { code name } }`, { indicators: [{ code: 'A', name: 'a' }] })).toBeNull();
});
