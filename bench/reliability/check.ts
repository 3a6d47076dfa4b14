import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { verifyReadings } from '../../src/access/verify-readings.ts';
import { startTestServer } from '../../test/support/server.ts';
import type { Seen } from './load.ts';
import type { World } from './world.ts';

/** What was found after a breakage; all but the first two must be 0. */
export interface Found {
  /** Milliseconds until the server said by itself that it is ready. */
  readonly readyAfter: number;
  readonly rollups: number;
  readonly missing: number;
  readonly differing: number;
  readonly flaws: number;
}

const PATIENCE_MS = 60_000;
const UNITS = ['VN', 'T49', 'H509', 'K52-01'];
const QUESTION = `query ($unit: String!, $code: IndicatorCode!) {
  organization(code: $unit) { indicator(code: $code, period: "2023") { value status coverage { expected answered } } }
}`;

/** Waits until the server is ready, and holds what it says against the database and against a server that knows nothing yet. */
export async function checkAfter(world: World, seen: Seen): Promise<Found> {
  const readyAfter = await readiness(world);
  const fresh = await startTestServer({ url: world.postgres.url });
  const { indicators } = await fresh.data<{ indicators: { code: string }[] }>('{ indicators { code } }');
  const asked = UNITS.flatMap((unit) => indicators.map(({ code }) => ({ unit, code })));
  let differing = 0;
  for (const variables of asked) {
    const answers = await Promise.all([world.server, fresh].map((server) => server.ask(QUESTION, variables)));
    if (JSON.stringify(answers[0]) !== JSON.stringify(answers[1])) differing += 1;
  }
  await fresh.stop();
  const client = new pg.Client({ connectionString: world.postgres.url });
  await client.connect();
  const { rows } = await client.query<{ code: string }>('select code from organization where code = any($1)', [
    seen.acknowledged,
  ]);
  const { flaws } = await verifyReadings(client);
  await client.end();
  const missing = seen.acknowledged.length - rows.length;
  return { readyAfter, rollups: asked.length, missing, differing, flaws: flaws.length };
}

async function readiness({ server }: World): Promise<number> {
  const began = performance.now();
  while (performance.now() - began < PATIENCE_MS) {
    const { ok } = await fetch(new URL('/readyz', server.url));
    if (ok) return Math.round(performance.now() - began);
    await sleep(50);
  }
  throw new Error('the server did not become ready again');
}
