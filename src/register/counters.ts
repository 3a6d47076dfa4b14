import type { Block } from './block.ts';
import { eventKey } from './block.ts';
import { ageOf, lowerBound } from './encoding.ts';

/** Whole years of age, both ends included. */
export interface AgeRange {
  readonly least: number;
  readonly most: number;
}

/** Which rows count, by the attributes of their members. */
export interface RowFilter {
  /** By profile: 1 where it counts. Undefined: all. */
  readonly profiles: Uint8Array | undefined;
  readonly age: AgeRange | undefined;
  /** The age key of the day on which age is told. */
  readonly ageDay: number;
}

/** Counts rows of a block: all of them, or those of some of its cells. */
export interface Counter {
  /** Names the question: equal keys give equal counts. */
  readonly key: string;
  whole(block: Block): number;
  cells(block: Block, from: number, to: number): number;
}

export type Standing = 'ALL' | 'OFFICIAL' | 'PROBATIONARY';

/** Members on a day, by packed day. */
export function memberCounter(key: string, standing: Standing, day: number, filter: RowFilter | undefined): Counter {
  const scan = (block: Block, first: number, end: number): number => {
    let count = 0;
    for (let row = first; row < end; row += 1) {
      if ((block.from[row] ?? 0) > day || (block.to[row] ?? 0) <= day) continue;
      if (standing !== 'ALL' && (block.official[row] ?? 0) <= day !== (standing === 'OFFICIAL')) continue;
      if (filter && !passes(filter, block.profile[row] ?? 0, block.born[row] ?? 0)) continue;
      count += 1;
    }
    return count;
  };
  const whole = filter
    ? (block: Block): number => scan(block, 0, block.from.length)
    : (block: Block): number => sortedCount(block, standing, day);
  return { key, whole, cells: (block, from, to) => scan(block, block.starts[from] ?? 0, block.starts[to] ?? 0) };
}

function sortedCount(block: Block, standing: Standing, day: number): number {
  const all = lowerBound(block.sortedFrom, day + 1) - lowerBound(block.sortedTo, day + 1);
  if (standing === 'ALL') return all;
  const official = lowerBound(block.sortedOfficialFrom, day + 1) - lowerBound(block.sortedOfficialTo, day + 1);
  return standing === 'OFFICIAL' ? official : all - official;
}

function passes({ profiles, age, ageDay }: RowFilter, profile: number, born: number): boolean {
  if (profiles && profiles[profile] !== 1) return false;
  if (!age) return true;
  const years = ageOf(ageDay, born);
  return age.least <= years && years <= age.most;
}

/**
 * Events of a kind in a span of packed days, half-open.
 * @param details the details that count, in rising order; undefined: all
 */
export function eventCounter(
  key: string,
  kind: number,
  details: readonly number[] | undefined,
  from: number,
  to: number,
  filter: RowFilter | undefined,
): Counter {
  const ranges = (block: Block): (readonly [number, number])[] => {
    const wanted = details ?? detailsIn(block, kind);
    return wanted.map(
      (detail) =>
        [
          lowerBound(block.eventKeys, eventKey(kind, detail, from)),
          lowerBound(block.eventKeys, eventKey(kind, detail, to)),
        ] as const,
    );
  };
  const counts = (block: Block, row: number, first: number, end: number): boolean => {
    const cell = block.eventCell[row] ?? 0;
    return (
      first <= cell &&
      cell < end &&
      (!filter || passes(filter, block.eventProfile[row] ?? 0, block.eventBorn[row] ?? 0))
    );
  };
  const scan = (block: Block, first: number, end: number): number => {
    let count = 0;
    for (const [low, high] of ranges(block)) {
      for (let row = low; row < high; row += 1) if (counts(block, row, first, end)) count += 1;
    }
    return count;
  };
  const whole = (block: Block): number => ranges(block).reduce((sum, [low, high]) => sum + high - low, 0);
  return { key, whole: filter ? (block) => scan(block, 0, 256) : whole, cells: scan };
}

/** Stays that begin, or end, on days of a span, half-open and packed. */
export function edgeCounter(edge: 'BEGIN' | 'END', from: number, to: number): Counter {
  const begin = edge === 'BEGIN';
  return {
    key: `${edge}|${from}|${to}`,
    whole: ({ sortedFrom, sortedTo }) => {
      const sorted = begin ? sortedFrom : sortedTo;
      return lowerBound(sorted, to) - lowerBound(sorted, from);
    },
    cells: (block, first, last) => {
      const days = begin ? block.from : block.to;
      let count = 0;
      for (let row = block.starts[first] ?? 0; row < (block.starts[last] ?? 0); row += 1) {
        const day = days[row] ?? 0;
        if (from <= day && day < to) count += 1;
      }
      return count;
    },
  };
}

/** The details that events of a kind have in a block. */
function detailsIn(block: Block, kind: number): number[] {
  const details: number[] = [];
  let at = lowerBound(block.eventKeys, eventKey(kind, 0, 0));
  while (at < block.eventKeys.length) {
    const key = block.eventKeys[at] ?? 0;
    if (Math.floor(key / 0x1000000) !== kind) break;
    const detail = Math.floor(key / 0x10000) & 0xff;
    details.push(detail);
    at = lowerBound(block.eventKeys, eventKey(kind, detail + 1, 0), at);
  }
  return details;
}
