import type { MemberCount } from '../facts/members/thresholds.ts';
import type { Day } from '../periods/day.ts';
import type { Unit } from '../tree/unit.ts';
import { countsFor } from './counts.ts';
import type { Register } from './register.ts';

/** Members of a unit on a day; undefined where the register holds none of its cells, or it was not open. */
export function memberCountOn(register: Register, unit: Unit, day: Day): MemberCount | undefined {
  const { intervals } = register.territory.holding(unit, day);
  if (!holdsRegistered(register, intervals)) return undefined;
  const count = (indicator: string): number | undefined =>
    countsFor(register, indicator, {})?.count(unit, { from: day, to: day + 1 });
  const [official, all] = [count('OFFICIAL_MEMBERS'), count('PARTY_MEMBERS')];
  return official === undefined || all === undefined ? undefined : { official, all };
}

function holdsRegistered(register: Register, intervals: Int32Array): boolean {
  for (let at = 0; at < intervals.length; at += 2) {
    for (let position = intervals[at] ?? 0; position < (intervals[at + 1] ?? 0); position += 1) {
      if (register.isRegistered(position)) return true;
    }
  }
  return false;
}
