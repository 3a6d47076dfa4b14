import { brokenPromises, newestOf } from '../../scripts/schema-diff.ts';

const HEAD = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';
const UNIT =
  'type Unit @key(fields: "id") @key(fields: "code") { id: ID! code: String! size(on: String): Int kind: Kind }';
const KIND = 'enum Kind { OLD NEW }';
const QUERY = 'schema { query: Query } type Query { unit(code: String!): Unit }';
const RELEASED = [HEAD, QUERY, UNIT, KIND].join('\n');

/** The release with something in it replaced. */
function changed(from: string, to: string, sdl = RELEASED): string {
  if (!sdl.includes(from)) throw new Error(`the release has no ${from}`);
  return sdl.replace(from, to);
}

async function paths(before: string, after: string, today = '2027-01-01'): Promise<string[]> {
  return (await brokenPromises(before, after, today)).map(({ path, why }) => `${path}: ${why}`);
}

const DEPRECATED = '@deprecated(reason: "Ask parts. Gone from 2027-06-30.")';

describe('what may be changed without a word', () => {
  test.each([
    ['nothing', RELEASED],
    ['a new field', changed('id: ID!', 'id: ID! parts: Int')],
    ['a new value', changed('OLD NEW', 'OLD NEW NEWER')],
    ['a new argument that may be left out', changed('(on: String)', '(on: String, by: String)')],
    ['a dated deprecation', changed('kind: Kind', `kind: Kind ${DEPRECATED}`)],
  ])('%s', async (_, after) => {
    expect(await paths(RELEASED, after)).toEqual([]);
  });
});

describe('what may not', () => {
  const UNANNOUNCED = 'the last release does not deprecate it';

  test.each([
    ['a field that is gone', changed(' kind: Kind', ''), [`Unit.kind: ${UNANNOUNCED}`]],
    ['a field that may be null now', changed('code: String! size', 'code: String size'), [`Unit.code: ${UNANNOUNCED}`]],
    ['an argument that is gone', changed('(on: String)', ''), [`Unit.size.on: ${UNANNOUNCED}`]],
    ['an argument that must be given now', changed('(on: String)', '(on: String!)'), [`Unit.size.on: ${UNANNOUNCED}`]],
    ['a value that is gone', changed('OLD NEW', 'NEW'), [`Kind.OLD: ${UNANNOUNCED}`]],
    [
      'a deprecation without a day',
      changed('kind: Kind', 'kind: Kind @deprecated(reason: "soon")'),
      ['Unit.kind: a deprecation has to name the day of the end'],
    ],
  ])('%s', async (_, after, broken) => {
    expect(await paths(RELEASED, after)).toEqual(broken);
  });

  test('a key that others hold on to', async () => {
    expect((await paths(RELEASED, changed(' @key(fields: "code")', ''))).length).toBe(1);
  });
});

describe('what was announced', () => {
  const ANNOUNCED = changed('kind: Kind', `kind: Kind ${DEPRECATED}`);
  const DONE = changed(' kind: Kind', '');

  test('stays until its day', async () => {
    expect(await paths(ANNOUNCED, DONE, '2027-06-29')).toEqual(['Unit.kind: it was promised until 2027-06-30']);
  });

  test('may go from its day on', async () => {
    expect(await paths(ANNOUNCED, DONE, '2027-06-30')).toEqual([]);
  });
});

test('the newest release is found by its number, not by its letters', () => {
  expect(newestOf(['0.9.0.graphql', '0.10.0.graphql', '0.2.0.graphql', 'README.md'])).toBe('0.10.0');
});
