import { CELLS, settle } from '../access/people.ts';
import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** Of years from before its first event the register does not know what happened: that is missing, and not nothing. */
let server: TestServer;
let seed: Seed;
let administrator: Asker;
beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  await settle(seed);
  administrator = await server.as({ role: 'administrator' });
});
afterAll(async () => {
  await seed.close();
  await server.stop();
});

interface Figure {
  value: number | null;
  status: string;
  coverage: { expected: number; answered: number };
}
const QUESTION = `query ($indicator: IndicatorCode!, $period: Period!) {
  organization(code: "${CELLS.a}") { indicator(code: $indicator, period: $period) { value status coverage { expected answered } } }
}`;
async function figure(indicator: string, period: string): Promise<Figure> {
  const data = await administrator.data<{ organization: { indicator: Figure } }>(QUESTION, { indicator, period });
  return data.organization.indicator;
}

test('without any event, no flow is known; members are', async () => {
  expect(await figure('MEMBERS_ADMITTED', '2023')).toMatchObject({ value: null, status: 'MISSING' });
  expect(await figure('PARTY_MEMBERS', '2023-12-31')).toMatchObject({ value: 4, status: 'OBSERVED' });
});

test('from the year of the first event on, none is none; before it, nobody knows', async () => {
  await seed.sql(
    `insert into member_event (member_id, cell_id, kind, on_date)
     select m.id, o.id, 'ADMISSION', '2023-05-19' from member m, organization o where m.full_name = 'An' and o.code = $1`,
    [CELLS.a],
  );
  const told = { expected: 1, answered: 1 };
  expect(await figure('MEMBERS_ADMITTED', '2023')).toEqual({ value: 1, status: 'OBSERVED', coverage: told });
  expect(await figure('MEMBERS_ADMITTED', '2023-01')).toEqual({ value: 0, status: 'OBSERVED', coverage: told });
  expect(await figure('MEMBERS_ADMITTED', '2024')).toEqual({ value: 0, status: 'OBSERVED', coverage: told });
  expect(await figure('MEMBERS_DISCIPLINED', '2024')).toEqual({ value: 0, status: 'OBSERVED', coverage: told });
  const untold = { expected: 1, answered: 0 };
  expect(await figure('MEMBERS_ADMITTED', '2022')).toEqual({ value: null, status: 'MISSING', coverage: untold });
  expect(await figure('MEMBERS_DISCIPLINED', '2022-12')).toEqual({ value: null, status: 'MISSING', coverage: untold });
  expect(await figure('PARTY_MEMBERS', '2022-12-31')).toMatchObject({ value: 4, status: 'OBSERVED' });
});
