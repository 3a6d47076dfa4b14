import type { SentStatement } from '../../src/database/statements.ts';
import type { NewFact, NewUnit } from '../support/seed.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/**
 * A question costs the same statements whether it is about one parent or about fifty: their names, in their order,
 * stand beside the answer. Before each question every fact is forgotten, so that none is answered from memory.
 */

const COUNTS = [1, 50] as const;
const ON = '2023-09-30';
/** A district with one and one with fifty communes, each with two cells, each of which reported. */
const parentOf = (count: number): string => `H-${count}`;
const communes = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `X-${count}-${String(at).padStart(2, '0')}`);
const cellsOf = (commune: string): string[] => [`${commune}-C1`, `${commune}-C2`];

let server: TestServer;
let seed: Seed;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  for (const count of COUNTS) {
    const units: NewUnit[] = [{ code: parentOf(count), kind: 'DISTRICT', parent: 'T49', to: '2025-07-01' }];
    const facts: NewFact[] = [];
    for (const commune of communes(count)) {
      units.push({ code: commune, kind: 'GRASSROOTS_COMMITTEE', parent: parentOf(count), to: '2025-07-01' });
      cellsOf(commune).forEach((code, at) => {
        units.push({ code, kind: 'CELL', parent: commune, to: '2025-07-01' });
        facts.push({
          organization: code,
          indicator: 'PARTY_MEMBERS',
          value: 10 + at,
          period: ON,
          source: `form-${commune}`,
        });
        facts.push({
          organization: code,
          indicator: 'MEMBERS_ADMITTED',
          value: at,
          period: '2023-01-01/2023-09-30',
          source: `form-${commune}`,
        });
      });
    }
    await seed.sources(communes(count).map((code) => `form-${code}`));
    await seed.units(units);
    await seed.facts(facts);
  }
  await server.data('{ nation { code } }');
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});
beforeEach(() => seed.sql(`insert into journal (topic, key) values ('OBSERVATION', null)`));

const namesOf = (statements: readonly SentStatement[]): string[] => statements.map(({ name }) => name);

/** The answer, and the names of the statements that it took beside the look at the journal, which comes first. */
async function ask<Data>(query: string, variables: object): Promise<{ data: Data; names: string[] }> {
  const { result, statements } = await server.watch(() => server.data<Data>(query, variables));
  const [look, ...names] = namesOf(statements);
  expect(look).toBe('journal-since');
  return { data: result, names };
}

interface Figure {
  value: number | null;
}
interface Level<Below> {
  code: string;
  indicators: Figure[];
  children: { nodes: Below[] };
}

test.each(COUNTS)('children { indicators } two levels deep: %d parents', async (count) => {
  const { data, names } = await ask<{ organization: Level<Level<never>> }>(
    `query ($code: String!) {
      organization(code: $code) {
        code
        indicators(codes: ["PARTY_MEMBERS", "MEMBERS_ADMITTED"], period: "2023-01-01/2023-09-30") { value }
        children(on: "${ON}", first: 100) {
          nodes {
            code
            indicators(codes: ["PARTY_MEMBERS", "MEMBERS_ADMITTED"], period: "2023-01-01/2023-09-30") { value }
            children(on: "${ON}") {
              nodes {
                code
                indicators(codes: ["PARTY_MEMBERS", "MEMBERS_ADMITTED"], period: "2023-01-01/2023-09-30") { value }
              }
            }
          }
        }
      }
    }`,
    { code: parentOf(count) },
  );
  expect(names).toEqual(['facts']);
  expect(data.organization.indicators).toEqual([{ value: 21 * count }, { value: count }]);
  expect(data.organization.children.nodes.map(({ code }) => code)).toEqual(communes(count));
  for (const { code, indicators, children } of data.organization.children.nodes) {
    expect(indicators).toEqual([{ value: 21 }, { value: 1 }]);
    expect(children.nodes).toEqual([
      { code: `${code}-C1`, indicators: [{ value: 10 }, { value: 0 }] },
      { code: `${code}-C2`, indicators: [{ value: 11 }, { value: 1 }] },
    ]);
  }
});

test.each(COUNTS)('targets, a year before and shares beside the figures: %d parents', async (count) => {
  const { data, names } = await ask<{ organizations: { indicator: Figure }[] }>(
    `query ($codes: [String!]!) {
      organizations(codes: $codes) {
        indicator(code: "MEMBERS_ADMITTED", period: "2023-01-01/2023-09-30") {
          value target achievement coverage { expected answered missing { nodes { code } } } previousYear { value }
        }
      }
    }`,
    { codes: communes(count) },
  );
  expect(names).toEqual(['facts', 'facts']);
  expect(data.organizations).toEqual(
    communes(count).map(() => ({
      indicator: {
        value: 1,
        target: null,
        achievement: null,
        coverage: { expected: 2, answered: 2, missing: { nodes: [] } },
        previousYear: { value: null },
      },
    })),
  );
});

