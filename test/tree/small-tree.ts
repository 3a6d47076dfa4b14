import { parseDay } from '../../src/periods/day.ts';
import type { Day } from '../../src/periods/day.ts';
import type { PlacementRow, SuccessionRow, UnitRow } from '../../src/tree/build.ts';
import { buildTree } from '../../src/tree/build.ts';
import type { OrganizationKind } from '../../src/tree/kind.ts';
import type { Tree } from '../../src/tree/tree.ts';
import type { SuccessionKind, Unit } from '../../src/tree/unit.ts';

export const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(`${text} is no day`);
  return found;
};

/** One line of a tree: code, kind, the unit above, and from when until when. */
export type Line = readonly [
  code: string,
  kind: OrganizationKind,
  parent: string | null,
  from?: string | null,
  to?: string | null,
];

export type SuccessionLine = readonly [from: string, to: string | null, kind: SuccessionKind, on: string];

/** A tree from its lines; a code on several lines is one unit that moved. */
export function treeOf(lines: readonly Line[], successions: readonly SuccessionLine[] = []): Tree {
  const codes = [...new Set(lines.map(([code]) => code))];
  const ids = new Map(codes.map((code, at) => [code, 100 + at]));
  const idOf = (code: string): number => ids.get(code) ?? NaN;
  const units: UnitRow[] = codes.map((code) => {
    const own = lines.filter(([each]) => each === code);
    const [opened, closed] = [own[0]?.[3] ?? null, own.at(-1)?.[4] ?? null];
    return {
      id: idOf(code),
      code,
      name: `Đảng bộ ${code}`,
      openedOn: opened === null ? null : day(opened),
      closedOn: closed === null ? null : day(closed),
      synthetic: false,
    };
  });
  const placements: PlacementRow[] = lines.map(([code, kind, parent, from, to]) => ({
    organizationId: idOf(code),
    parentId: parent === null ? null : idOf(parent),
    kind,
    from: from == null ? null : day(from),
    to: to == null ? null : day(to),
  }));
  const links: SuccessionRow[] = successions.map(([from, to, kind, on]) => ({
    fromId: idOf(from),
    toId: to === null ? null : idOf(to),
    kind,
    on: day(on),
  }));
  return buildTree(units, placements, links);
}

/** The unit of a code that has to be there. */
export function unitOf(tree: Tree, code: string): Unit {
  const unit = tree.byCode(code);
  if (!unit) throw new Error(`no ${code}`);
  return unit;
}
