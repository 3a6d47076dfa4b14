import type { Day } from '../../../periods/day.ts';
import { NO_END } from '../../../periods/day.ts';
import { WINDOW_END, WINDOW_START } from '../calendar.ts';
import type { LeavingReason } from '../plan/planned.ts';
import { badgesOf } from './badges.ts';
import type { History } from './history.ts';

/** Writes stays down, and with each what happened to the member during it by the calendar alone. */
export class Recorder {
  constructor(private readonly history: History) {}

  /** Ends the member's stay and begins another. */
  transfer(member: number, unit: number, day: Day): void {
    const { members, events } = this.history;
    events.push(member, members.unit[member] as number, 'TRANSFER_OUT', day);
    this.endStay(member, day);
    members.unit[member] = unit;
    members.since[member] = day;
    events.push(member, unit, 'TRANSFER_IN', day);
  }

  leave(member: number, day: Day, reason: LeavingReason): void {
    const { members, events } = this.history;
    events.push(member, members.unit[member] as number, 'LEAVING', day, reason);
    this.endStay(member, day);
    members.left[member] = day;
  }

  closeAll(): void {
    const { members } = this.history;
    for (let member = 0; member < members.count; member += 1) {
      if (members.left[member] === NO_END) this.endStay(member, NO_END);
    }
  }

  private endStay(member: number, to: Day): void {
    const { members, stays, events } = this.history;
    const unit = members.unit[member] as number;
    const from = members.since[member] as Day;
    stays.push(member, unit, from, to);
    const official = members.official[member] as Day;
    if (isWithin(official, from, to)) events.push(member, unit, 'BECOMING_OFFICIAL', official);
    for (const { years, on } of badgesOf(members.admitted[member] as Day)) {
      if (isWithin(on, from, to)) events.push(member, unit, 'BADGE', on, String(years));
    }
  }
}

function isWithin(day: Day, from: Day, to: Day): boolean {
  return day >= from && day < to && day >= WINDOW_START && day < WINDOW_END;
}