test.each(COUNTS)('contributions and sources: %d organisations', async (count) => {
  const { data, names } = await ask<{
    organizations: { indicator: { sources: { id: string }[]; contributions: { nodes: Figure[] } } }[];
  }>(
    `query ($codes: [String!]!) {
      organizations(codes: $codes) {
        indicator(code: "PARTY_MEMBERS", period: "${ON}") {
          sources { id title }
          contributions { nodes { value organization { code } source { id title } } }
        }
      }
    }`,
    { codes: communes(count) },
  );
  expect(names).toEqual(['facts', 'sources']);
  expect(data.organizations).toEqual(
    communes(count).map((code) => {
      const source = { id: `form-${code}`, title: `form-${code}` };
      const nodes = cellsOf(code).map((cell, at) => ({ value: 10 + at, organization: { code: cell }, source }));
      return { indicator: { sources: [source], contributions: { nodes } } };
    }),
  );
});

test.each(COUNTS)('observations with their indicators and sources: %d organisations', async (count) => {
  const { data, names } = await ask<{ organizations: { observations: { totalCount: number; nodes: object[] } }[] }>(
    `query ($codes: [String!]!) {
      organizations(codes: $codes) {
        observations(code: "PARTY_MEMBERS", first: 10) { totalCount nodes { value period indicator { code } source { id } } }
      }
    }`,
    { codes: communes(count).map((code) => `${code}-C2`) },
  );
  expect(names).toEqual(['observations', 'sources']);
  expect(data.organizations).toEqual(
    communes(count).map((code) => ({
      observations: {
        totalCount: 1,
        nodes: [{ value: 11, period: ON, indicator: { code: 'PARTY_MEMBERS' }, source: { id: `form-${code}` } }],
      },
    })),
  );
});

test.each(COUNTS)('_entities of several types: %d of each', async (count) => {
  const codes = communes(count);
  const { data, names } = await ask<{ _entities: object[] }>(
    `query ($representations: [_Any!]!) {
      _entities(representations: $representations) {
        ... on GrassrootsOrganization { code indicator(code: "PARTY_MEMBERS", period: "${ON}") { value } parent(on: "${ON}") { code } }
        ... on SourceDocument { id title }
        ... on Indicator { indicatorCode: code nameEn }
      }
    }`,
    {
      representations: codes.flatMap((code) => [
        { __typename: 'GrassrootsOrganization', code },
        { __typename: 'SourceDocument', id: `form-${code}` },
        { __typename: 'Indicator', code: 'PARTY_MEMBERS' },
      ]),
    },
  );
  expect(names.sort()).toEqual(['facts', 'sources']);
  expect(data._entities).toEqual(
    codes.flatMap((code) => [
      { code, indicator: { value: 21 }, parent: { code: parentOf(count) } },
      { id: `form-${code}`, title: `form-${code}` },
      { indicatorCode: 'PARTY_MEMBERS', nameEn: expect.any(String) as string },
    ]),
  );
});

test('fields that walk the tree cost no statement at all', async () => {
  const { names } = await ask(
    `{ organization(code: "H-50") { parent(on: "${ON}") { name } ancestors(on: "${ON}") { code } adminUnit { code } successors { kind }
       children(on: "${ON}") { nodes { code parent(on: "${ON}") { code } } } } }`,
    {},
  );
  expect(names).toEqual([]);
});

test('the second question costs one look at the journal, and facts that are known are not read again', async () => {
  const query = `{ organization(code: "H-50") { indicator(code: "PARTY_MEMBERS", period: "${ON}") { value } } }`;
  const first = await server.data(query);
  const { result, statements } = await server.watch(() => server.data(query));
  expect(result).toEqual(first);
  expect(result).toEqual({ organization: { indicator: { value: 1050 } } });
  expect(namesOf(statements)).toEqual(['journal-since']);
  expect(statements[0]?.text).toMatch(/from journal\s+where xid >= pg_snapshot_xmin/);
});

test('facts of many questions come in one statement that numbers them', async () => {
  const { statements } = await server.watch(() =>
    server.data(
      `{ organization(code: "H-50") { series(code: "PARTY_MEMBERS", from: "2023-01", to: "2023-12", by: MONTH) { value } } }`,
    ),
  );
  const facts = statements.filter(({ name }) => name === 'facts');
  expect(facts).toHaveLength(1);
  expect(facts[0]?.text).toContain('with ordinality as wanted');
});

test('what answers from the schema alone asks the database nothing', async () => {
  const { result, statements } = await server.watch(() => server.data('{ __typename _service { sdl } }'));
  expect(result).toMatchObject({ __typename: 'Query' });
  expect(statements).toEqual([]);
});
