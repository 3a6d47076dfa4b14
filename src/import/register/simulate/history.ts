import type { MemberEventKind } from '../../../facts/members/member.ts';
import type { Day } from '../../../periods/day.ts';
import { NO_END } from '../../../periods/day.ts';

/** The members of a province, a column for each trait. Members refer to one another by index. */
export class MemberColumns {
  readonly born: Int32Array;
  readonly admitted: Int32Array;
  /** The day of becoming official, also where it lies after the window. */
  readonly official: Int32Array;
  /** The first cell in the province; it shapes what the member is like. */
  readonly home: Int32Array;
  /** Unit and first day of the present stay in a cell. */
  readonly unit: Int32Array;
  readonly since: Int32Array;
  /** The day of leaving; NO_END while a member. */
  readonly left: Int32Array;
  count = 0;

  constructor(capacity: number) {
    const column = (): Int32Array => new Int32Array(capacity);
    [this.born, this.admitted, this.official, this.home] = [column(), column(), column(), column()];
    [this.unit, this.since] = [column(), column()];
    this.left = column().fill(NO_END);
  }
}

/** Stays of members in cells, [from, to). */
export class StayColumns {
  readonly member: number[] = [];
  readonly unit: number[] = [];
  readonly from: Day[] = [];
  readonly to: Day[] = [];

  push(member: number, unit: number, from: Day, to: Day): void {
    this.member.push(member);
    this.unit.push(unit);
    this.from.push(from);
    this.to.push(to);
  }
}

/** Dated events of members. */
export class EventColumns {
  readonly member: number[] = [];
  readonly unit: number[] = [];
  readonly kind: MemberEventKind[] = [];
  readonly day: Day[] = [];
  readonly detail: (string | null)[] = [];

  push(member: number, unit: number, kind: MemberEventKind, day: Day, detail: string | null = null): void {
    this.member.push(member);
    this.unit.push(unit);
    this.kind.push(kind);
    this.day.push(day);
    this.detail.push(detail);
  }
}

/** What happened in a province. */
export interface History {
  readonly members: MemberColumns;
  readonly stays: StayColumns;
  readonly events: EventColumns;
}
