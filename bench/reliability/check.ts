import pg from 'pg';
import { verifyReadings } from '../../src/access/verify-readings.ts';
import { startTestServer } from '../../test/support/server.ts';
import { Client } from './client.ts';
import type { Seen } from './seen.ts';
import type { World } from './world.ts';
import { INDICATOR, PERIOD, REPORTING, TOTAL } from './world.ts';

/** What was found after a breakage; all but the first must be 0. */
export interface Found {
  readonly rollups: number;
  /** Roll-ups that are not those of a server that has just read everything. */
  readonly differing: number;
  /** Acknowledged changes that are not there, and imports that are there by half. */
  readonly missing: number;
  /** Of the record of readings. */
  readonly flaws: number;
}

const UNITS = ['VN', 'T49', 'H509', 'K52-01', TOTAL];
const QUESTION = `query ($unit: String!, $code: IndicatorCode!, $period: Period!) {
  organization(code: $unit) { indicator(code: $code, period: $period) { value status coverage { expected answered } } }
}`;

/** Holds what the servers say against the database, and against a server that knows nothing yet. */
export async function checkAfter(world: World, seen: Seen): Promise<Found> {
  await world.settle?.();
  const client = new pg.Client({ connectionString: world.postgres.url });
  await client.connect();
  try {
    const { flaws } = await verifyReadings(client);
    return { ...(await compare(world)), missing: await countMissing(client, seen), flaws: flaws.length };
  } finally {
    await client.end();
  }
}

async function compare(world: World): Promise<Pick<Found, 'rollups' | 'differing'>> {
  const fresh = await startTestServer({ url: world.postgres.url, now: new Date() });
  const all = world.urls.map((url) => new Client({ ...world, urls: [url] }));
  const { indicators } = await fresh.data<{ indicators: { code: string }[] }>('{ indicators { code } }');
  const asked = UNITS.flatMap((unit) => indicators.map(({ code }) => ({ unit, code, period: '2023' })));
  asked.push({ unit: TOTAL, code: INDICATOR, period: PERIOD });
  const administrator = await fresh.as({ role: 'ADMINISTRATOR' });
  let differing = 0;
  for (const variables of asked) {
    const { data } = await administrator.ask<unknown>(QUESTION, variables);
    const told = await Promise.all(all.map((each) => each.ask(QUESTION, variables)));
    if (told.some((each) => JSON.stringify(each.data) !== JSON.stringify(data ?? null))) differing += 1;
  }
  await fresh.stop();
  return { rollups: asked.length, differing };
}

async function countMissing(client: pg.Client, { organizations, imports, readings }: Seen): Promise<number> {
  const counted = async (text: string, values: readonly unknown[]): Promise<number> =>
    (await client.query<{ count: number }>(text, [...values])).rows[0]?.count ?? Number.NaN;
  const made = await counted('select count(*)::int as count from organization where code = any($1)', [organizations]);
  const read = await counted(
    'select count(distinct operation)::int as count from member_reading where operation = any($1)',
    [readings],
  );
  const { rows } = await client.query<{ value: number; count: number }>(
    'select value, count(*)::int as count from observation where indicator_code = $1 and period_key = $2 group by value',
    [INDICATOR, PERIOD],
  );
  const whole = new Set(rows.filter(({ count }) => count === REPORTING.length).map(({ value }) => value));
  const halves = rows.length - whole.size;
  const lost = imports.filter((value) => !whole.has(value)).length;
  return organizations.length - made + (readings.length - read) + lost + halves;
}
