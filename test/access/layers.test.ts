import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { execute, parse } from 'graphql';
import pg from 'pg';
import type { MemberAccess } from '../../src/access/member-access.ts';
import { memberAccess } from '../../src/access/member-access.ts';
import { scopeOf } from '../../src/access/scope.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import { APP_ROLE, openAppPool } from '../../src/database/app-pool.ts';
import { Statements } from '../../src/database/statements.ts';
import { buildOpenSubgraph } from '../../src/federation/subgraph.ts';
import type { RequestContext } from '../../src/loaders/context.ts';
import { sightOf } from '../../src/protection/sight.ts';
import { makeLoaders } from '../../src/loaders/request.ts';
import { SnapshotStore } from '../../src/loaders/snapshot/store.ts';
import { dayOf } from '../../src/periods/day.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';
import type { People, Person } from './people.ts';
import { CELLS, settle, UNITS_OF_A } from './people.ts';

/** Each of the two layers holds by itself, with the other one switched off. */
const TODAY = dayOf(2026, 3, 2);
const officerOf = (unit: string): Viewer => ({ role: 'OFFICER', subject: 'officer', unit });
const ANALYST: Viewer = { role: 'ANALYST', subject: 'analyst', unit: null };
const NOBODY: Viewer = { role: 'PUBLIC', subject: 'anonymous', unit: null };
const ADMINISTRATOR: Viewer = { role: 'ADMINISTRATOR', subject: 'admin', unit: null };

let database: TestDatabase;
let seed: Seed;
let people: People;
let ownerPool: pg.Pool;
let appPool: pg.Pool;
let schema: GraphQLSchema;
beforeAll(async () => {
  database = await createTestDatabase();
  seed = await Seed.open(database.url);
  people = await settle(seed);
  ownerPool = new pg.Pool({ connectionString: database.url, max: 2 });
  appPool = await openAppPool(database.url);
  schema = (await buildOpenSubgraph()).schema;
});
afterAll(async () => {
  await Promise.all([ownerPool.end(), appPool.end(), seed.close()]);
  await database.drop();
});

const QUERY = `query ($all: [_Any!]!) {
  a: organization(code: "${CELLS.a}") { ... on GrassrootsOrganization { members { totalCount nodes { fullName cell { code } } } } }
  b: organization(code: "${CELLS.b}") { ... on GrassrootsOrganization { members(on: "2023-06-30") { totalCount nodes { fullName } } } }
  _entities(representations: $all) { ... on Member { fullName } }
}`;

interface Seen {
  a: { members: { totalCount: number; nodes: { fullName: string }[] } };
  b: { members: { totalCount: number; nodes: { fullName: string }[] } };
  _entities: ({ fullName: string } | null)[];
}

function neverWritten(): never {
  throw new Error('nothing is written here');
}

/** Asks the schema without its guard. */
async function ask(pool: pg.Pool, viewer: Viewer, layer: (access: MemberAccess) => MemberAccess): Promise<Seen> {
  const statements = Statements.on(pool);
  const snapshot = await new SnapshotStore(statements).current();
  const members = layer(memberAccess(statements, viewer, scopeOf(viewer, snapshot.tree, TODAY), TODAY));
  const sight = sightOf(viewer, members.sees, 5);
  // References ask for the role on their own: an officer's passes them here, whoever it is.
  const contextValue: RequestContext = {
    snapshot,
    loaders: makeLoaders(snapshot, statements, members, sight),
    sight,
    today: TODAY,
    viewer: ADMINISTRATOR,
    members,
    spread: undefined,
    changes: { em: () => neverWritten(), after: async () => snapshot },
  };
  const all = Object.values(people).map((id) => ({ __typename: 'Member', id }));
  const { data, errors } = await execute({ schema, document: parse(QUERY), contextValue, variableValues: { all } });
  if (errors) throw errors[0] ?? new Error('failed');
  return data as unknown as Seen;
}

const OF_A: readonly Person[] = ['An', 'Binh', 'Dung'];
const names = (seen: Seen): unknown => ({
  a: seen.a.members.nodes.map(({ fullName }) => fullName),
  b: seen.b.members.nodes.map(({ fullName }) => fullName),
  counts: [seen.a.members.totalCount, seen.b.members.totalCount],
  entities: seen._entities.flatMap((each) => (each ? [each.fullName] : [])),
});
const AS_OFFICER = { a: OF_A, b: ['Dung'], counts: [3, 1], entities: OF_A };
const NOTHING = { a: [], b: [], counts: [0, 0], entities: [] };
const EVERYTHING = {
  a: OF_A,
  b: ['Chi', 'Dung'],
  counts: [3, 2],
  entities: Object.keys({ An: 0, Binh: 0, Chi: 0, Dung: 0, Em: 0, Gia: 0 }),
};

