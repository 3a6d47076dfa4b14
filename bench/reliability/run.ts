import { setTimeout as sleep } from 'node:timers/promises';
import { underLoad } from './load.ts';
import type { Seen } from './seen.ts';
import type { World } from './world.ts';

const PATIENCE_MS = 60_000;

/** What a breakage led to. */
export interface Run {
  readonly seen: Seen;
  /** Milliseconds until every server said by itself that it is ready: the longest of all rounds. */
  readonly readyAfter: number;
}

/** Breaks something so many times under load; each time once changes of every kind go through again. */
export async function breakUnderLoad(world: World, times: number): Promise<Run> {
  let readyAfter = 0;
  const seen = await underLoad(world, async (now) => {
    for (let round = 0; round < times; round += 1) {
      await changesGoThrough(now);
      await world.breakOnce(round);
      readyAfter = Math.max(readyAfter, await untilReady(world));
    }
    await changesGoThrough(now);
  });
  return { seen, readyAfter };
}

async function changesGoThrough(seen: Seen): Promise<void> {
  const before = seen.changes;
  await until(() => Promise.resolve(seen.changes.every((count, kind) => count > (before[kind] ?? 0))), 'changes go on');
}

async function untilReady({ urls }: World): Promise<number> {
  const began = performance.now();
  for (const url of urls) await until(() => isReady(url), 'the server is ready again');
  return Math.round(performance.now() - began);
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(new URL('/readyz', url))).ok;
  } catch {
    return false;
  }
}

/** @throws Error where it does not come to that */
export async function until(check: () => Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (await check()) return;
    await sleep(20);
  }
  throw new Error(`it did not come to that: ${what}`);
}
