import fc from 'fast-check';
import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import type { People } from './people.ts';
import { CELLS, settle } from './people.ts';

/** What is held about a member is given, corrected with its history, and erased without a count of the past changing. */
let server: TestServer;
let seed: Seed;
let people: People;
let officer: Asker;
let administrator: Asker;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  people = await settle(seed);
  officer = await server.as({ role: 'officer', unit: 'H509', subject: 'officer of H509' });
  administrator = await server.as({ role: 'administrator', subject: 'administrator' });
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});

const EXPORT = `mutation Export($id: ID!) { exportMember(id: $id) {
  member { fullName bornOn } stays { cell { code } from to } events { kind on detail cell { code } }
  corrections { subject field before after reason } readings { subject role unit fields operation } } }`;
const CORRECT =
  'mutation Correct($input: CorrectMemberInput!) { correctMember(input: $input) { fullName sex politicalTheory } }';
const ERASE = 'mutation Erase($input: PersonalDataInput!) { eraseMember(input: $input) }';
const MEMBER = 'query ($all: [_Any!]!) { _entities(representations: $all) { ... on Member { fullName } } }';

interface Exported {
  exportMember: {
    member: object;
    stays: object[];
    events: object[];
    corrections: object[];
    readings: { fields: string[]; operation: string | null; subject: string }[];
  };
}

const codesOf = async (asker: Asker, query: string, variables: object): Promise<string[]> =>
  ((await asker.ask(query, variables)).errors ?? []).map(({ extensions }) => extensions.code);

test('the export has the record, its cells, its events, its corrections and its readings, and is a reading itself', async () => {
  await seed.sql(
    `insert into member_event (member_id, cell_id, kind, on_date, detail) select $1, id, 'DISCIPLINE', '2024-02-01', 'REPRIMAND' from organization where code = $2`,
    [people.Dung, CELLS.a],
  );
  const id = String(people.Dung);
  await officer.data(CORRECT, { input: { id, reason: 'letter 12', fullName: 'Dũng' } });
  const { exportMember } = await officer.data<Exported>(EXPORT, { id });
  expect(exportMember).toMatchObject({
    member: { fullName: 'Dũng', bornOn: '1990-01-01' },
    stays: [
      { cell: { code: CELLS.b }, from: '2020-01-01', to: '2023-12-31' },
      { cell: { code: CELLS.a }, from: '2024-01-01', to: null },
    ],
    events: [{ kind: 'DISCIPLINE', on: '2024-02-01', detail: 'REPRIMAND', cell: { code: CELLS.a } }],
    corrections: [
      { subject: 'officer of H509', field: 'fullName', before: 'Dung', after: 'Dũng', reason: 'letter 12' },
    ],
  });
  const again = await officer.data<Exported>(EXPORT, { id });
  const uses = again.exportMember.readings.map(({ operation, fields }) => [operation, fields.includes('export')]);
  expect(uses).toEqual(
    expect.arrayContaining([
      ['Correct', false],
      ['Export', true],
    ]),
  );
});

test('a correction keeps what stood there, field by field, and changes nothing that is the same', async () => {
  const id = String(people.Binh);
  const input = { id, reason: 'file', fullName: 'Binh', sex: 'MALE', politicalTheory: 'PRIMARY' };
  expect(await officer.data(CORRECT, { input })).toEqual({
    correctMember: { fullName: 'Binh', sex: 'MALE', politicalTheory: 'PRIMARY' },
  });
  await officer.data(CORRECT, { input: { id, reason: 'mistake', politicalTheory: null } });
  const rows = await seed.rows(
    'select field, before, after, reason from member_correction where member_id = $1 order by reason, field',
    [people.Binh],
  );
  expect(rows).toEqual([
    { field: 'politicalTheory', before: null, after: 'PRIMARY', reason: 'file' },
    { field: 'sex', before: 'FEMALE', after: 'MALE', reason: 'file' },
    { field: 'politicalTheory', before: 'PRIMARY', after: null, reason: 'mistake' },
  ]);
});

test.each([
  ['no name', { fullName: '' }],
  ['a name with a line break', { fullName: 'a\nb' }],
  ['a name of nothing', { fullName: null }],
  ['an ethnic group that there is not', { ethnicity: '55' }],
  ['what would break counts', { education: 'a|b' }],
])('%s is refused', async (_, fields) => {
  const input = { id: String(people.An), reason: 'x', ...fields };
  expect(await codesOf(officer, CORRECT, { input })).toEqual(['INPUT_INVALID']);
});

test('whoever may not see a member cannot tell that there is one', async () => {
  const analyst = await server.as({ role: 'analyst' });
  for (const id of [String(people.Chi), '2000000', 'x']) {
    expect(await codesOf(officer, EXPORT, { id })).toEqual(['MEMBER_UNKNOWN']);
    expect(await codesOf(officer, CORRECT, { input: { id, reason: 'x', fullName: 'y' } })).toEqual(['MEMBER_UNKNOWN']);
    expect(await codesOf(officer, ERASE, { input: { id, reason: 'x' } })).toEqual(['FORBIDDEN']);
    expect(await codesOf(analyst, EXPORT, { id })).toEqual(['FORBIDDEN']);
  }
});

test('of a member of today nothing is erased', async () => {
  const input = { id: String(people.An), reason: 'request' };
  expect(await codesOf(administrator, ERASE, { input })).toEqual(['MEMBER_STILL_BELONGS']);
});

