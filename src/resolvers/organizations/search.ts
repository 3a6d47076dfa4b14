import { CodedError } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import { searchForm } from '../../tree/search-form.ts';
import type { Tree } from '../../tree/tree.ts';
import type { Unit } from '../../tree/unit.ts';
import type { Connection, PageArguments } from '../connections/page.ts';
import { pageOf } from '../connections/page.ts';
import { nodeOn } from './node.ts';
import type { PartyOrganization } from './party-organization.type.ts';

interface Search extends PageArguments {
  readonly name: string;
  readonly kinds?: readonly OrganizationKind[] | null;
  readonly on?: Day | null;
}

/** Best first: the whole name, its end, a word's beginning, anywhere; and among equals the shorter and the higher. */
function rank(form: string, wanted: string): number | undefined {
  const at = form.indexOf(wanted);
  if (at < 0) return undefined;
  if (form === wanted) return 0;
  if (form.endsWith(` ${wanted}`)) return 1;
  return ` ${form}`.includes(` ${wanted} `) ? 2 : ` ${form}`.includes(` ${wanted}`) ? 3 : 4;
}

/** Longer than the longest name of a unit. */
const MAX_NAME = 200;

/** The units whose name, without regard to case or diacritics, holds a text. An empty text finds nothing. @throws CodedError INPUT_INVALID */
export function searchUnits(
  tree: Tree,
  { name, kinds, on, ...page }: Search,
  today: Day,
): Connection<PartyOrganization> {
  if (name.length > MAX_NAME) {
    throw new CodedError('INPUT_INVALID', `Expected a \`name\` of at most ${MAX_NAME} letters; got ${name.length}.`);
  }
  const wanted = searchForm(name);
  const found: { unit: Unit; order: string }[] = [];
  if (wanted !== '') {
    for (const unit of tree.units) {
      const form = tree.searchFormOf(unit);
      const rankOfUnit = rank(form, wanted);
      if (rankOfUnit === undefined || (on != null && !tree.placementOn(unit, on))) continue;
      if (kinds && !kinds.includes(tree.kindOn(unit, tree.lastOpenDay(unit, on ?? today)))) continue;
      found.push({
        unit,
        order: `${rankOfUnit}${String(form.length).padStart(3, '0')}${String(unit.code.length).padStart(2, '0')}${unit.code}`,
      });
    }
  }
  found.sort((a, b) => (a.order < b.order ? -1 : 1));
  return pageOf('search', found, page, {
    keyOf: (entry) => entry.order,
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    toNode: ({ unit }) => nodeOn(tree, unit, tree.lastOpenDay(unit, on ?? today)),
  });
}
