import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** A district of two committees: how many women and men each cell has, and how many were admitted in which month. */
interface NewCell {
  readonly code: string;
  readonly women: number;
  readonly men: number;
  readonly admitted: Readonly<Record<string, number>>;
}
const CELLS: readonly NewCell[] = [
  { code: 'S-A-C1', women: 1, men: 3, admitted: { '03': 2, '06': 2 } },
  { code: 'S-A-C2', women: 4, men: 5, admitted: { '03': 8 } },
  { code: 'S-A-C3', women: 12, men: 18, admitted: { '06': 12 } },
  { code: 'S-B-C1', women: 20, men: 20, admitted: { '03': 9, '05': 20 } },
  { code: 'S-B-C2', women: 25, men: 35, admitted: { '03': 3, '04': 30 } },
];

let server: TestServer;
const viewers = {} as Record<'analyst' | 'officer' | 'elsewhere' | 'administrator', Asker>;

beforeAll(async () => {
  server = await startTestServer();
  viewers.analyst = await server.as({ role: 'analyst' });
  viewers.officer = await server.as({ role: 'officer', unit: 'S-A' });
  viewers.elsewhere = await server.as({ role: 'officer', unit: 'S-B' });
  viewers.administrator = await server.as({ role: 'administrator' });
  const seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'S', kind: 'BLOC', parent: 'T49' },
    { code: 'S-A', kind: 'GRASSROOTS_COMMITTEE', parent: 'S' },
    { code: 'S-B', kind: 'GRASSROOTS_COMMITTEE', parent: 'S' },
    ...CELLS.map(({ code }) => ({ code, kind: 'CELL' as const, parent: code.slice(0, 3) })),
  ]);
  for (const cell of CELLS) await writeCell(seed, cell);
  await seed.close();
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

async function writeCell(seed: Seed, { code, women, men, admitted }: NewCell): Promise<void> {
  const months = Object.entries(admitted).flatMap(([month, times]) => Array.from({ length: times }, () => month));
  await seed.sql(
    `with made as (
       insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
       select 'Thử', case when n <= $2 then 'FEMALE' else 'MALE' end::sex, '1980-01-01', '01', 'UNIVERSITY', 'FARMER',
         '2010-01-01', '2011-01-01', 'OFFICIAL', true
       from generate_series(1, $2::int + $3::int) n returning id),
     stays as (
       insert into member_cell (member_id, cell_id, valid)
       select made.id, o.id, daterange('2010-01-01', null) from made, organization o where o.code = $1)
     insert into member_event (member_id, cell_id, kind, on_date)
     select (select min(id) from made), o.id, 'ADMISSION', ('2022-' || month || '-10')::date
     from unnest($4::text[]) month, organization o where o.code = $1`,
    [code, women, men, months],
  );
}

interface Figure {
  value: number | null;
  status: string;
  [field: string]: unknown;
}

const ALL = 'value status numerator denominator reported rolledUp discrepancy achievement';

async function figure(asker: Asker, unit: string, args: string, fields = ALL): Promise<Figure> {
  const query = `{ organization(code: "${unit}") { indicator(${args}) { ${fields} } } }`;
  return (await asker.data<{ organization: { indicator: Figure } }>(query)).organization.indicator;
}

const MEMBERS = 'code: "PARTY_MEMBERS", period: "2022-12-31"';
const admittedIn = (period: string): string => `code: "MEMBERS_ADMITTED", period: "${period}"`;
const WITHHELD = {
  value: null,
  status: 'SUPPRESSED',
  numerator: null,
  denominator: null,
  reported: null,
  rolledUp: null,
  discrepancy: null,
  achievement: null,
};

test('a small count is withheld from everybody but those who may see the members', async () => {
  const { analyst, officer, elsewhere, administrator } = viewers;
  for (const asker of [server, analyst, elsewhere]) expect(await figure(asker, 'S-A-C1', MEMBERS)).toEqual(WITHHELD);
  for (const asker of [officer, administrator]) {
    expect(await figure(asker, 'S-A-C1', MEMBERS)).toMatchObject({ value: 4, status: 'OBSERVED', rolledUp: 4 });
  }
});

test('and so are those that it could be computed from, while what is above them is there', async () => {
  for (const unit of ['S-A-C2', 'S-A-C3']) expect(await figure(server, unit, MEMBERS)).toEqual(WITHHELD);
  expect(await figure(server, 'S-A', MEMBERS)).toMatchObject({ value: 43, status: 'OBSERVED' });
  expect(await figure(server, 'S-B-C1', MEMBERS)).toMatchObject({ value: 40 });
});

test('why, in words', async () => {
  const reason = async (unit: string, args: string): Promise<unknown> =>
    (await figure(server, unit, args, 'value status statusReason'))['statusReason'];
  expect(await reason('S-A-C1', MEMBERS)).toMatch(/a small group/);
  expect(await reason('S-A', 'code: "PARTY_MEMBERS", period: "2022-12-30"')).toMatch(/last day of a quarter/);
  expect(await reason('S', admittedIn('2022-01-01/2022-09-15'))).toMatch(/months of the calendar/);
  expect(await reason('S', `${admittedIn('2022-03')}, dimensions: [{ name: "SEX", value: "FEMALE" }]`)).toMatch(
    /whole years/,
  );
  const twice = 'dimensions: [{ name: "SEX", value: "FEMALE" }, { name: "EDUCATION", value: "UNIVERSITY" }]';
  expect(await reason('S', `${MEMBERS}, ${twice}`)).toMatch(/one dimension at a time/);
  expect(await reason('S', 'code: "MEMBERS_TRANSFERRED_IN", period: "2022"')).toMatch(/transfers/);
});

