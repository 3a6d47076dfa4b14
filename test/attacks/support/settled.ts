import type { Attack, Reply, Target } from './attack.ts';
import { codesOf, exchange, JSON_HEADERS } from './attack.ts';

/** Milliseconds within which a server answers an attack, on a machine that has more to do, and a plain question after it. */
const PATIENCE_MS = { attack: 4_000, health: 2_000 };

/** What no answer may hold, whatever went wrong: a stack, a path of the machine, a statement of the database. */
const SECRETS =
  /\n\s+at |node_modules|\.[tj]s:\d|\/(tmp|home|work|root|usr|var)\/|\b(select|insert|update|delete)\b[^"]*\b(from|into|set)\b|dangbo_app/i;

/** Sends an attack and then a plain question; says what is wrong with either. */
export async function outcomeOf(attack: Attack, target: Target): Promise<Outcome> {
  const [reply, milliseconds] = await timed(() => attack.send(target));
  const [health, healthMilliseconds] = await timed(() =>
    exchange(target.url, { headers: JSON_HEADERS, body: JSON.stringify({ query: '{ nation { code } }' }) }),
  );
  return {
    codes: codesOf(reply),
    status: reply.status,
    isServerError: reply.status === 500 || codesOf(reply).includes('INTERNAL_SERVER_ERROR'),
    inTime: milliseconds < PATIENCE_MS.attack,
    secrets: SECRETS.exec(reply.text)?.[0] ?? null,
    health: health.text.trim(),
    healthInTime: healthMilliseconds < PATIENCE_MS.health,
  };
}

export interface Outcome {
  readonly codes: readonly string[];
  readonly status: number;
  readonly isServerError: boolean;
  readonly inTime: boolean;
  readonly secrets: string | null;
  readonly health: string;
  readonly healthInTime: boolean;
}

async function timed(run: () => Promise<Reply>): Promise<[Reply, number]> {
  const from = performance.now();
  const reply = await run();
  return [reply, performance.now() - from];
}
