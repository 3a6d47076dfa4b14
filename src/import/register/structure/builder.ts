import type { Day } from '../../../periods/day.ts';
import { REFORM, WINDOW_END, WINDOW_START } from '../calendar.ts';
import { fitSizes } from '../random/apportion.ts';
import type { Random } from '../random/random.ts';
import type {
  Cell,
  Grassroots,
  NewSuccession,
  NewUnit,
  ProvinceStructure,
  Setting,
  UnitPlacement,
  WholeMove,
} from './unit.ts';

const MEDIAN_SIZE = 17;
const SIGMA = 0.45;
const MIN_SIZE = 3;
const MAX_SIZE = 60;
const ALWAYS = { from: WINDOW_START, to: WINDOW_END };

/** A cell as it is asked for; what is left out is drawn or usual. */
export interface CellRequest {
  readonly code: string;
  readonly setting: Setting;
  readonly tierSince: string;
  readonly size?: number;
  readonly active?: Cell['active'];
}

/** The calibration of what is being built: the plan it belongs to, and the day of its member count. */
export interface Frame {
  readonly tier: string;
  readonly scope?: string | undefined;
  readonly asOf: Day;
}

/** Collects the organisations and cells of a province. */
export class StructureBuilder {
  readonly cells: Cell[] = [];
  private readonly units: NewUnit[] = [];
  private readonly successions: NewSuccession[] = [];
  private readonly grassroots: Grassroots[] = [];
  private readonly wholeMoves: WholeMove[] = [];

  constructor(
    readonly province: string,
    readonly random: Random,
  ) {}

  addUnit(unit: { code: string; name: string; openedOn?: Day; closedOn?: Day; placements: UnitPlacement[] }): void {
    this.units.push({ openedOn: null, closedOn: null, ...unit });
  }

  addSuccession(succession: NewSuccession): void {
    this.successions.push(succession);
  }

  addWholeMove(move: WholeMove): void {
    this.wholeMoves.push(move);
  }

  /** Adds a grassroots organisation; `fill` adds its cells, which stand together. */
  addGrassroots(
    one: { code: string; openedOn?: Day; closedOn?: Day },
    frame: Frame,
    fill: (add: (cell: CellRequest) => number) => void,
  ): void {
    const firstCell = this.cells.length;
    const grassroots = this.grassroots.length;
    fill((cell) => this.addCell(cell, grassroots, frame));
    this.grassroots.push({
      openedOn: null,
      closedOn: null,
      ...one,
      tier: frame.tier,
      firstCell,
      endCell: this.cells.length,
    });
  }

  private addCell(request: CellRequest, grassroots: number, { tier, scope, asOf }: Frame): number {
    const size = request.size ?? this.drawSize();
    this.cells.push({ active: ALWAYS, ...request, grassroots, tier, scope, asOf, size });
    return this.cells.length - 1;
  }

  private drawSize(): number {
    return Math.min(MAX_SIZE, Math.max(MIN_SIZE, Math.round(this.random.logNormal(MEDIAN_SIZE, SIGMA))));
  }

  build(): ProvinceStructure {
    const { province: code, units, successions, grassroots, cells, wholeMoves } = this;
    return { code, units, successions, grassroots, cells, wholeMoves };
  }
}

/** A unit that hangs in one place before the reform and in another since. */
export function moved(
  before: Omit<UnitPlacement, 'from' | 'to'>,
  since: Omit<UnitPlacement, 'from' | 'to'>,
): UnitPlacement[] {
  return [
    { ...before, from: null, to: REFORM },
    { ...since, from: REFORM, to: null },
  ];
}

/** A unit that hangs in one place all along. */
export function fixed(parent: string, kind: UnitPlacement['kind']): UnitPlacement[] {
  return [{ parent, kind, from: null, to: null }];
}

/** Brings cells to so many members together, larger ones staying larger. */
export function fitCells(cells: readonly Cell[], members: number): void {
  const sizes = fitSizes(
    cells.map(({ size }) => size),
    members,
    MIN_SIZE,
    MAX_SIZE,
  );
  cells.forEach((cell, at) => (cell.size = sizes[at] as number));
}
