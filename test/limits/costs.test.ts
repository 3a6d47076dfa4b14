import type { GraphQLSchema } from 'graphql';
import { getOperationAST, parse } from 'graphql';
import { buildOpenSubgraph } from '../../src/federation/subgraph.ts';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import { costOf } from '../../src/server/limits/cost.ts';
import { Screen } from '../../src/server/limits/screen.ts';

/** What a question costs is what the printed schema says: `@cost` and `@listSize`. */
let schema: GraphQLSchema;
let sdl: string;
beforeAll(async () => {
  ({ schema, sdl } = await buildOpenSubgraph());
});

function cost(query: string, variables: Readonly<Record<string, unknown>> = {}, units = Infinity): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  return costOf(schema, document, operation, variables, units);
}

test.each([
  ['one object', '{ nation { code } }', 1],
  ['a page of the size it is asked for', '{ nation { children(first: 7) { nodes { code } } } }', 1 + 1 + 7],
  ['a page without a size', '{ nation { children { nodes { code } } } }', 1 + 1 + 100],
  ['edges', '{ nation { children(first: 7) { edges { node { code } } } } }', 1 + 1 + 7 + 7],
  ['what is not asked of a page', '{ nation { children(first: 7) { totalCount } } }', 2],
  ['a list of a size that is declared', '{ nation { ancestors { code } } }', 1 + 8],
  ['a list as long as its argument', '{ organizations(codes: ["a", "b", "c"]) { code } }', 3],
  ['what weighs more', '{ nation { indicator(code: "A", period: "2023") { value } } }', 1 + 3],
  ['a series', '{ nation { series(code: "A", from: "2023", to: "2023", by: MONTH) { value } } }', 1 + 120 * 3],
  ['a search', '{ searchOrganizations(name: "a", first: 2) { nodes { code } } }', 4_000 + 2],
  ['a fragment', '{ nation { ...f } } fragment f on PartyOrganization { parent { code } }', 2],
])('%s', (_, query, expected) => {
  expect(cost(query)).toBe(expected);
});

test('variables count, and so do their defaults', () => {
  const query = 'query ($n: Int = 30) { nation { children(first: $n) { nodes { code } } } }';
  expect([cost(query), cost(query, { n: 5 }), cost(query, { n: null })]).toEqual([32, 7, 102]);
});

test('no walk down meets more units than there are', () => {
  const query = '{ nation { children(first: 900) { nodes { children(first: 900) { nodes { code } } } } } }';
  expect(cost(query, {}, 1_000)).toBe(1 + 1 + 900 + 900 + 1_000);
});

test('the directives are where the costs come from: another weight is another cost', async () => {
  const { schema: other } = await buildOpenSubgraph();
  const type = other.getType('IndicatorValue');
  const directives = type?.astNode && 'directives' in type.astNode ? type.astNode.directives : [];
  const weight = directives?.find(({ name }) => name.value === 'cost')?.arguments?.[0]?.value;
  expect(weight).toMatchObject({ value: '3' });
  Object.assign(weight ?? {}, { value: '50' });
  const document = parse('{ nation { indicator(code: "A", period: "2023") { value } } }');
  const operation = getOperationAST(document);
  expect(operation && costOf(other, document, operation, {}, 1)).toBe(51);
});

test('every list of objects in the text has its size', () => {
  const lists = sdl
    .split('\n')
    .filter((line) => /^ {2}.*\): \[[A-Z]\w+!?\]!?/.test(line) || /^ {2}\w+: \[[A-Z]\w+!\]!/.test(line));
  const without = lists.filter((line) => !line.includes('@listSize') && !/^ {2}(nodes|edges):/.test(line));
  expect(
    without.filter((line) => !/Input|Filter|DimensionName|IndicatorCode|OrganizationKind|\[(String|ID)!/.test(line)),
  ).toEqual([]);
  expect(lists.length).toBeGreaterThan(50);
  expect(sdl).toContain('type IndicatorValue @tag(name: "public") @cost(weight: 3)');
});

test('the question that tools ask for a schema is within the limits, sixty of it are not', () => {
  const ask = (count: number): void => {
    const copies = Array.from(
      { length: count },
      (_, at) =>
        `a${at}: __schema { types { name fields { name args { name type { name ofType { name } } } type { name ofType { name } } } } }`,
    );
    const document = parse(`{ ${copies.join(' ')} }`);
    const operation = getOperationAST(document);
    if (operation) new Screen(schema, DEFAULT_LIMITS).checkCost(document, operation, {}, Infinity);
  };
  expect(() => ask(1)).not.toThrow();
  expect(() => ask(59)).toThrow(/objects in the answer/);
});
