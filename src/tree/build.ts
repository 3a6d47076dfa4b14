import type { Day } from '../periods/day.ts';
import { NO_END, NO_START } from '../periods/day.ts';
import type { OrganizationKind } from './kind.ts';
import type { Links } from './tree.ts';
import { Tree } from './tree.ts';
import type { Placement, SuccessionKind, SuccessionLink, Unit } from './unit.ts';

/** A unit as it is stored: ids instead of indexes, null for a day that is not known. */
export interface UnitRow {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly openedOn: Day | null;
  readonly closedOn: Day | null;
  readonly synthetic: boolean;
}

export interface PlacementRow {
  readonly organizationId: number;
  readonly parentId: number | null;
  readonly kind: OrganizationKind;
  readonly from: Day | null;
  readonly to: Day | null;
}

export interface SuccessionRow {
  readonly fromId: number;
  readonly toId: number | null;
  readonly kind: SuccessionKind;
  readonly on: Day;
}

/** Joins rows into a tree. The nation is unit 0; the others stand in the order of their codes. */
export function buildTree(
  unitRows: readonly UnitRow[],
  placementRows: readonly PlacementRow[],
  successionRows: readonly SuccessionRow[],
): Tree {
  const rootIds = new Set(placementRows.filter((row) => row.parentId === null).map((row) => row.organizationId));
  const sorted = [...unitRows].sort((a, b) => {
    const rootFirst = Number(rootIds.has(b.id)) - Number(rootIds.has(a.id));
    return rootFirst === 0 ? compareCodes(a.code, b.code) : rootFirst;
  });
  const units = sorted.map((row, index) => toUnit(row, index));
  const byId = new Map(units.map((unit) => [unit.id, unit.index]));
  const byCode = new Map(units.map((unit) => [unit.code, unit.index]));
  hang(units, byId, placementRows);
  return new Tree(units, byCode, byId, linkUp(byId, successionRows));
}

/** Plain order of the codes' characters: the same on every machine. */
export function compareCodes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type OpenUnit = Omit<Unit, 'placements' | 'below'> & {
  placements: readonly Placement[];
  below: readonly Placement[];
};

/** A unit that nothing hangs under yet. */
export function toUnit(row: UnitRow, index: number): OpenUnit {
  const { id, code, name, synthetic } = row;
  const [openedOn, closedOn] = [row.openedOn ?? NO_START, row.closedOn ?? NO_END];
  return { index, id, code, name, openedOn, closedOn, synthetic, placements: NOTHING, below: NOTHING };
}

/** Nothing hangs under most units: they share one list. */
const NOTHING: readonly Placement[] = [];

function hang(units: OpenUnit[], byId: ReadonlyMap<number, number>, rows: readonly PlacementRow[]): void {
  const placements = rows.flatMap((row) => placementOf(row, byId) ?? []);
  placements.sort((a, b) => (a.child === b.child ? a.from - b.from : a.child - b.child));
  for (const [child, own] of inRuns(placements, ({ child }) => child)) (units[child] as OpenUnit).placements = own;
  // Sorted by what hangs, which the order by parent leaves as it is.
  const hanging = placements.filter(({ parent }) => parent >= 0).sort((a, b) => a.parent - b.parent);
  for (const [parent, below] of inRuns(hanging, (placement) => placement.parent)) {
    (units[parent] as OpenUnit).below = below;
  }
}

/** Undefined where a unit is unheard of. */
export function placementOf(row: PlacementRow, byId: ReadonlyMap<number, number>): Placement | undefined {
  const child = byId.get(row.organizationId);
  const parent = row.parentId === null ? -1 : byId.get(row.parentId);
  if (child === undefined || parent === undefined) return undefined;
  return { child, parent, kind: row.kind, from: row.from ?? NO_START, to: row.to ?? NO_END };
}

/** Cuts a sorted list where the key changes. Cut lists take no more room than they need. */
function* inRuns(
  sorted: readonly Placement[],
  keyOf: (placement: Placement) => number,
): Generator<[number, Placement[]]> {
  for (let from = 0, to = 1; to <= sorted.length; to += 1) {
    const key = keyOf(sorted[from] as Placement);
    if (to < sorted.length && keyOf(sorted[to] as Placement) === key) continue;
    yield [key, sorted.slice(from, to)];
    from = to;
  }
}

/** What became of units, by those that were and by those that came. */
export function linkUp(byId: ReadonlyMap<number, number>, rows: readonly SuccessionRow[]): Links {
  const from = new Map<number, SuccessionLink[]>();
  const to = new Map<number, SuccessionLink[]>();
  for (const row of rows) {
    const source = byId.get(row.fromId);
    if (source === undefined) continue;
    const target = row.toId === null ? -1 : (byId.get(row.toId) ?? -1);
    const link: SuccessionLink = { from: source, to: target, kind: row.kind, on: row.on };
    push(from, source, link);
    if (target >= 0) push(to, target, link);
  }
  return { from, to };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
