import type { Day } from '../../../periods/day.ts';
import { WINDOW_START } from '../calendar.ts';
import type { Random } from '../random/random.ts';
import type { MemberColumns } from './history.ts';

/** A member, and where in the roster. */
export interface Chosen {
  readonly member: number;
  readonly at: number;
}

const CANDIDATES_FOR_DEATH = 5;
const CANDIDATES = 2;
const TRIES = 12;

/** Who is in which cell now, and who of them is chosen. */
export class Rosters {
  private readonly rosters: number[][];

  constructor(
    cells: number,
    private readonly members: MemberColumns,
    private readonly random: Random,
  ) {
    this.rosters = Array.from({ length: cells }, () => []);
  }

  put(cell: number, member: number): void {
    (this.rosters[cell] as number[]).push(member);
  }

  /** Takes the chosen member off the roster. */
  take(cell: number, { member, at }: Chosen): number {
    const roster = this.rosters[cell] as number[];
    const last = roster.pop() as number;
    if (at < roster.length) roster[at] = last;
    return member;
  }

  /** @throws Error if the cell is empty */
  anyone(cell: number): Chosen {
    const roster = this.rosters[cell] as number[];
    const at = Math.floor(this.random.unit() * roster.length);
    const member = roster[at];
    if (member === undefined) throw new Error(`Expected a member in cell ${cell} of the province, but it is empty.`);
    return { member, at };
  }

  /** The oldest of a few official members. */
  oldest(cell: number, day: Day): Chosen {
    return this.best(cell, day, CANDIDATES_FOR_DEATH, (one, other) => this.born(one) < this.born(other));
  }

  /** The younger of two official members. */
  younger(cell: number, day: Day): Chosen {
    return this.best(cell, day, CANDIDATES, (one, other) => this.born(one) > this.born(other));
  }

  private born(member: number): Day {
    return this.members.born[member] as Day;
  }

  private best(cell: number, day: Day, wanted: number, better: (one: number, other: number) => boolean): Chosen {
    let best: Chosen | undefined;
    let seen = 0;
    for (let turn = 0; turn < TRIES && seen < wanted; turn += 1) {
      const chosen = this.anyone(cell);
      if ((this.members.official[chosen.member] as Day) > day || !this.mayGo(chosen.member, day)) continue;
      seen += 1;
      if (best === undefined || better(chosen.member, best.member)) best = chosen;
    }
    return best ?? this.veteran(cell, day);
  }

  /** Who came on the day goes on another: a stay has at least a day. */
  private mayGo(member: number, day: Day): boolean {
    return (this.members.since[member] as Day) < day;
  }

  /** The plan leaves a member of before the window in every cell. */
  private veteran(cell: number, day: Day): Chosen {
    const roster = this.rosters[cell] as number[];
    const isVeteran = (member: number): boolean => (this.members.admitted[member] as Day) < WINDOW_START;
    const at = roster.findIndex((member) => isVeteran(member) && this.mayGo(member, day));
    const member = roster[at];
    if (member === undefined)
      throw new Error(`Expected an old member in cell ${cell} of the province, but there is none.`);
    return { member, at };
  }
}
