import type { Elsewhere } from './plan/moves.ts';
import type { Random } from './random/random.ts';
import type { Cell } from './structure/unit.ts';

/** Cells of the provinces that are done: members of the next ones come from there and go there. */
export class OtherProvinces implements Elsewhere {
  private readonly units: number[] = [];

  /** Adds a province's cells, those without published counts. */
  add(cells: readonly Cell[], units: Int32Array): void {
    cells.forEach(({ scope }, index) => {
      if (scope === undefined) this.units.push(units[index] as number);
    });
  }

  draw(random: Random): number | undefined {
    return this.units.length === 0 ? undefined : random.pick(this.units);
  }
}
