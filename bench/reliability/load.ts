import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from './client.ts';
import { Seen } from './seen.ts';
import type { World } from './world.ts';
import { CELL, INDICATOR, NAMES, PARENT, PERIOD, REPORTING, TOTAL } from './world.ts';

const FIXED = '{ organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value } } }';
const RIGHT = JSON.stringify({ organization: { indicator: { value: 3716 } } });
const MOVING = `{ organization(code: "${TOTAL}") { indicator(code: "${INDICATOR}", period: "${PERIOD}") { value } } }`;

/** Whoever finds nobody waits a little before asking again. */
const PAUSE_AFTER_BREAK_MS = 200;

type Step = (client: Client, seen: Seen) => Promise<void>;

/** Who asks and changes at once: eight read figures, two open organisations, one brings files in, two read members. */
const CLIENTS: readonly (readonly [Step, number])[] = [
  [readFixed, 3],
  [readMoving, 5],
  [openOrganization, 2],
  [bringIn, 1],
  [readMembers, 2],
];

/** Asks and changes for as long as something happens. */
export async function underLoad(world: World, happen: (seen: Seen) => Promise<unknown>): Promise<Seen> {
  const seen = new Seen();
  // One reader's word of what was seen is another's: they stand side by side.
  const client = new Client(world);
  let isOver = false;
  const until = async (step: Step): Promise<void> => {
    while (!isOver) {
      const before = seen.broken;
      await step(client, seen);
      await sleep(seen.broken > before ? PAUSE_AFTER_BREAK_MS : 5);
    }
  };
  const clients = CLIENTS.flatMap(([step, count]) => Array.from({ length: count }, () => until(step)));
  await happen(seen).finally(() => (isOver = true));
  await Promise.all(clients);
  return seen;
}

async function readFixed(client: Client, seen: Seen): Promise<void> {
  const told = await client.ask(FIXED);
  if (!seen.failed(told)) seen.judge(JSON.stringify(told.data) === RIGHT, told.data);
}

interface Total {
  readonly organization: { readonly indicator: { readonly value: number | null } };
}

/** What was acknowledged before the question is in the answer, and no import is in it by half. */
async function readMoving(client: Client, seen: Seen): Promise<void> {
  const least = seen.acknowledged;
  const told = await client.ask(MOVING);
  if (seen.failed(told)) return;
  const { value } = (told.data as Total).organization.indicator;
  const each = (value ?? Number.NaN) / REPORTING.length;
  seen.judge(Number.isInteger(each) && each >= least && each <= seen.begun, { value, least, most: seen.begun });
}

let made = 0;

async function openOrganization(client: Client, seen: Seen): Promise<void> {
  const code = `RELIABILITY-N${(made += 1)}`;
  const input = `{ code: "${code}", name: "Chi bộ ${made}", kind: GRASSROOTS_CELL, parent: "${PARENT}", on: "2020-01-01", decision: "1-QĐ" }`;
  const told = await client.ask(`mutation { openOrganization(input: ${input}) { operation { id } } }`);
  if (!seen.failed(told)) seen.organizations.push(code);
}

const BRING_IN = 'mutation ($file: Upload!) { importFile(file: $file) { state report { outcome } } }';

interface Brought {
  readonly importFile: { readonly state: string; readonly report: { readonly outcome: string } | null };
}

async function bringIn(client: Client, seen: Seen): Promise<void> {
  const value = (seen.begun += 1);
  const rows = REPORTING.map((unit) => `${unit},${INDICATOR},${PERIOD},${value},article-que-son-2023`);
  const text = ['organization,indicator,period,value,source', ...rows].join('\n');
  const told = await client.upload(BRING_IN, text);
  if (seen.failed(told)) return;
  const { state, report } = (told.data as Brought).importFile;
  // One that runs on, or that failed, was not acknowledged; it may be done all the same.
  if (state === 'DONE' && report?.outcome === 'TAKEN') seen.imports.push(value);
}

interface Members {
  readonly organization: { readonly members: { readonly nodes: readonly { readonly fullName: string }[] } };
}

let read = 0;

async function readMembers(client: Client, seen: Seen): Promise<void> {
  const name = `Reading${(read += 1)}`;
  const told = await client.ask(
    `query ${name} { organization(code: "${CELL}") { ... on GrassrootsOrganization { members { nodes { fullName } } } } }`,
  );
  if (seen.failed(told)) return;
  const names = (told.data as Members).organization.members.nodes.map(({ fullName }) => fullName).sort();
  const isRight = names.join() === NAMES.join();
  seen.judge(isRight, names);
  if (isRight) seen.readings.push(name);
}
