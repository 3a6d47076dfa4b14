import { setTimeout as sleep } from 'node:timers/promises';
import type { Answer, Asker } from '../../test/support/server.ts';
import type { World } from './world.ts';
import { PARENT } from './world.ts';

/** What clients saw. */
export interface Seen {
  /** Right figures. */
  right: number;
  /** Figures that are not right: there must be none. */
  wrong: number;
  /** Errors with a code of the catalogue, by code. */
  readonly coded: Map<string, number>;
  /** Anything else: a broken connection, an error without a code. */
  uncoded: number;
  /** Codes of organisations whose making was acknowledged. */
  readonly acknowledged: string[];
}

const QUESTION = '{ organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value } } }';
const RIGHT = JSON.stringify({ organization: { indicator: { value: 3716 } } });

const READERS = 8;
const WRITERS = 2;
let made = 0;

/** Asks and changes for as long as something happens. */
export async function underLoad(world: World, happen: () => Promise<unknown>): Promise<Seen> {
  const seen: Seen = { right: 0, wrong: 0, coded: new Map(), uncoded: 0, acknowledged: [] };
  const administrator = await world.server.as({ role: 'ADMINISTRATOR' });
  let over = false;
  const until = async (step: () => Promise<void>): Promise<void> => {
    while (!over) {
      await step();
      await sleep(5);
    }
  };
  const clients = [
    ...Array.from({ length: READERS }, () => until(() => read(world.server, seen))),
    ...Array.from({ length: WRITERS }, () => until(() => write(administrator, seen))),
  ];
  await happen().finally(() => (over = true));
  await Promise.all(clients);
  return seen;
}

async function read(asker: Asker, seen: Seen): Promise<void> {
  const answer = await asker.ask<unknown>(QUESTION).catch(() => undefined);
  if (!answer) seen.uncoded += 1;
  else if (answer.errors) noteErrors(answer, seen);
  else if (JSON.stringify(answer.data) === RIGHT) seen.right += 1;
  else seen.wrong += 1;
}

async function write(asker: Asker, seen: Seen): Promise<void> {
  const code = `RELIABILITY-${(made += 1)}`;
  const input = `{ code: "${code}", name: "Chi bộ ${made}", kind: GRASSROOTS_CELL, parent: "${PARENT}", on: "2020-01-01", decision: "1-QĐ" }`;
  const mutation = `mutation { openOrganization(input: ${input}) { operation { id } } }`;
  const answer = await asker.ask<unknown>(mutation).catch(() => undefined);
  if (!answer) seen.uncoded += 1;
  else if (answer.errors) noteErrors(answer, seen);
  else seen.acknowledged.push(code);
}

function noteErrors({ errors = [] }: Answer<unknown>, seen: Seen): void {
  const code = errors[0]?.extensions.code;
  if (code === undefined || code === 'INTERNAL_SERVER_ERROR') seen.uncoded += 1;
  else seen.coded.set(code, (seen.coded.get(code) ?? 0) + 1);
}
