import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { Seed } from '../support/seed.ts';

/** Operations as mutations: who may, what comes back, and what the next question sees. */
let server: TestServer;
let administrator: Asker;
let seed: Seed;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ role: 'ADMINISTRATOR' });
  seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'TEST-GC', kind: 'GRASSROOTS_CELL', parent: 'K52-01', from: '2015-01-01' },
    { code: 'TEST-G', kind: 'GRASSROOTS_COMMITTEE', parent: 'K52-01', from: '2015-01-01' },
    { code: 'TEST-C', kind: 'CELL', parent: 'TEST-G', from: '2015-01-01' },
  ]);
  await seed.sql(
    `update placement p set valid = daterange('2015-01-01', '2025-07-01') from organization o where o.id = p.organization_id and o.code in ('TEST-GC', 'TEST-G')`,
  );
  await seed.sql(
    `insert into placement (organization_id, parent_id, kind, valid) select p.organization_id, t.id, p.kind, '[2025-07-01,)'
     from placement p join organization o on o.id = p.organization_id, organization t where o.code in ('TEST-GC', 'TEST-G') and t.code = '2025-T52'`,
  );
  await seed.sql(
    `insert into member (id, full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
     select id, 'Đảng viên giả lập', 'FEMALE', '1980-01-01', '01', 'UNIVERSITY', 'OFFICIAL', '2016-01-01', '2017-01-01', 'OFFICIAL', true from generate_series(900001, 900004) id`,
  );
  await seed.sql(
    `insert into member_cell (member_id, cell_id, valid) select member, o.id, daterange('2016-01-01', null)
     from generate_series(900001, 900004) member, organization o where o.code = case member when 900004 then 'TEST-C' else 'TEST-GC' end`,
  );
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await seed.close();
  await server.stop();
});

const CONVERT = `mutation ($members: MemberDistributionInput) {
  convertOrganization(input: {
    on: "2023-04-01", decision: "12-QĐ/ĐUK", code: "TEST-GC", members: $members
    into: { code: "TEST-G2", name: "Đảng bộ Thử", kind: GRASSROOTS_COMMITTEE }
    cells: [{ code: "TEST-G2-C01", name: "Chi bộ 1" }, { code: "TEST-G2-C02", name: "Chi bộ 2" }]
  }) {
    operation { kind on decision }
    membersMoved
    organizations { __typename code closedOn parent(on: "2023-04-01") { code } since: parent(on: "2026-01-01") { code } successors { kind on to { code } } indicator(code: "PARTY_MEMBERS", period: "2023-04-01") { value } }
  }
}`;

