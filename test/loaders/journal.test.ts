import { setTimeout as sleep } from 'node:timers/promises';
import type { SentStatement } from '../../src/database/statements.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** What another connection commits is in the very next answer, though the server holds everything in memory. */

let server: TestServer;
let seed: Seed;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});

const NAME = '{ organization(code: "H509") { name } }';
const VALUE =
  '{ organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value sources { id } } } }';

async function answer(query: string): Promise<unknown> {
  return (await server.data<{ organization: unknown }>(query)).organization;
}
async function namesOfStatements(run: () => Promise<unknown>): Promise<string[]> {
  return (await server.watch(run)).statements.map(({ name }: SentStatement) => name);
}

test('another name', async () => {
  expect(await answer(NAME)).toEqual({ name: 'Đảng bộ huyện Quế Sơn' });
  await seed.sql(`update organization set name = 'Đảng bộ huyện Quế Sơn (mới)' where code = 'H509'`);
  expect(await answer(NAME)).toEqual({ name: 'Đảng bộ huyện Quế Sơn (mới)' });
  const found = await server.data('{ searchOrganizations(name: "que son (moi)") { nodes { code } } }');
  expect(found).toEqual({ searchOrganizations: { nodes: [{ code: 'H509' }] } });
});

test('another place', async () => {
  const parent = '{ organization(code: "X20644") { parent(on: "2023-12-31") { code } } }';
  expect(await answer(parent)).toEqual({ parent: { code: 'H509' } });
  await seed.sql(
    `update placement set parent_id = (select id from organization where code = 'H513')
     where organization_id = (select id from organization where code = 'X20644')`,
  );
  expect(await answer(parent)).toEqual({ parent: { code: 'H513' } });
});

test('a new unit, and one that is gone', async () => {
  const query = '{ organization(code: "H509-NEW") { code parent(on: "2024-01-01") { code } } }';
  expect(await answer(query)).toBeNull();
  await seed.units([{ code: 'H509-NEW', kind: 'GRASSROOTS_CELL', parent: 'H509', to: '2025-07-01' }]);
  expect(await answer(query)).toEqual({ code: 'H509-NEW', parent: { code: 'H509' } });
  await seed.sql(`delete from organization where code = 'H509-NEW'`);
  expect(await answer(query)).toBeNull();
});

test('a correction, and what was known before it', async () => {
  expect(await answer(VALUE)).toMatchObject({ indicator: { value: 3716 } });
  await seed.facts([
    {
      organization: 'H509',
      indicator: 'PARTY_MEMBERS',
      period: '2023-09-30',
      value: 3717,
      knownAt: '2024-02-01T00:00:00Z',
    },
  ]);
  expect(await answer(VALUE)).toMatchObject({ indicator: { value: 3717 } });
  const then = VALUE.replace('2023-09-30"', '2023-09-30", knownAt: "2024-01-01T00:00:00Z"');
  expect(await answer(then)).toMatchObject({ indicator: { value: 3716 } });
});

test('a first figure where there was none, and one that is taken back', async () => {
  const query =
    '{ organization(code: "H513") { indicator(code: "PARTY_MEMBERS", period: "2019-12-31") { value status } } }';
  expect(await answer(query)).toEqual({ indicator: { value: null, status: 'MISSING' } });
  await seed.facts([{ organization: 'H513', indicator: 'PARTY_MEMBERS', period: '2019-12-31', value: 0 }]);
  expect(await answer(query)).toEqual({ indicator: { value: 0, status: 'OBSERVED' } });
  await seed.sql(`delete from observation where period_key = '2019-12-31'`);
  expect(await answer(query)).toEqual({ indicator: { value: null, status: 'MISSING' } });
});

test('the catalogue, the state units and the successions', async () => {
  const query = `{ indicator(code: "PARTY_MEMBERS") { nameEn } administrativeUnit(codeList: "VN-2024", code: "509") { name }
    organization(code: "K52-01") { successors { kind on } } }`;
  await server.data(query);
  await seed.sql(`update indicator set name_en = 'Members of the party' where code = 'PARTY_MEMBERS'`);
  await seed.sql(
    `update administrative_unit set name = 'Huyện Quế Sơn (mới)' where code_list = 'VN-2024' and code = '509'`,
  );
  await seed.sql(
    `insert into succession (from_id, kind, on_date) select id, 'DISSOLVED', '2025-03-01' from organization where code = 'K52-01'`,
  );
  expect(await server.data(query)).toMatchObject({
    indicator: { nameEn: 'Members of the party' },
    administrativeUnit: { name: 'Huyện Quế Sơn (mới)' },
    organization: { successors: [{ kind: 'DISSOLVED', on: '2025-03-01' }] },
  });
});

