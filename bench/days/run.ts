import { dayOf, formatDay } from '../../src/periods/day.ts';
import { prepare } from '../database/prepare.ts';
import { Client } from '../measure/client.ts';
import { median } from '../measure/numbers.ts';
import type { Options } from '../options.ts';
import { EIGHT_CODES } from '../questions/eight.ts';
import { describeMachine } from '../report/machine.ts';
import type { Server } from '../servers/servers.ts';
import { startDangbo } from '../servers/servers.ts';
import type { DayResults } from './results.ts';

const QUESTION = `query Days($codes: [IndicatorCode!]!, $period: Period!, $on: Date!, $treeOn: Date) {
  nation {
    indicators(codes: $codes, period: $period, treeOn: $treeOn) { value }
    children(on: $on, first: 20) { nodes { code indicators(codes: $codes, period: $period, treeOn: $treeOn) { value } } }
  }
}`;

const TODAY = '2025-12-31';
const DAYS_EACH_ROUND = 8;

/** From which day on to ask: after the reform, before it, and before it on the tree of today. */
const FORMS = {
  today: { from: dayOf(2025, 7, 2), on: () => TODAY, treeOn: null },
  past: { from: dayOf(2023, 1, 1), on: (day: string) => day, treeOn: null },
  restated: { from: dayOf(2024, 1, 1), on: () => TODAY, treeOn: TODAY },
} as const;
type Form = keyof typeof FORMS;
const NAMES: readonly Form[] = ['today', 'past', 'restated'];

/**
 * Asks for eight indicators of the nation and of twenty provinces on many days, in turn on the tree of today, on that of
 * a past day, and on a past day restated onto the tree of today. Each day is asked for once, so that no answer is kept.
 */
export async function runDays(options: Options, tell: (text: string) => void): Promise<DayResults> {
  const machine = describeMachine();
  await using resources = new AsyncDisposableStack();
  const database = await prepare(options.scale, tell);
  resources.defer(async () => void (await database.stop()));
  tell('starting the server');
  const server = await startDangbo(database.url);
  resources.defer(() => server.stop());
  const client = new Client(server);
  resources.defer(() => client.close());
  const times: Record<Form, number[]> = { today: [], past: [], restated: [] };
  const questions = options.rounds * DAYS_EACH_ROUND;
  for (let turn = -DAYS_EACH_ROUND; turn < questions; turn += 1) {
    tell(`days: ${Math.max(turn, 0)} of ${questions}`);
    for (const form of NAMES) {
      const time = await ask(client, server, form, turn + DAYS_EACH_ROUND);
      if (turn >= 0) times[form].push(time);
    }
  }
  const { scale, members } = database;
  const milliseconds = { today: median(times.today), past: median(times.past), restated: median(times.restated) };
  return { scale, members, machine, questions, milliseconds };
}

/** Milliseconds until the answer was there. */
async function ask(client: Client, server: Server, form: Form, turn: number): Promise<number> {
  const { from, on, treeOn } = FORMS[form];
  const day = formatDay(from + turn);
  const variables = { codes: EIGHT_CODES, period: day, on: on(day), treeOn };
  const body = JSON.stringify({ query: QUESTION, variables });
  const began = performance.now();
  const answer = await client.ask({ path: new URL(server.url).pathname, body });
  const time = performance.now() - began;
  if (answer.includes('"errors"')) throw new Error(`a question about ${day} failed: ${answer.slice(0, 300)}`);
  return time;
}