test('nobody but an administrator changes the structure', async () => {
  for (const asker of [
    server,
    await server.as({ role: 'ANALYST' }),
    await server.as({ role: 'OFFICER', unit: 'K52-01' }),
  ]) {
    const { errors } = await asker.ask(CONVERT, { members: { rest: 'TEST-G2-C01' } });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
});

test('a refused operation is an error with its code, and leaves everything as it was', async () => {
  const { errors } = await administrator.ask(CONVERT);
  expect(errors?.[0]).toMatchObject({
    extensions: { code: 'MEMBERS_WITHOUT_CELL' },
    message: expect.stringContaining('900001') as string,
  });
  expect(
    await server.data(`{ organization(code: "TEST-GC") { closedOn } missing: organization(code: "TEST-G2") { code } }`),
  ).toEqual({
    organization: { closedOn: null },
    missing: null,
  });
});

test('a cell becomes a committee: the answer shows the state after it, whatever is asked of it', async () => {
  const { convertOrganization } = await administrator.data<{ convertOrganization: object }>(CONVERT, {
    members: { named: [{ cell: 'TEST-G2-C02', members: ['900003'] }], rest: 'TEST-G2-C01' },
  });
  const cell = {
    __typename: 'Cell',
    closedOn: null,
    parent: { code: 'TEST-G2' },
    since: { code: 'TEST-G2' },
    successors: [],
  };
  expect(convertOrganization).toEqual({
    operation: { kind: 'CONVERT', on: '2023-04-01', decision: '12-QĐ/ĐUK' },
    membersMoved: 3,
    organizations: [
      {
        __typename: 'GrassrootsOrganization',
        code: 'TEST-G2',
        closedOn: null,
        parent: { code: 'K52-01' },
        since: { code: '2025-T52' },
        successors: [],
        indicator: { value: 3 },
      },
      { ...cell, code: 'TEST-G2-C01', indicator: { value: 2 } },
      { ...cell, code: 'TEST-G2-C02', indicator: { value: 1 } },
      {
        __typename: 'GrassrootsOrganization',
        code: 'TEST-GC',
        closedOn: '2023-04-01',
        parent: null,
        since: null,
        successors: [{ kind: 'CONVERTED', on: '2023-04-01', to: { code: 'TEST-G2' } }],
        indicator: { value: null },
      },
    ],
  });
});

test('the decision is with what it changed, for everybody', async () => {
  expect(
    await server.data(`{ organization(code: "TEST-G2-C01") { structureOperations { kind on decision } } }`),
  ).toEqual({
    organization: { structureOperations: [{ kind: 'CONVERT', on: '2023-04-01', decision: '12-QĐ/ĐUK' }] },
  });
});

test('transfers of the operation net out in the committee above, and count across each cell’s border', async () => {
  const transfers = `
    in: indicator(code: "MEMBERS_TRANSFERRED_IN", period: "2023") { value }
    out: indicator(code: "MEMBERS_TRANSFERRED_OUT", period: "2023") { value }
    alone: indicator(code: "MEMBERS_TRANSFERRED_IN", period: "2023", dimensions: [{ name: "MOVE", value: "ALONE" }]) { value }
    contributed: indicator(code: "MEMBERS_TRANSFERRED_IN", period: "2023") { contributions { nodes { organization { code } value } } }`;
  const data = await administrator.data<Record<string, object>>(`{
    bloc: organization(code: "K52-01") { ${transfers} }
    cell: organization(code: "TEST-G2-C01") { ${transfers} }
    old: organization(code: "TEST-GC") { ${transfers} }
  }`);
  const figures = (into: number, out: number, code: string): object => ({
    in: { value: into },
    out: { value: out },
    alone: { value: into },
    contributed: { contributions: { nodes: [{ organization: { code }, value: into }] } },
  });
  expect(data).toEqual({
    bloc: figures(0, 0, 'K52-01'),
    cell: figures(2, 0, 'TEST-G2-C01'),
    old: figures(0, 3, 'TEST-GC'),
  });
});

const WARNINGS = `query ($code: String!, $on: Date) { organization(code: $code) { warnings(on: $on) { code text textEn actual threshold } } }`;

test('thresholds warn, on the day asked for', async () => {
  const warnings = async (code: string, on?: string): Promise<unknown> =>
    (await administrator.data<{ organization: { warnings: unknown } }>(WARNINGS, { code, on })).organization.warnings;
  expect(await warnings('TEST-GC', '2023-03-31')).toEqual([]);
  expect(await warnings('TEST-G2-C01')).toEqual([
    {
      code: 'CELL_BELOW_THREE_OFFICIAL_MEMBERS',
      text: 'Chi bộ có 2 đảng viên chính thức, chưa đủ 3.',
      textEn: 'The cell has 2 official members of the 3 that it needs.',
      actual: 2,
      threshold: 3,
    },
  ]);
  expect(await warnings('TEST-G2')).toMatchObject([
    { code: 'COMMITTEE_BELOW_THIRTY_MEMBERS', actual: 3, threshold: 30 },
  ]);
  expect(await warnings('K52-01', '2024-01-01')).toEqual([]);
});

test('warnings are for those who may see the members', async () => {
  const code = async (asker: Asker): Promise<string | undefined> =>
    (await asker.ask(WARNINGS, { code: 'TEST-G2-C01' })).errors?.[0]?.extensions.code;
  expect(await code(server)).toBe('FORBIDDEN');
  expect(await code(await server.as({ role: 'OFFICER', unit: 'H509' }))).toBe('FORBIDDEN');
  expect(await code(await server.as({ role: 'OFFICER', unit: 'K52-01' }))).toBeUndefined();
});
