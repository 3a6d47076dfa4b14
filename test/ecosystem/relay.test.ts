import { readFileSync } from 'node:fs';
import {
  buildASTSchema,
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  parse,
} from 'graphql';
import { startTestServer, type TestServer } from '../support/server.ts';

const SDL = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');
const SCHEMA = buildASTSchema(parse(SDL), { assumeValidSDL: true });
const TYPES = Object.values(SCHEMA.getTypeMap()).filter((type) => isObjectType(type) || isInterfaceType(type));
const CONNECTIONS = TYPES.filter(({ name }) => name.endsWith('Connection'));

/** Every field that gives a connection, as `Type.field`. */
const FIELDS = TYPES.flatMap((type) =>
  Object.values(type.getFields())
    .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
    .map((field) => [`${type.name}.${field.name}`, field] as const),
);

test.each(CONNECTIONS.map((type) => [type.name, type] as const))('%s is a connection as Relay has it', (name, type) => {
  const fields = type.getFields();
  const edge = getNamedType(fields['edges']?.type);
  expect(isListType(getNullableType(fields['edges']?.type))).toBe(true);
  expect(String(fields['pageInfo']?.type)).toBe('PageInfo!');
  expect(String(fields['totalCount']?.type)).toBe('Int!');
  expect(edge?.name).toBe(name.replace(/Connection$/, 'Edge'));
  expect(isObjectType(edge) && String(edge.getFields()['cursor']?.type)).toBe('String!');
  expect(isObjectType(edge) && edge.getFields()['node']).toBeDefined();
});

test.each(FIELDS)('%s takes first and after', (_, { args }) => {
  const types = Object.fromEntries(args.map(({ name, type }) => [name, String(type)]));
  expect(types).toMatchObject({ first: 'Int', after: 'String' });
});

test('PageInfo has what Relay asks for', () => {
  const type = SCHEMA.getType('PageInfo');
  const fields = isObjectType(type)
    ? Object.values(type.getFields()).map(({ name, type: of }) => `${name}: ${String(of)}`)
    : [];
  expect(fields.sort()).toEqual([
    'endCursor: String',
    'hasNextPage: Boolean!',
    'hasPreviousPage: Boolean!',
    'startCursor: String',
  ]);
});

describe('pages', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startTestServer();
  });

  afterAll(async () => {
    await server.stop();
  });

  interface Page {
    readonly nodes: readonly { readonly code: string }[];
    readonly pageInfo: {
      readonly hasNextPage: boolean;
      readonly hasPreviousPage: boolean;
      readonly endCursor: string | null;
    };
    readonly totalCount: number;
  }

  const CHILDREN = `query ($first: Int, $after: String) {
    organization(code: "H509") {
      children(on: "2025-01-01", first: $first, after: $after) {
        nodes { code } pageInfo { hasNextPage hasPreviousPage endCursor } totalCount
      }
    }
  }`;

  async function page(first: number, after?: string | null): Promise<Page> {
    const { organization } = await server.data<{ organization: { children: Page } }>(CHILDREN, { first, after });
    return organization.children;
  }

  async function addUnit(code: string): Promise<void> {
    await server.orm.em.getConnection().execute(
      `with made as (
         insert into organization (code, name, search_name, synthetic) values ('${code}', '${code}', '${code.toLowerCase()}', true) returning id
       )
       insert into placement (organization_id, parent_id, kind, valid)
       select made.id, (select id from organization where code = 'H509'), 'GRASSROOTS_COMMITTEE', '[2000-01-01,2025-07-01)' from made`,
    );
  }

  test('units that come between two pages are neither shown twice nor do they push others out', async () => {
    const first = await page(5);
    const rest = await page(100, first.pageInfo.endCursor);
    await addUnit('X20640');
    await addUnit('X20690');
    const again = await page(100, first.pageInfo.endCursor);
    const codes = again.nodes.map(({ code }) => code);
    expect(codes).toContain('X20690');
    expect(codes).not.toContain('X20640');
    expect(codes.filter((code) => code !== 'X20690')).toEqual(rest.nodes.map(({ code }) => code));
    expect(again.totalCount).toBe(rest.totalCount + 2);
  });

  test('one page after another gives each unit once, and tells where it stands', async () => {
    const seen: string[] = [];
    let after: string | null = null;
    for (let number = 0; ; number += 1) {
      const { nodes, pageInfo }: Page = await page(4, after);
      seen.push(...nodes.map(({ code }) => code));
      expect(pageInfo.hasPreviousPage).toBe(number > 0);
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    const all = await page(1000);
    expect(seen).toEqual(all.nodes.map(({ code }) => code));
    expect(new Set(seen).size).toBe(all.totalCount);
  });

  test.each([0, -1, 1001, 5000])('first: %i is refused, and it is said what may be asked for', async (first) => {
    const { errors } = await server.ask(CHILDREN, { first });
    expect(errors?.[0]?.message).toBe(`Expected \`first\` from 1 to 1000; got ${first}.`);
    expect(errors?.[0]?.extensions.code).toBe('PAGE_SIZE_OUT_OF_RANGE');
  });

  test.each(['X20644', 'Y2hpbGRyZW4', ''])('a cursor that is none (%j) is refused', async (after) => {
    const { errors } = await server.ask(CHILDREN, { first: 5, after });
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_MALFORMED');
  });

  test('a cursor of another list is refused', async () => {
    const { provinces } = await server.data<{ provinces: Page }>(
      '{ provinces(first: 1) { nodes { code } pageInfo { endCursor } } }',
    );
    const { errors } = await server.ask(CHILDREN, { first: 5, after: provinces.pageInfo.endCursor });
    expect(errors?.[0]?.extensions.code).toBe('CURSOR_MALFORMED');
  });
});
