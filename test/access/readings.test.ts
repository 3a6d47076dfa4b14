import pg from 'pg';
import { verifyReadings } from '../../src/access/verify-readings.ts';
import { Migration20261123000000ReadingsByRequest } from '../../migrations/Migration20261123000000ReadingsByRequest.ts';
import { APP_ROLE } from '../../src/database/app-pool.ts';
import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import type { People } from './people.ts';
import { CELLS, settle } from './people.ts';

/** Each reading of a member leaves a row that its reader cannot take away. */
let server: TestServer;
let seed: Seed;
let people: People;
let officer: Asker;
let client: pg.Client;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  people = await settle(seed);
  officer = await server.as({ role: 'officer', unit: '2025-X20650', subject: 'lan@example' });
  client = new pg.Client({ connectionString: server.database.url });
  await client.connect();
});
beforeEach(async () => {
  await seed.sql('truncate member_reading');
  await seed.sql(`update member_reading_head set number = 0, hash = ''`);
});
afterAll(async () => {
  await Promise.all([client.end(), seed.close()]);
  await server.stop();
});

const MEMBERS = `query Roll { organization(code: "${CELLS.a}") { ... on GrassrootsOrganization { members { totalCount nodes { n: fullName bornOn ...C } } } } } fragment C on Member { cell { code } }`;
interface Reading {
  subject: string;
  role: string;
  unit: string;
  member_ids: number[];
  fields: string[];
  operation: string | null;
  document: string;
}
const readings = async (): Promise<Reading[]> =>
  seed.rows('select subject, role, unit, member_ids, fields, operation, document from member_reading order by number');
const flaws = async (): Promise<unknown> => (await verifyReadings(client)).flaws;

test('who, as what, which member, which fields, for which operation', async () => {
  await officer.ask(MEMBERS, undefined);
  const rows = await readings();
  expect(rows).toEqual([
    {
      subject: 'lan@example',
      role: 'OFFICER',
      unit: '2025-X20650',
      member_ids: [people.An, people.Binh, people.Dung],
      fields: ['bornOn', 'cell', 'fullName'],
      operation: 'Roll',
      document: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    },
  ]);
  expect(
    await seed.rows(`select count(*)::int as recent from member_reading where at > now() - interval '1 minute'`),
  ).toEqual([{ recent: 1 }]);
});

test('the same question asked again is written down again', async () => {
  await officer.ask(MEMBERS, undefined);
  await officer.ask(MEMBERS, undefined);
  expect((await readings()).map(({ member_ids }) => member_ids)).toEqual(
    [1, 2].map(() => [people.An, people.Binh, people.Dung]),
  );
});

test('one statement for all members of a request, one row for those of whom the same was read, by whatever road', async () => {
  const { statements } = await server.watch(() =>
    officer.ask(
      `query ($all: [_Any!]!) { _entities(representations: $all) { ... on Member { id fullName } } again: _entities(representations: $all) { ... on Member { sex } } }`,
      { all: Object.values(people).map((id) => ({ __typename: 'Member', id })) },
    ),
  );
  expect(statements.filter(({ name }) => name === 'member-readings')).toHaveLength(1);
  const rows = await readings();
  expect(rows.map(({ member_ids, fields }) => [member_ids, fields])).toEqual([
    [
      [people.An, people.Binh, people.Dung],
      ['fullName', 'id', 'sex'],
    ],
  ]);
});

test('a row of its own for those of whom something else was read', async () => {
  await officer.ask(
    `query ($one: [_Any!]!, $other: [_Any!]!) {
    _entities(representations: $one) { ... on Member { fullName } } other: _entities(representations: $other) { ... on Member { sex } }
  }`,
    { one: [{ __typename: 'Member', id: people.An }], other: [{ __typename: 'Member', id: people.Binh }] },
  );
  expect((await readings()).map(({ member_ids, fields }) => [member_ids, fields])).toEqual([
    [[people.An], ['fullName']],
    [[people.Binh], ['sex']],
  ]);
});

test('what shows no record leaves no row: numbers, members of others, the public', async () => {
  await officer.ask(
    `{ organization(code: "${CELLS.a}") { ... on GrassrootsOrganization { members { totalCount pageInfo { hasNextPage } } } } }`,
  );
  await officer.ask(
    `{ organization(code: "${CELLS.b}") { ... on GrassrootsOrganization { members { nodes { fullName } } } } }`,
  );
  await server.ask(MEMBERS);
  expect(await readings()).toEqual([]);
});

