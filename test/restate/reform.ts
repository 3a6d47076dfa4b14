import fc from 'fast-check';
import { dayOf } from '../../src/periods/day.ts';
import type { PlacementRow, SuccessionRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import type { OrganizationKind } from '../../src/tree/kind.ts';
import type { Tree } from '../../src/tree/tree.ts';

/** The day on which the test's reform takes effect. */
export const REFORM = dayOf(2025, 7, 1);

/** A commune of before: to which new communes its cells go, by number within the new province. */
interface OldCommune {
  readonly cells: readonly number[];
}

/** A reform: old provinces, each going whole into a new one, and their communes. */
export interface Reform {
  readonly newProvinces: number;
  readonly oldProvinces: readonly { readonly into: number; readonly communes: readonly OldCommune[] }[];
}

export const reform: fc.Arbitrary<Reform> = fc.integer({ min: 1, max: 3 }).chain((newProvinces) =>
  fc.record({
    newProvinces: fc.constant(newProvinces),
    oldProvinces: fc.array(
      fc.record({
        into: fc.nat(newProvinces - 1),
        communes: fc.array(fc.record({ cells: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }) }), {
          minLength: 1,
          maxLength: 4,
        }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  }),
);

/** Collects rows with ids of their own. */
class Rows {
  readonly units: UnitRow[] = [];
  readonly placements: PlacementRow[] = [];
  readonly successions: SuccessionRow[] = [];
  private readonly ids = new Map<string, number>();

  unit(code: string, parent: string | null, kind: OrganizationKind, from: number | null, to: number | null): string {
    if (!this.ids.has(code)) {
      const id = this.ids.size + 1;
      this.ids.set(code, id);
      this.units.push({ id, code, name: code, openedOn: from, closedOn: to, synthetic: true });
    }
    this.placements.push({
      organizationId: this.id(code),
      parentId: parent === null ? null : this.id(parent),
      kind,
      from,
      to,
    });
    return code;
  }

  succession(from: string, to: string): void {
    this.successions.push({ fromId: this.id(from), toId: this.id(to), kind: 'MERGED', on: REFORM });
  }

  private id(code: string): number {
    const id = this.ids.get(code);
    if (id === undefined) throw new Error(`no unit ${code}`);
    return id;
  }
}

/** The tree of a reform. Cells stay what they are, and hang under a new commune from that day on. */
export function treeOf({ oldProvinces }: Reform): Tree {
  const rows = new Rows();
  const made = new Set<string>();
  const linked = new Set<string>();
  rows.unit('VN', null, 'NATION', null, null);
  oldProvinces.forEach(({ into, communes }, p) => {
    const province = rows.unit(`T${p}`, 'VN', 'PROVINCE', null, REFORM);
    const since = `2025-T${into}`;
    if (!made.has(since)) rows.unit(since, 'VN', 'PROVINCE', REFORM, null);
    made.add(since);
    rows.succession(province, since);
    communes.forEach(({ cells }, c) => {
      const commune = rows.unit(`X${p}${c}`, province, 'GRASSROOTS_COMMITTEE', null, REFORM);
      cells.forEach((number, at) => {
        const newCommune = `2025-X${into}${number}`;
        if (!made.has(newCommune)) rows.unit(newCommune, since, 'COMMUNE', REFORM, null);
        made.add(newCommune);
        if (!linked.has(commune + newCommune)) rows.succession(commune, newCommune);
        linked.add(commune + newCommune);
        const cell = rows.unit(`${commune}-C${at}`, commune, 'CELL', null, REFORM);
        rows.unit(cell, newCommune, 'GRASSROOTS_CELL', REFORM, null);
      });
    });
  });
  return buildTree(
    rows.units.map((unit) => (unit.code.includes('-C') ? { ...unit, closedOn: null } : unit)),
    rows.placements,
    rows.successions,
  );
}