describe('the database’s layer alone', () => {
  const withoutFirst = (access: MemberAccess): MemberAccess => ({ ...access, sees: () => true });

  test.each(UNITS_OF_A)('shows an officer of %s what is in the subtree today', async (unit) => {
    expect(names(await ask(appPool, officerOf(unit), withoutFirst))).toEqual(AS_OFFICER);
  });
  test.each([NOBODY, ANALYST, officerOf('NOPE'), officerOf(''), { ...ANALYST, unit: 'H509' }])(
    'shows nothing to %j',
    async (viewer) => {
      expect(names(await ask(appPool, viewer, withoutFirst))).toEqual(NOTHING);
    },
  );
  test('shows an administrator everything', async () => {
    expect(names(await ask(appPool, ADMINISTRATOR, withoutFirst))).toEqual(EVERYTHING);
  });
});

describe('the process’s layer alone', () => {
  /** The owner of the tables is held by no policy. */
  const withoutSecond = (access: MemberAccess): MemberAccess => access;

  test.each(UNITS_OF_A)('shows an officer of %s what is in the subtree today', async (unit) => {
    expect(names(await ask(ownerPool, officerOf(unit), withoutSecond))).toEqual(AS_OFFICER);
  });
  test.each([NOBODY, ANALYST, officerOf('NOPE')])('shows nothing to %j', async (viewer) => {
    expect(names(await ask(ownerPool, viewer, withoutSecond))).toEqual(NOTHING);
  });
  test('is needed there: without either, everything is seen', async () => {
    expect(names(await ask(ownerPool, NOBODY, (access) => ({ ...access, sees: () => true })))).toEqual(EVERYTHING);
  });
});

describe('the server’s role', () => {
  const asApp = async <Row extends object>(text: string): Promise<Row[]> => (await appPool.query<Row>(text)).rows;

  test('owns nothing, is no superuser and bypasses no policy', async () => {
    const [role] = await seed.rows(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = '${APP_ROLE}'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false });
    expect(await seed.rows(`select relname from pg_class where relowner = '${APP_ROLE}'::regrole`)).toEqual([]);
    expect(await asApp('select current_user as "user"')).toEqual([{ user: APP_ROLE }]);
  });

  test.each(['member', 'member_cell', 'member_event'])('sees no row of %s unless the session is set', async (table) => {
    expect(await asApp(`select * from ${table}`)).toEqual([]);
    const [{ guarded } = { guarded: false }] = await seed.rows<{ guarded: boolean }>(
      `select relrowsecurity as guarded from pg_class where relname = '${table}'`,
    );
    expect(guarded).toBe(true);
  });

  test('every table with a column that tells a member is guarded or closed', async () => {
    const open = await seed.rows<{ name: string }>(`
      select distinct c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'v', 'm', 'p') and (a.attname in ('member_id', 'full_name'))
        and not c.relrowsecurity and has_table_privilege('${APP_ROLE}', c.oid, 'select')`);
    expect(open).toEqual([]);
  });

  test('counts everybody without names or numbers', async () => {
    const [stay] = await asApp<Record<string, unknown>>('select * from register_stay limit 1');
    expect(Object.keys(stay ?? {}).sort()).toEqual(['born_on', 'cell_id', 'official_on', 'profile', 'valid']);
    expect(await asApp('select count(*)::int as count from register_stay')).toEqual([{ count: 8 }]);
  });

  test.each([
    `insert into member_cell (member_id, cell_id, valid) values (1, 1, '[2020-01-01,)')`,
    `update member set full_name = 'x'`,
    `delete from member`,
    `alter table member disable row level security`,
    `drop policy member_in_subtree on member`,
  ])('may not: %s', async (text) => {
    await expect(asApp(text)).rejects.toThrow(/permission denied|must be owner/);
  });

  test('an address that takes it another role is refused', async () => {
    const url = new URL(database.url);
    url.searchParams.set('options', '-c role=none');
    await expect(openAppPool(url.href)).rejects.toThrow(/must work as the database role dangbo_app/);
  });

  test('a session that was set for one transaction is not for the next', async () => {
    const statements = Statements.on(appPool);
    const session = { 'app.viewer_role': 'ADMINISTRATOR', 'app.viewer_unit': '', 'app.today': '2026-03-02' };
    expect(await statements.rowsWith(session, 'all', 'select id from member')).toHaveLength(6);
    for (let each = 0; each < 12; each += 1)
      expect(await statements.rows('all-plain', 'select id from member')).toEqual([]);
  });
});