test('the same on every road', async () => {
  const field = `indicator(${MEMBERS}) { value status }`;
  const data = await server.data<Record<string, unknown>>(`{
    one: organization(code: "S-A-C1") { x: ${field} y: ${field} indicators(codes: ["PARTY_MEMBERS"], period: "2022") { value status } }
    many: organizations(codes: ["S-A-C1"]) { ${field} }
    below: organization(code: "S-A") { children { nodes { code ${field} } } }
    total(codes: ["S-A-C1", "S-A-C2"], indicator: "PARTY_MEMBERS", period: "2022-12-31") { value status values { value } }
    _entities(representations: [{ __typename: "Cell", code: "S-A-C1" }]) { ... on Cell { ${field} previous: indicator(${MEMBERS}) { previousYear { value status } } } }
  }`);
  const text = JSON.stringify(data);
  expect(text).not.toMatch(/"value":\d/);
  expect(text.match(/SUPPRESSED/g)).toHaveLength(10);
});

test('a share gives neither side away', async () => {
  const share = admittedIn('2022').replace('MEMBERS_ADMITTED', 'MEMBERS_ADMITTED_SHARE');
  expect(await figure(server, 'S-A-C1', share)).toEqual(WITHHELD);
  expect(await figure(server, 'S-A', share)).toMatchObject({ numerator: 24, denominator: 43 });
  expect(await figure(viewers.administrator, 'S-A-C1', share)).toMatchObject({ numerator: 4, denominator: 4 });
});

test('no filter less another', async () => {
  const by = (sex: string): string => `${MEMBERS}, dimensions: [{ name: "SEX", value: "${sex}" }]`;
  for (const sex of ['FEMALE', 'MALE']) {
    for (const unit of ['S-A-C1', 'S-A-C2']) expect(await figure(server, unit, by(sex))).toEqual(WITHHELD);
  }
  expect(await figure(server, 'S-A', by('FEMALE'))).toMatchObject({ value: 17 });
  const standing = await figure(server, 'S-A-C1', MEMBERS.replace('PARTY', 'OFFICIAL'));
  expect(standing).toEqual(WITHHELD);
});

test('no month from the others: who hides one hides it with another unit', async () => {
  const months = async (unit: string): Promise<(number | string)[]> => {
    const query = `{ organization(code: "${unit}") { series(code: "MEMBERS_ADMITTED", from: "2022-01", to: "2022-12", by: MONTH) { value status } } }`;
    const { organization } = await server.data<{ organization: { series: Figure[] } }>(query);
    return organization.series.map(({ value, status }) => value ?? status);
  };
  expect(await figure(server, 'S-B-C2', admittedIn('2022'))).toMatchObject({ value: 33 });
  expect(new Set(await months('S-B-C2'))).toEqual(new Set(['SUPPRESSED']));
  expect(new Set(await months('S-B-C1'))).toEqual(new Set(['SUPPRESSED']));
  expect((await months('S-B')).slice(2, 5)).toEqual([12, 30, 20]);
});

test('restated onto another tree nothing more is told', async () => {
  for (const treeOn of ['2021-06-30', '2022-12-31', '2026-01-01']) {
    expect(await figure(server, 'S-A-C1', `${MEMBERS}, treeOn: "${treeOn}"`, 'value status')).toEqual({
      value: null,
      status: 'SUPPRESSED',
    });
  }
});

test('contributions add up, and name the hidden ones together', async () => {
  const parts = async (asker: Asker, unit: string): Promise<unknown> =>
    (await figure(asker, unit, MEMBERS, 'value status contributions { nodes { value organization { code } } }'))[
      'contributions'
    ];
  const node = (code: string, value: number): object => ({ value, organization: { code } });
  expect(await parts(server, 'S-A')).toEqual({ nodes: [node('S-A', 43)] });
  expect(await parts(viewers.administrator, 'S-A')).toEqual({
    nodes: [node('S-A-C1', 4), node('S-A-C2', 9), node('S-A-C3', 30)],
  });
  expect(await parts(server, 'S-A-C1')).toEqual({ nodes: [] });
});

test('a breakdown says which parts are withheld', async () => {
  const query = `{ organization(code: "S-A-C1") {
    breakdown(code: "PARTY_MEMBERS", period: "2022-12-31", by: ["SEX"]) { value { value status } }
    breakdownCheck(code: "PARTY_MEMBERS", period: "2022-12-31", by: ["SEX"]) { whole { sum difference agreement } derived { derived { value } } }
    violations(period: "2022") { difference }
  } }`;
  const withheld = { value: { value: null, status: 'SUPPRESSED' } };
  expect((await server.data<{ organization: unknown }>(query)).organization).toEqual({
    breakdown: [withheld, withheld],
    breakdownCheck: { whole: { sum: null, difference: null, agreement: 'NO_TOTAL' }, derived: [] },
    violations: [],
  });
});

test('what the unit itself published is public, and so is a count that agrees with it', async () => {
  const seed = await Seed.open(server.database.url);
  await seed.facts([
    { organization: 'S-A-C1', indicator: 'MEMBERS_ADMITTED', value: 2, period: '2022-03-01/2022-03-31' },
  ]);
  await seed.close();
  expect(await figure(server, 'S-A-C1', admittedIn('2022-03-01/2022-03-31'))).toMatchObject({
    value: 2,
    reported: 2,
    rolledUp: 2,
    discrepancy: 0,
  });
  expect(await figure(server, 'S-A-C1', admittedIn('2022'), 'value status')).toEqual({
    value: null,
    status: 'SUPPRESSED',
  });
});
