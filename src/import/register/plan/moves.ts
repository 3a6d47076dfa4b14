import type { Day } from '../../../periods/day.ts';
import { WINDOW_END, WINDOW_START } from '../calendar.ts';
import type { Random } from '../random/random.ts';
import { WeightedDraw } from '../random/weighted.ts';
import type { Cell, WholeMove } from '../structure/unit.ts';
import type { Ledger } from './ledger.ts';
import type { Spot } from './place.ts';
import { expected, findSpot } from './place.ts';
import { MOVES, WITHIN_GRASSROOTS, WITHIN_PROVINCE, WITHIN_TIER } from './rates.ts';

const WHOLE_WINDOW = { from: WINDOW_START, to: WINDOW_END, exact: false };

/** Where members of other provinces come from and go to: ids of cells there. */
export interface Elsewhere {
  /** @returns undefined if there is no other province yet */
  draw(random: Random): number | undefined;
}

/** Plans who moves where: within the grassroots organisation, the district, the province, or across its border. */
export class Mover {
  private readonly all: WeightedDraw<number>;
  private readonly tiers: ReadonlyMap<string, readonly number[]>;
  private readonly everywhere: readonly number[];
  private readonly free: readonly number[];

  constructor(
    private readonly ledger: Ledger,
    private readonly random: Random,
    private readonly elsewhere: Elsewhere,
  ) {
    const { cells } = ledger.structure;
    this.all = new WeightedDraw(cells.map(({ size }, item) => ({ item, weight: size })));
    this.tiers = Map.groupBy(cells.keys(), (index) => this.ledger.cell(index).tier);
    this.everywhere = [...cells.keys()];
    this.free = this.everywhere.filter((index) => this.ledger.cell(index).scope === undefined);
  }

  /** Units that ended: all of their members go on to others. */
  planWholeMoves(moves: readonly WholeMove[]): void {
    for (const { from, to, members, on: day } of moves) {
      for (let turn = 0; turn < members; turn += 1) {
        const next = to[turn % to.length] as number;
        this.ledger.add({ day, cell: from, kind: 'MOVE', to: next, anyone: true });
      }
    }
  }

  /** Moves across the border of a set of cells, as many as were published. */
  planCrossings(scope: string): void {
    const members = this.everywhere.filter((index) => this.ledger.cell(index).scope === scope);
    const draw = new WeightedDraw(members.map((item) => ({ item, weight: this.ledger.cell(item).size })));
    for (const quota of this.ledger.planOf(this.ledger.cell(members[0] as number))?.crossings ?? []) {
      for (let turn = 0; turn < quota.count; turn += 1) {
        const incoming = turn < quota.incoming;
        const allows = (cell: number, day: Day): boolean =>
          incoming ? this.ledger.canGain(cell, day) : this.ledger.canLose(cell, day);
        const spot = findSpot(this.random, draw, { ...quota, exact: true }, allows);
        if (spot !== undefined) this.cross(spot, incoming);
      }
    }
  }

  private cross(spot: Spot, incoming: boolean): void {
    const elsewhere = this.free.length === 0 || this.random.chance(0.5) ? this.elsewhere.draw(this.random) : undefined;
    if (elsewhere !== undefined) {
      this.ledger.add({ ...spot, kind: incoming ? 'IMPORT' : 'EXPORT', elsewhere });
      return;
    }
    const partner = this.partner(this.free, (cell) =>
      incoming ? this.ledger.canLose(cell, spot.day) : this.ledger.canGain(cell, spot.day),
    );
    if (partner === undefined) throw new Error('Expected a cell to move to or from, but there is none.');
    const [cell, to] = incoming ? [partner, spot.cell] : [spot.cell, partner];
    this.ledger.add({ day: spot.day, cell, kind: 'MOVE', to, anyone: false });
  }

  /** Moves that nobody has published. */
  planRandom(members: number): void {
    for (let left = expected(this.random, MOVES, members, WHOLE_WINDOW); left > 0; left -= 1) {
      const spot = findSpot(this.random, this.all, WHOLE_WINDOW, (cell, day) => this.ledger.canLose(cell, day));
      if (spot !== undefined) this.planRandomFrom(spot);
    }
  }

  private planRandomFrom(spot: Spot): void {
    const far = this.random.unit();
    if (far >= WITHIN_PROVINCE) this.planAcross(spot);
    else {
      const to = this.partner(this.reach(spot.cell, far), (cell) => this.mayMove(spot, cell));
      if (to !== undefined) this.ledger.add({ ...spot, kind: 'MOVE', to, anyone: false });
    }
  }

  private planAcross(spot: Spot): void {
    const elsewhere = this.elsewhere.draw(this.random);
    if (elsewhere === undefined || this.isRationed(this.ledger.cell(spot.cell), spot.day)) return;
    const incoming = this.random.chance(0.5);
    if (incoming && !this.ledger.canGain(spot.cell, spot.day)) return;
    this.ledger.add({ ...spot, kind: incoming ? 'IMPORT' : 'EXPORT', elsewhere });
  }

  private reach(from: number, far: number): readonly number[] {
    const { grassroots, tier } = this.ledger.cell(from);
    const { firstCell, endCell } = this.ledger.structure.grassroots[grassroots] as {
      firstCell: number;
      endCell: number;
    };
    if (far < WITHIN_GRASSROOTS && endCell - firstCell > 1) {
      return Array.from({ length: endCell - firstCell }, (_, at) => firstCell + at);
    }
    return far < WITHIN_TIER ? (this.tiers.get(tier) ?? []) : this.everywhere;
  }

  private partner(among: readonly number[], allows: (cell: number) => boolean): number | undefined {
    for (let turn = 0; turn < 20; turn += 1) {
      const cell = this.random.pick(among);
      if (allows(cell)) return cell;
    }
    return undefined;
  }

  private mayMove({ cell: from, day }: Spot, to: number): boolean {
    if (from === to || !this.ledger.canGain(to, day)) return false;
    const [one, other] = [this.ledger.cell(from), this.ledger.cell(to)];
    return one.scope === other.scope || !(this.isRationed(one, day) || this.isRationed(other, day));
  }

  /** Whether moves across the border of the cell's scope are counted on the day. */
  private isRationed(cell: Cell, day: Day): boolean {
    return this.ledger.planOf(cell)?.crossings.some(({ from, to }) => day >= from && day < to) ?? false;
  }
}
