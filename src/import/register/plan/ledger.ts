import type { Day } from '../../../periods/day.ts';
import type { ScopePlan } from '../published.ts';
import { SCOPE_PLANS } from '../published.ts';
import type { Cell, ProvinceStructure } from '../structure/unit.ts';
import type { Planned } from './planned.ts';

/**
 * Collects what is planned and keeps the books: how many members each cell gains and loses, so that it never runs empty
 * and has its size on the day of its count.
 */
export class Ledger {
  readonly events: Planned[] = [];
  private readonly gains: Int32Array;
  private readonly losses: Int32Array;
  /** What a cell gains, less what it loses, until the end of its day of count. */
  private readonly net: Int32Array;

  constructor(readonly structure: ProvinceStructure) {
    const count = structure.cells.length;
    this.gains = new Int32Array(count);
    this.losses = new Int32Array(count);
    this.net = new Int32Array(count);
  }

  cell(index: number): Cell {
    return this.structure.cells[index] as Cell;
  }

  planOf(cell: Cell): ScopePlan | undefined {
    return cell.scope === undefined ? undefined : SCOPE_PLANS.get(cell.scope);
  }

  /** Whether chance may do anything in the cell on the day. */
  isOpen(index: number, day: Day): boolean {
    const { active } = this.cell(index);
    return day >= active.from && day < active.to;
  }

  /** Whether somebody may come: no cell gains more than half of its size. */
  canGain(index: number, day: Day): boolean {
    if (!this.isOpen(index, day) || this.isStill(index, day)) return false;
    return (this.gains[index] as number) < Math.max(1, this.cell(index).size >> 1);
  }

  /** Whether somebody may go: no cell loses more than a quarter of its size, so an old member is always left. */
  canLose(index: number, day: Day): boolean {
    if (!this.isOpen(index, day) || this.isStill(index, day)) return false;
    return (this.losses[index] as number) < this.cell(index).size >> 2;
  }

  private isStill(index: number, day: Day): boolean {
    const still = this.planOf(this.cell(index))?.still;
    return still !== undefined && day >= still.from && day < still.to;
  }

  add(event: Planned): void {
    this.events.push(event);
    if (event.kind === 'ADMIT' || event.kind === 'IMPORT') this.gain(event.cell, event.day);
    if (event.kind === 'LEAVE' || event.kind === 'EXPORT') this.lose(event.cell, event.day);
    if (event.kind === 'DISCIPLINE' && event.form === 'EXPULSION') this.lose(event.cell, event.day);
    if (event.kind === 'MOVE') {
      this.lose(event.cell, event.day);
      this.gain(event.to, event.day);
    }
  }

  private gain(index: number, day: Day): void {
    this.gains[index] = (this.gains[index] as number) + 1;
    if (day <= this.cell(index).asOf) this.net[index] = (this.net[index] as number) + 1;
  }

  private lose(index: number, day: Day): void {
    this.losses[index] = (this.losses[index] as number) + 1;
    if (day <= this.cell(index).asOf) this.net[index] = (this.net[index] as number) - 1;
  }

  /** How many members each cell has to begin with, to have its size on its day of count. */
  opening(): Int32Array {
    return this.net.map((net, index) => this.cell(index).size - net);
  }
}
