import type { SeedFigure } from '../seeds/seed-data.ts';
import { figures, indicators, sources } from '../seeds/seed-data.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** Every figure of the five articles, asked for one by one of a server that runs, as a user would ask. */

interface Dimension {
  name: string;
  value: string;
}

interface Reported {
  indicator: { code: string };
  role: string;
  period: string | null;
  per: string | null;
  dimensions: Dimension[];
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  qualifier: string;
  knownAt: string;
  note: string | null;
  source: object & { id: string };
}

interface Value {
  period: string;
  value: number | null;
  reported: number | null;
  status: string;
  qualifier: string;
  target: number | null;
  targetPeriod: string;
  sources: { id: string }[];
}

const OBSERVATIONS = `query ($organization: String!, $code: IndicatorCode!, $role: ObservationRole!) {
  organization(code: $organization) {
    observations(code: $code, role: $role, first: 1000) {
      nodes {
        indicator { code } role period per dimensions { name value } value numerator denominator qualifier knownAt note
        source { id title kind publisher publishedOn file }
      }
    }
  }
}`;
const VALUE = `query ($organization: String!, $code: IndicatorCode!, $period: Period!, $dimensions: [DimensionFilter!]) {
  organization(code: $organization) {
    indicator(code: $code, period: $period, dimensions: $dimensions) {
      period value reported status qualifier target targetPeriod sources { id }
    }
  }
}`;

const sourceById = new Map(sources.map((source) => [source.id, source]));
const kindByCode = new Map(indicators.map(({ code, kind }) => [code, kind]));
const listed = (dimensions: SeedFigure['dimensions']): Dimension[] =>
  Object.entries(dimensions)
    .map(([name, value]) => ({ name, value }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
const idsOf = (found: readonly SeedFigure[]): [string, SeedFigure][] => found.map((figure) => [figure.id, figure]);

const dated = figures.filter(({ period }) => period !== null);
const actual = dated.filter(({ role }) => role === 'ACTUAL');
const targets = dated.filter(({ role, per }) => role === 'TARGET' && per === undefined);

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function valueOf(figure: SeedFigure, period: string | null): Promise<Value> {
  const { organization, indicator, dimensions } = figure;
  const variables = { organization, code: indicator, period, dimensions: listed(dimensions) };
  return (await server.data<{ organization: { indicator: Value } }>(VALUE, variables)).organization.indicator;
}

test('the file holds 107 figures of five sources', () => {
  expect(figures).toHaveLength(107);
  expect(new Set(figures.map(({ source }) => source)).size).toBe(5);
  expect(actual.length + targets.length + figures.filter(({ period }) => period === null).length).toBe(106);
});

test.each(idsOf(figures))('%s is listed among the reported facts exactly as it was published', async (_, figure) => {
  const { organization, indicator, role, period, dimensions } = figure;
  const answer = await server.data<{ organization: { observations: { nodes: Reported[] } } }>(OBSERVATIONS, {
    organization,
    code: indicator,
    role,
  });
  const wanted = JSON.stringify(listed(dimensions));
  const same = answer.organization.observations.nodes.filter(
    (each) => each.period === period && JSON.stringify(each.dimensions) === wanted,
  );
  expect(same).toEqual([
    {
      indicator: { code: indicator },
      role,
      period,
      per: figure.per ?? null,
      dimensions: listed(dimensions),
      value: figure.value,
      numerator: figure.numerator ?? null,
      denominator: figure.denominator ?? null,
      qualifier: figure.qualifier,
      knownAt: new Date(figure.knownAt).toISOString(),
      note: figure.note ?? null,
      source: sourceById.get(figure.source),
    },
  ]);
});

test.each(idsOf(actual))('%s is the value of its indicator, period and dimensions', async (_, figure) => {
  expect(await valueOf(figure, figure.period)).toMatchObject({
    period: figure.period,
    value: figure.value,
    reported: figure.value,
    status: 'OBSERVED',
    qualifier: figure.qualifier,
    sources: [{ id: figure.source }],
  });
});

test.each(idsOf(targets))('%s is the target of its own period', async (_, figure) => {
  const { target, targetPeriod } = await valueOf(figure, figure.period);
  expect({ target, targetPeriod }).toEqual({ target: figure.value, targetPeriod: figure.period });
  expect(['FLOW', 'STOCK']).toContain(kindByCode.get(figure.indicator));
});

describe('nine a year over a term', () => {
  const hoaPhu = figures.find(({ id }) => id === 'hp-admission-target');
  test.each([
    ['2023', 9, '2023'],
    ['2020', 9, '2020'],
    ['2025', 9, '2025'],
    ['TERM-2020-2025', 45, 'TERM-2020-2025'],
    ['TERM-2020-2025/..', 45, 'TERM-2020-2025'],
    ['2023-01-01/2023-09-30', 9, '2023'],
    ['2019', null, '2019'],
    ['2026', null, '2026'],
    ['TERM-2025-2030', null, 'TERM-2025-2030'],
  ])('the target of %s is %s', async (period, expected, targetPeriod) => {
    if (!hoaPhu) throw new Error('the figure is gone');
    expect(await valueOf(hoaPhu, period)).toMatchObject({ target: expected, targetPeriod });
  });
});

test('nothing that the server did not foresee came up', () => {
  expect(server.unexpected).toEqual([]);
});
