import { createHash } from 'node:crypto';
import { countBy, dimensions, figures, indicators, organizations, repeated, sources } from './seed-data.ts';
import type { SeedFigure } from './seed-data.ts';

const indicatorByCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
const valuesByDimension = new Map(dimensions.map(({ name, values }) => [name, values.map(({ value }) => value)]));

/** Order of the dimensions' names doesn't make another fact. */
function factKey({ organization, indicator, role, period, dimensions: named }: SeedFigure): string {
  return JSON.stringify([organization, indicator, role, period, Object.entries(named).sort()]);
}

function valueOf(id: string): number | null {
  const figure = figures.find((candidate) => candidate.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure.value;
}

/** The ids of the figures that break a rule: empty when all keep it. */
function offenders(keepsRule: (figure: SeedFigure) => boolean): string[] {
  return figures.filter((figure) => !keepsRule(figure)).map(({ id }) => id);
}

/** The last day of a period of whole days; null for terms and undated figures. */
function lastDay(period: string | null): string | null {
  if (period === null || period.startsWith('TERM-')) return null;
  const end = period.replace('~', '').split('/').at(-1) ?? '';
  return end.length === 4 ? `${end}-12-31` : end;
}

test('all published figures are there, by source, role, qualifier and unit', () => {
  expect(figures).toHaveLength(107);
  expect(countBy(figures, ({ source }) => source)).toEqual({
    'article-binh-nguyen-2023': 9,
    'article-chiem-hoa-2023': 15,
    'article-binh-dinh-agencies-2023': 51,
    'article-que-son-2023': 29,
    'article-tinh-bien': 3,
  });
  expect(countBy(figures, ({ role }) => role)).toEqual({ ACTUAL: 102, TARGET: 5 });
  expect(countBy(figures, ({ qualifier }) => qualifier)).toEqual({
    EXACT: 100,
    AT_LEAST: 3,
    GREATER_THAN: 4,
  });
  expect(countBy(figures, ({ organization }) => organization)).toEqual({
    X20800: 9,
    X02317: 2,
    X02335: 3,
    H073: 10,
    'K52-01': 51,
    X20644: 4,
    H509: 25,
    H890: 3,
  });
});

test('no published number changed unnoticed', () => {
  const numbers = figures.map((figure) => [
    figure.id,
    figure.value,
    figure.numerator ?? null,
    figure.denominator ?? null,
  ]);
  expect(createHash('sha256').update(JSON.stringify(numbers)).digest('hex').slice(0, 16)).toBe('a62459c7bd909655');
});

test('periods are canonical: the shortest text, and null where the source gives no day', () => {
  expect(countBy(figures, ({ period }) => period ?? 'undated')).toEqual({
    '2023': 57,
    '2023-01-01/2023-09-30': 11,
    '2023-01-01/2023-10-01~': 10,
    '2023-09-30': 2,
    '2023-11-01': 2,
    '2023-12-31': 9,
    'TERM-2020-2025': 1,
    'TERM-2020-2025-H1': 4,
    'TERM-2020-2025/..': 2,
    'TERM-2022-2025': 2,
    undated: 7,
  });
});

test('no id and no fact occurs twice', () => {
  expect(repeated(figures, ({ id }) => id)).toEqual([]);
  expect(repeated(figures, factKey)).toEqual([]);
});

test.each<[string, (figure: SeedFigure) => boolean]>([
  ['unit', ({ organization }) => organizations.some(({ code }) => code === organization)],
  ['source', ({ source }) => sources.some(({ id }) => id === source)],
  ['indicator', ({ indicator }) => indicatorByCode.has(indicator)],
  [
    'dimension of its indicator',
    ({ indicator, dimensions: named }) =>
      Object.keys(named).every((name) =>
        indicatorByCode.get(indicator)?.dimensions.some((known) => known.name === name),
      ),
  ],
  [
    'value of its dimension',
    ({ dimensions: named }) =>
      Object.entries(named).every(([name, value]) => valuesByDimension.get(name)?.includes(value)),
  ],
])('every %s that a figure names is in the catalogue', (_what, isKnown) => {
  expect(offenders(isKnown)).toEqual([]);
});

test('a figure has a value, or a numerator and a denominator', () => {
  const stated = ({ value, numerator, denominator }: SeedFigure): boolean =>
    value === null ? numerator !== undefined && denominator !== undefined : numerator === undefined;
  expect(offenders(stated)).toEqual([]);
});

test('only ratios have a numerator or a fraction; counts are whole', () => {
  const fits = ({ indicator, value, numerator }: SeedFigure): boolean =>
    indicatorByCode.get(indicator)?.kind === 'RATIO' || (numerator === undefined && Number.isInteger(value));
  expect(offenders(fits)).toEqual([]);
});

test('a period is marked approximate in its text and beside it alike', () => {
  expect(offenders(({ period, approximate }) => (period?.endsWith('~') ?? false) === (approximate ?? false))).toEqual(
    [],
  );
});

test('a figure became known on the day its source was published, as far as that is known', () => {
  const publishedOn = new Map(sources.map((source) => [source.id, source.publishedOn]));
  expect(
    offenders(({ source, knownAt }) => {
      const midnight = (day: string): string => `${day}T00:00:00+07:00`;
      return knownAt === midnight(publishedOn.get(source) ?? knownAt.slice(0, 10));
    }),
  ).toEqual([]);
});

test('nothing but a target was known before its period ended', () => {
  const ended = ({ period, knownAt }: SeedFigure): boolean => knownAt.slice(0, 10) >= (lastDay(period) ?? '');
  expect(offenders((figure) => figure.role === 'TARGET' || ended(figure))).toEqual([]);
});

test.each([
  ['qs-disciplined', ['qs-reprimanded', 'qs-expelled']],
  ['qs-disciplined', ['qs-disciplined-ic', 'qs-disciplined-grassroots']],
  ['qs-disciplined-ic', ['qs-disciplined-ic-reprimand', 'qs-disciplined-ic-expulsion']],
  ['bd-disciplined', ['bd-reprimanded', 'bd-warned', 'bd-expelled']],
  ['bd-grassroots', ['bd-grassroots-cells', 'bd-grassroots-committees']],
])('the published parts of %s add up to it', (total, parts) => {
  expect(parts.reduce((sum, id) => sum + (valueOf(id) ?? NaN), 0)).toBe(valueOf(total));
});
