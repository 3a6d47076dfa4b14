import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import type { People } from './people.ts';
import { CELLS, settle } from './people.ts';

/** The dates of a member’s way through the party, and what happened on it, as an officer asks for them. */
let server: TestServer;
let seed: Seed;
let people: People;
let officer: Asker;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  people = await settle(seed);
  officer = await server.as({ role: 'officer', unit: '2025-X20650' });
  await seed.sql(`update member set admitted_on = '1993-11-08' where id = $1`, [people.An]);
  await seed.sql(
    `update member set admitted_on = '2024-02-29', official_on = null, status = 'PROBATIONARY' where id = $1`,
    [people.Binh],
  );
  await happened('An', 'BADGE', '2024-02-03', '30');
  await happened('An', 'AWARD', '2022-05-19', null);
  await happened('Binh', 'ADMISSION', '2024-02-29', null);
  await happened('Chi', 'AWARD', '2024-05-19', null);
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});

async function happened(who: keyof People, kind: string, on: string, detail: string | null): Promise<void> {
  await seed.sql(
    `insert into member_event (member_id, cell_id, kind, on_date, detail)
     select $1, id, $3, $4, $5 from organization where code = $2`,
    [people[who], CELLS.a, kind, on, detail],
  );
}

interface Dated {
  fullName: string;
  probationEndsOn: string;
  badgesDue: { years: number; reachedOn: string; awardOn: string }[];
  events: { kind: string; on: string; detail: string | null; cell: { code: string } }[];
}
const QUESTION = `query ($code: String!, $during: Period!, $by: BadgeDay!, $of: Period) {
  organization(code: $code) { ... on GrassrootsOrganization { members { nodes {
    fullName probationEndsOn
    badgesDue(during: $during, by: $by) { years reachedOn awardOn }
    events(during: $of) { kind on detail cell { code } }
  } } } }
}`;
async function asked(variables: { during: string; by: string; of?: string }): Promise<Map<string, Dated>> {
  const { organization } = await officer.data<{ organization: { members: { nodes: Dated[] } } }>(QUESTION, {
    code: CELLS.a,
    ...variables,
  });
  return new Map(organization.members.nodes.map((member) => [member.fullName, member]));
}

test('probation ends twelve months after admission, on the last day where the month is shorter', async () => {
  const members = await asked({ during: '2023', by: 'REACHED' });
  expect(members.get('Binh')?.probationEndsOn).toBe('2025-02-28');
  expect(members.get('An')?.probationEndsOn).toBe('1994-11-08');
});

test('a badge is due when its years are full, or on the day of the award after it', async () => {
  const badge = { years: 30, reachedOn: '2023-11-08', awardOn: '2024-02-03' };
  expect((await asked({ during: '2023', by: 'REACHED' })).get('An')?.badgesDue).toEqual([badge]);
  expect((await asked({ during: '2023', by: 'AWARD' })).get('An')?.badgesDue).toEqual([]);
  expect((await asked({ during: '2024-Q1', by: 'AWARD' })).get('An')?.badgesDue).toEqual([badge]);
  expect((await asked({ during: '2024-Q1', by: 'AWARD' })).get('Binh')?.badgesDue).toEqual([]);
});

test('a term has no days that a badge could be due on', async () => {
  const { errors } = await officer.ask(QUESTION, { code: CELLS.a, during: 'TERM-2020-2025', by: 'REACHED' });
  expect(errors?.[0]?.extensions.code).toBe('PERIOD_MALFORMED');
});

test('what happened, the oldest first, or in a period, read for all members in one statement', async () => {
  const { result, statements } = await server.watch(() => asked({ during: '2023', by: 'REACHED' }));
  const cell = { code: CELLS.a };
  expect(result.get('An')?.events).toEqual([
    { kind: 'AWARD', on: '2022-05-19', detail: null, cell },
    { kind: 'BADGE', on: '2024-02-03', detail: '30', cell },
  ]);
  expect(result.get('Binh')?.events.map(({ kind }) => kind)).toEqual(['ADMISSION']);
  expect(statements.filter(({ name }) => name === 'events-of-members')).toHaveLength(1);
  const of = await asked({ during: '2023', by: 'REACHED', of: '2024' });
  expect(of.get('An')?.events.map(({ kind }) => kind)).toEqual(['BADGE']);
});

test('that they were read is written down, each by its name', async () => {
  await seed.sql('truncate member_reading');
  await asked({ during: '2023', by: 'REACHED' });
  const [{ fields } = { fields: [] }] = await seed.rows<{ fields: string[] }>('select fields from member_reading');
  expect(fields).toEqual(['badgesDue', 'events', 'fullName', 'probationEndsOn']);
});