test('of whom was erased neither the record is there nor the name, in no place, to nobody', async () => {
  const id = String(people.Gia);
  await administrator.data(CORRECT, { input: { id, reason: 'because Gia said so', fullName: 'Gia again' } });
  expect(await administrator.data(ERASE, { input: { id, reason: 'request of 3 March' } })).toEqual({ eraseMember: id });
  expect(await codesOf(administrator, EXPORT, { id })).toEqual(['MEMBER_UNKNOWN']);
  expect(await administrator.data(MEMBER, { all: [{ __typename: 'Member', id }] })).toEqual({ _entities: [null] });
  const members = await administrator.data<{ organization: { members: { totalCount: number } } }>(
    `{ organization(code: "${CELLS.a}") { ... on GrassrootsOrganization { members(on: "2023-06-30") { totalCount nodes { id } } } } }`,
  );
  expect(JSON.stringify(members)).not.toContain(`"${id}"`);
  const everything = await seed.rows<{ text: string }>(
    `select m::text as text from member m union all select c::text from member_correction c`,
  );
  expect(everything.filter(({ text }) => text.includes('Gia'))).toEqual([]);
  const [row] = await seed.rows('select subject, reason from member_erasure where member_id = $1', [people.Gia]);
  expect(row).toEqual({ subject: 'administrator', reason: 'request of 3 March' });
});

test('the server’s own role neither reads who erased, nor an erased row, whoever the session is set to', async () => {
  await seed.sql('begin');
  await seed.sql(`set local role dangbo_app`);
  await seed.sql(`select set_config('app.viewer_role', 'ADMINISTRATOR', true)`);
  expect(await seed.rows('select id from member where id = $1', [people.Gia])).toEqual([]);
  expect(await seed.rows('select id from member where id = $1', [people.An])).toHaveLength(1);
  await expect(seed.rows('select reason from member_erasure')).rejects.toThrow(/permission denied/);
  await seed.sql('rollback');
});

interface Life {
  readonly sex: 'FEMALE' | 'MALE';
  readonly born: number;
  readonly cell: keyof typeof CELLS;
  readonly joined: number;
  readonly years: number;
  readonly discipline: boolean;
}

const life = fc.record({
  sex: fc.constantFrom('FEMALE' as const, 'MALE' as const),
  born: fc.integer({ min: 1950, max: 2000 }),
  cell: fc.constantFrom('a' as const, 'b' as const),
  joined: fc.integer({ min: 2019, max: 2023 }),
  years: fc.integer({ min: 1, max: 2 }),
  discipline: fc.boolean(),
});

const LIVE = `
  with person as (
    insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
    values ('Somebody', $1::sex, make_date($2, 5, 6), '01', 'UNIVERSITY', 'FARMER', make_date($4, 1, 1), make_date($4 + 1, 1, 1), 'LEFT', true)
    returning id
  ), cell as (select id from organization where code = $3), stay as (
    insert into member_cell (member_id, cell_id, valid)
    select person.id, cell.id, daterange(make_date($4, 1, 1), make_date($4 + $5, 1, 1)) from person, cell
  ), event as (
    insert into member_event (member_id, cell_id, kind, on_date, detail)
    select person.id, cell.id, kind::member_event_kind, make_date($4, month, 1), detail from person, cell,
      (values ('ADMISSION', 1, null), ('DISCIPLINE', 3, 'WARNING')) happened(kind, month, detail) where kind = 'ADMISSION' or $6
  )
  select id from person`;

/** Every indicator of some units over some periods, whole and in parts: what the past says. */
async function past(): Promise<unknown> {
  const { indicators } = await administrator.data<{ indicators: { code: string }[] }>('{ indicators { code } }');
  const codes = JSON.stringify(indicators.map(({ code }) => code).slice(0, 200));
  const figures = ['2020', '2022', '2023-06-30', '2020-01-01/2024-12-31']
    .map(
      (period, at) =>
        `p${at}: indicators(codes: ${codes}, period: "${period}") { value status coverage { expected answered } }`,
    )
    .join(' ');
  const parts = ['SEX', 'AGE_BAND', 'EDUCATION']
    .map(
      (name, at) =>
        `b${at}: breakdown(code: "PARTY_MEMBERS", period: "2022", by: [${JSON.stringify(name)}]) { dimensions { value } value { value } }`,
    )
    .join(' ');
  const query = `{ organizations(codes: ["VN", "H509", "X20644", "${CELLS.a}", "${CELLS.b}"]) { code ${figures} ${parts} } }`;
  return administrator.ask(query);
}

test('whoever is erased, every figure of the past stays what it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 6 }), fc.nat(), async (lives, which) => {
      const ids: number[] = [];
      for (const { sex, born, cell, joined, years, discipline } of lives as Life[]) {
        const [row] = await seed.rows<{ id: number }>(LIVE, [sex, born, CELLS[cell], joined, years, discipline]);
        if (row) ids.push(row.id);
      }
      const before = await past();
      expect(JSON.stringify(before)).toMatch(/"value":[1-9]/);
      for (const id of ids.filter((_, at) => at === which % ids.length || at % 2 === 0)) {
        await administrator.data(ERASE, { input: { id: String(id), reason: 'request' } });
      }
      expect(await past()).toEqual(before);
    }),
    { numRuns: 5 },
  );
}, 60_000);
