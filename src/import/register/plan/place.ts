import type { Day } from '../../../periods/day.ts';
import type { Random } from '../random/random.ts';
import type { WeightedDraw } from '../random/weighted.ts';

export interface Spot {
  readonly cell: number;
  readonly day: Day;
}

const TRIES = 40;
const TRIES_IF_EXACT = 100_000;

/** A stretch of days for which something is planned: so many exactly as published, or about so many. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly exact: boolean;
}

/**
 * Draws a cell and a day that will do. What is exact is looked for until found.
 * @returns undefined if chance found none
 * @throws Error if something exact has no place
 */
export function findSpot(
  random: Random,
  cells: WeightedDraw<number>,
  { from, to, exact }: Stretch,
  allows: (cell: number, day: Day) => boolean,
): Spot | undefined {
  const tries = exact ? TRIES_IF_EXACT : TRIES;
  for (let turn = 0; turn < tries; turn += 1) {
    const spot = { cell: cells.draw(random), day: random.int(from, to - 1) };
    if (allows(spot.cell, spot.day)) return spot;
  }
  if (exact) throw new Error(`Expected a place for a published count from day ${from} to ${to}, but there is none.`);
  return undefined;
}

const DAYS_OF_A_YEAR = 365.25;

/** The stretches of [start, end) that quotas leave to chance, and the quotas themselves, in the order of time. */
export function stretches<Q extends { readonly from: Day; readonly to: Day }>(
  quotas: readonly Q[],
  [start, end]: readonly [Day, Day],
): (Stretch & { readonly quota: Q | undefined })[] {
  const found: (Stretch & { readonly quota: Q | undefined })[] = [];
  let at = start;
  for (const quota of quotas) {
    if (quota.from > at) found.push({ from: at, to: quota.from, exact: false, quota: undefined });
    found.push({ from: quota.from, to: quota.to, exact: true, quota });
    at = quota.to;
  }
  if (at < end) found.push({ from: at, to: end, exact: false, quota: undefined });
  return found;
}

/** How many of something that happens at a rate a year and member fall into a stretch. */
export function expected(random: Random, rate: number, members: number, { from, to }: Stretch): number {
  return random.rounded((rate * members * (to - from)) / DAYS_OF_A_YEAR);
}