test('only what changed is read again', async () => {
  await answer(VALUE);
  expect(await namesOfStatements(() => answer(VALUE))).toEqual(['journal-since']);
  expect(await namesOfStatements(() => answer(`${VALUE} `))).toEqual(['journal-since', 'sources']);
  await seed.facts([{ organization: 'H513', indicator: 'CELLS', period: '2019-12-31', value: 1 }]);
  expect(await namesOfStatements(() => answer(VALUE))).toEqual(['journal-since', 'sources']);
  await seed.facts([{ organization: 'H513', indicator: 'PARTY_MEMBERS', period: '2018-12-31', value: 1 }]);
  expect(await namesOfStatements(() => answer(VALUE))).toEqual(['journal-since', 'facts', 'sources']);
  await seed.sql(`update organization set name = name where code = 'H513'`);
  expect((await namesOfStatements(() => answer(VALUE))).filter((name) => name.startsWith('tree-'))).toEqual([
    'tree-units-changed',
    'tree-placements-changed',
  ]);
  await seed.sql(`update organization set name = name where code = 'NOPE'`);
  expect(await namesOfStatements(() => answer(VALUE))).toEqual(['journal-since']);
});

test('a transaction that began before a look and ends after it is seen at its end', async () => {
  const early = await Seed.open(server.database.url);
  await early.sql('begin');
  await early.sql(`update organization set name = 'early' where code = 'T49'`);
  const name = '{ organization(code: "T49") { name } }';
  expect(await answer(name)).toEqual({ name: 'Đảng bộ tỉnh Quảng Nam' });

  // A later transaction ends first: a mark that were a number would now stand beyond the early one.
  await seed.sql(`update organization set name = 'later' where code = 'T52'`);
  expect(await answer('{ organization(code: "T52") { name } }')).toEqual({ name: 'later' });
  expect(await answer(name)).toEqual({ name: 'Đảng bộ tỉnh Quảng Nam' });

  await early.sql('commit');
  expect(await answer(name)).toEqual({ name: 'early' });
  await early.close();
});

test('what is rolled back is never seen', async () => {
  const other = await Seed.open(server.database.url);
  await other.sql('begin');
  await other.sql(`update organization set name = 'never' where code = 'T89'`);
  expect(await answer('{ organization(code: "T89") { name } }')).toEqual({ name: 'Đảng bộ tỉnh An Giang' });
  await other.sql('rollback');
  expect(await answer('{ organization(code: "T89") { name } }')).toEqual({ name: 'Đảng bộ tỉnh An Giang' });
  await other.close();
});

test('a change of more than a thousand rows is one line of the journal, and seen all the same', async () => {
  await answer(VALUE);
  await seed.sql(
    `insert into observation (organization_id, indicator_code, role, period_key, period, dimensions, value, source_id, known_at)
     select o.id, i.code, 'ACTUAL', '2017-12-31', '[2017-12-31,2017-12-31]', '{}', 1, 'article-que-son-2023', now()
     from organization o cross join indicator i where o.code in ('H509', 'H513') and i.kind = 'STOCK'`,
  );
  await seed.sql(`update organization set name = name || ' *'`);
  expect(await answer('{ organization(code: "T08") { name } }')).toEqual({ name: 'Đảng bộ tỉnh Tuyên Quang *' });
});

test('questions that come while a look is under way share the next', async () => {
  const other = await Seed.open(server.database.url);
  await other.sql('begin');
  await other.sql('lock table journal in access exclusive mode');
  const crowd = server.watch(() => Promise.all(Array.from({ length: 30 }, () => server.data(NAME))));
  await sleep(1000);
  await other.sql('commit');
  const { result, statements } = await crowd;
  expect(new Set(result.map((each) => JSON.stringify(each))).size).toBe(1);
  expect(statements.map(({ name }) => name)).toEqual(['journal-since', 'journal-since']);
  await other.close();
});

test('a question that comes after a change sees it, however many ask at once', async () => {
  const query = '{ indicator(code: "CELLS") { nameEn } }';
  for (let round = 0; round < 20; round += 1) {
    const crowd = Array.from({ length: 5 }, () => server.data(query));
    await seed.sql(`update indicator set name_en = $1 where code = 'CELLS'`, [`round ${round}`]);
    expect(await server.data(query)).toEqual({ indicator: { nameEn: `round ${round}` } });
    await Promise.all(crowd);
  }
});

test('nothing that the server did not foresee came up', () => {
  expect(server.unexpected).toEqual([]);
});
