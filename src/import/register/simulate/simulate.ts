import { addMonths } from '../../../periods/day.ts';
import { WINDOW_START } from '../calendar.ts';
import type { Life } from '../people/age.ts';
import { lifeBefore, lifeFrom } from '../people/age.ts';
import type { Planned, ProvincePlan } from '../plan/planned.ts';
import { NO_ADMISSION_IN_2020 } from '../published.ts';
import type { Random } from '../random/random.ts';
import type { Cell } from '../structure/unit.ts';
import type { History } from './history.ts';
import { EventColumns, MemberColumns, StayColumns } from './history.ts';
import { officialDay } from './official.ts';
import { Recorder } from './recorder.ts';
import { Rosters } from './rosters.ts';

/** Members of before the window who were admitted in its last year are probationary still when it opens. */
const BEFORE_2020 = addMonths(WINDOW_START, -12) - 1;

/**
 * Plays a plan: chooses to whom each planned event happens. Only official members leave or move, so that everybody who is
 * admitted becomes official.
 * @param units ids of the cells' units, by the cell's place
 */
export function simulate(cells: readonly Cell[], plan: ProvincePlan, units: Int32Array, random: Random): History {
  const joining = plan.events.filter(({ kind }) => kind === 'ADMIT' || kind === 'IMPORT').length;
  const members = new MemberColumns(plan.opening.reduce((sum, count) => sum + count, 0) + joining);
  const history: History = { members, stays: new StayColumns(), events: new EventColumns() };
  const simulation = new Simulation(cells, units, history, random);
  plan.opening.forEach((count, cell) => simulation.open(cell, count));
  for (const event of plan.events) simulation.play(event);
  simulation.close();
  return history;
}

class Simulation {
  private readonly recorder: Recorder;
  private readonly rosters: Rosters;

  constructor(
    private readonly cells: readonly Cell[],
    private readonly units: Int32Array,
    private readonly history: History,
    private readonly random: Random,
  ) {
    this.recorder = new Recorder(history);
    this.rosters = new Rosters(cells.length, history.members, random);
  }

  open(cell: number, count: number): void {
    const { setting, scope, active } = this.cells[cell] as Cell;
    const early = active.to === active.from || (scope !== undefined && NO_ADMISSION_IN_2020.has(scope));
    for (let turn = 0; turn < count; turn += 1) {
      const life = early ? lifeBefore(this.random, setting, BEFORE_2020) : lifeBefore(this.random, setting);
      this.join(cell, life, this.unit(cell), life.admitted);
    }
  }

  play(event: Planned): void {
    const { kind, cell, day } = event;
    if (kind === 'ADMIT') {
      const member = this.join(cell, lifeFrom(this.random, day), this.unit(cell), day);
      this.history.events.push(member, this.unit(cell), 'ADMISSION', day);
    } else if (kind === 'IMPORT') this.arrive(cell, event.elsewhere, day);
    else if (kind === 'MOVE') this.move(event);
    else if (kind === 'EXPORT') {
      const member = this.rosters.take(cell, this.rosters.younger(cell, day));
      this.recorder.transfer(member, event.elsewhere, day);
    } else if (kind === 'LEAVE') {
      const chosen = event.reason === 'DIED' ? this.rosters.oldest(cell, day) : this.rosters.younger(cell, day);
      this.recorder.leave(this.rosters.take(cell, chosen), day, event.reason);
    } else if (kind === 'DISCIPLINE') this.discipline(event);
    else this.history.events.push(this.rosters.anyone(cell).member, this.unit(cell), 'AWARD', day);
  }

  /** Everybody who is still there stays on. */
  close(): void {
    this.recorder.closeAll();
  }

  private unit(cell: number): number {
    return this.units[cell] as number;
  }

  private join(cell: number, { born, admitted }: Life, unit: number, since: number): number {
    const { members } = this.history;
    const member = members.count;
    members.count += 1;
    members.born[member] = born;
    members.admitted[member] = admitted;
    members.official[member] = officialDay(this.random, admitted, (this.cells[cell] as Cell).scope !== undefined);
    members.home[member] = cell;
    members.unit[member] = unit;
    members.since[member] = since;
    this.rosters.put(cell, member);
    return member;
  }

  /** Somebody from another province, who was in a cell there until now. */
  private arrive(cell: number, elsewhere: number, day: number): void {
    const life = lifeBefore(this.random, (this.cells[cell] as Cell).setting, BEFORE_2020);
    const member = this.join(cell, life, elsewhere, life.admitted);
    this.recorder.transfer(member, this.unit(cell), day);
  }

  private move({ cell, to, day, anyone }: Extract<Planned, { kind: 'MOVE' }>): void {
    const chosen = anyone ? this.rosters.anyone(cell) : this.rosters.younger(cell, day);
    const member = this.rosters.take(cell, chosen);
    this.recorder.transfer(member, this.unit(to), day);
    this.rosters.put(to, member);
  }

  /** A probationary member can be reprimanded or warned; only an official one dismissed or expelled. */
  private discipline({ cell, day, form }: Extract<Planned, { kind: 'DISCIPLINE' }>): void {
    const mild = form === 'REPRIMAND' || form === 'WARNING';
    const chosen = mild ? this.rosters.anyone(cell) : this.rosters.younger(cell, day);
    this.history.events.push(chosen.member, this.unit(cell), 'DISCIPLINE', day, form);
    if (form === 'EXPULSION') this.recorder.leave(this.rosters.take(cell, chosen), day, 'EXPELLED');
  }
}