test('where the reading cannot be written down, nothing is shown', async () => {
  await seed.sql(`revoke insert (subject) on member_reading from ${APP_ROLE}`);
  const answer = await officer.ask(MEMBERS);
  expect(answer.data).toBeNull();
  expect(answer.errors?.map(({ extensions }) => extensions.code)).toEqual(['AUDIT_UNAVAILABLE']);
  expect(JSON.stringify(answer)).not.toMatch(/An|permission|member_reading/);
  await seed.sql(`grant insert (subject) on member_reading to ${APP_ROLE}`);
});

test('the server’s role can add, and neither read, change nor take away', async () => {
  await officer.ask(MEMBERS);
  await client.query(`set role ${APP_ROLE}`);
  for (const text of [
    'select * from member_reading',
    `update member_reading set subject = 'x'`,
    'delete from member_reading',
    'truncate member_reading',
    `insert into member_reading (number, at, subject, role, member_ids, fields, document, previous, hash) values (9, now(), 'x', 'x', '{1}', '{}', 'x', '', '')`,
    'update member_reading_head set number = 0',
    'alter table member_reading disable trigger all',
  ]) {
    await expect(client.query(text)).rejects.toThrow(/permission denied|must be owner/);
  }
  await client.query('reset role');
  expect(await flaws()).toEqual([]);
});

test('writers at once make one chain', async () => {
  await Promise.all(Array.from({ length: 24 }, () => officer.ask(MEMBERS)));
  expect(await verifyReadings(client)).toMatchObject({ rows: 24, flaws: [] });
});

test.each<[string, string, object[]]>([
  ['a changed name', `update member_reading set subject = 'other' where number = 2`, [{ number: 2, what: 'CHANGED' }]],
  [
    'a member taken out of a row',
    `update member_reading set member_ids = member_ids[2:] where number = 3`,
    [{ number: 3, what: 'CHANGED' }],
  ],
  [
    'a changed field list',
    `update member_reading set fields = '{id}' where number = 4`,
    [{ number: 4, what: 'CHANGED' }],
  ],
  [
    'a changed moment',
    `update member_reading set at = at - interval '1 second' where number = 1`,
    [{ number: 1, what: 'CHANGED' }],
  ],
  ['a row taken out', `delete from member_reading where number = 3`, [{ number: 3, what: 'MISSING' }]],
  ['the first row taken out', `delete from member_reading where number = 1`, [{ number: 1, what: 'MISSING' }]],
  [
    'the last rows taken off',
    `delete from member_reading where number > 4`,
    [{ number: 5, what: 'MISSING_AT_THE_END' }],
  ],
  ['all rows taken out', `delete from member_reading`, [{ number: 1, what: 'MISSING_AT_THE_END' }]],
  [
    'a changed row with a hash that fits it',
    `update member_reading r set subject = 'other', hash = member_reading_hash(row(r.number, r.at, 'other', r.role, r.unit, r.member_ids, r.fields, r.operation, r.document, r.previous, r.hash)::member_reading) where number = 2`,
    [{ number: 3, what: 'CHANGED' }],
  ],
])('%s is found', async (_, text, expected) => {
  for (let turn = 0; turn < 6; turn += 1) await officer.ask(MEMBERS);
  expect(await flaws()).toEqual([]);
  await seed.sql(text);
  expect(await flaws()).toEqual(expected);
});

test('rows that come after do not heal what was taken off the end', async () => {
  for (let turn = 0; turn < 3; turn += 1) await officer.ask(MEMBERS);
  await seed.sql('delete from member_reading where number > 1');
  await officer.ask(MEMBERS);
  expect(await flaws()).toEqual([{ number: 2, what: 'MISSING' }]);
});

test('an older record stays whole when rows begin to hold several members, and the way back splits them', async () => {
  const run = async (step: 'up' | 'down'): Promise<void> => {
    const migration = new Migration20261123000000ReadingsByRequest(server.orm.em.getDriver(), server.orm.config);
    migration[step]();
    const texts = migration.getQueries().map((query) => (typeof query === 'string' ? query : ''));
    await seed.sql(['begin', ...texts, 'commit'].join(';\n'));
  };
  await officer.ask(MEMBERS);
  await run('down');
  expect(await verifyReadings(client)).toMatchObject({ rows: 3, flaws: [] });
  expect(await seed.rows('select member_id from member_reading order by number')).toEqual(
    [people.An, people.Binh, people.Dung].map((member_id) => ({ member_id })),
  );
  await run('up');
  await officer.ask(MEMBERS);
  expect(await verifyReadings(client)).toMatchObject({ rows: 4, flaws: [] });
});
