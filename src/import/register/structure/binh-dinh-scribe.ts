import type { Day } from '../../../periods/day.ts';
import { WINDOW_START } from '../calendar.ts';
import { BINH_DINH_BLOC as BLOC } from '../published.ts';
import { grassrootsCode } from './bloc.ts';
import { blocCodeSince } from './blocs.ts';
import type { CellRequest, Frame, StructureBuilder } from './builder.ts';
import { moved } from './builder.ts';
import type { CountryTree } from './country-tree.ts';
import type { UnitPlacement } from './unit.ts';

const NEVER = { from: WINDOW_START, to: WINDOW_START };

/** Writes down units of the bloc: gives codes and says where they hang. */
export class BlocScribe {
  readonly frame: Frame = { tier: BLOC.code, scope: BLOC.code, asOf: BLOC.asOf };
  readonly since: string;
  readonly of: string;
  private given = 0;

  constructor(
    readonly builder: StructureBuilder,
    tree: CountryTree,
  ) {
    this.since = blocCodeSince(tree, BLOC.province, 1);
    this.of = tree.placeOf(BLOC.province);
  }

  /** The code of the next grassroots organisation: `K52-01-G01` and on. */
  nextCode(): string {
    this.given += 1;
    return grassrootsCode(BLOC.code, this.given - 1);
  }

  /** Under the bloc, and since the reform under the one that took over from it. */
  placements(kind: UnitPlacement['kind'], from: Day | null = null): UnitPlacement[] {
    const [before, since] = moved({ parent: BLOC.code, kind }, { parent: this.since, kind });
    return [{ ...(before as UnitPlacement), from }, since as UnitPlacement];
  }

  /** Adds a cell's unit that ends on a day; nothing happens in it but that its members leave it then. */
  endingCell(unit: { code: string; parent: string; name: string }, on: Day): CellRequest {
    const { code, parent, name } = unit;
    this.builder.addUnit({
      code,
      name: `${name} ${this.of}`,
      closedOn: on,
      placements: [{ parent, kind: 'CELL', from: null, to: on }],
    });
    return { code, setting: 'AGENCY', tierSince: this.since, size: 0, active: NEVER };
  }
}
