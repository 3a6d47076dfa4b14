import { isCell } from '../../tree/kind.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import type { Day } from '../../periods/day.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Placement, Unit } from '../../tree/unit.ts';
import { compareCodes } from '../../tree/build.ts';
import type { Connection, PageArguments } from '../connections/page.ts';
import { pageOf } from '../connections/page.ts';
import { PartyOrganization } from './party-organization.type.ts';

/** What stands for a unit in the schema. */
class OrganizationNode extends PartyOrganization {}

/** A unit as it stood on a day. */
export function nodeOn(tree: Tree, unit: Unit, day: Day): PartyOrganization {
  return new OrganizationNode(unit, tree.kindOn(unit, day));
}

/** What hangs at a placement. */
export function nodeAt(tree: Tree, placement: Placement): PartyOrganization {
  return new OrganizationNode(tree.unit(placement.child), placement.kind);
}

/** A page of placements in the order of the codes. */
export function placementPage(
  tree: Tree,
  list: string,
  placements: readonly Placement[],
  page: PageArguments,
): Connection<PartyOrganization> {
  return pageOf(list, placements, page, {
    keyOf: (placement) => tree.unit(placement.child).code,
    compare: compareCodes,
    toNode: (placement) => nodeAt(tree, placement),
  });
}

/** A page of units, each as it stood on a day, in the order given, which is that of the codes. */
export function unitPage(
  tree: Tree,
  list: string,
  units: readonly Unit[],
  day: Day,
  page: PageArguments,
): Connection<PartyOrganization> {
  return pageOf(list, units, page, {
    keyOf: (unit) => unit.code,
    compare: compareCodes,
    toNode: (unit) => nodeOn(tree, unit, tree.lastOpenDay(unit, day)),
  });
}

/** Everything of some kinds at any depth below a unit, in the order of the codes. Nothing hangs below a cell. */
export function allBelow(tree: Tree, unit: Unit, day: Day, kinds: ReadonlySet<OrganizationKind>): Placement[] {
  const found = [
    ...tree.descendOn(
      unit,
      day,
      (kind) => kinds.has(kind),
      (kind) => !isCell(kind),
    ),
  ];
  return found.sort((a, b) => a.child - b.child);
}
