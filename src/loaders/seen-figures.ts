import { mayCountPeople } from '../facts/indicators/people.ts';
import { dayOf } from '../periods/day.ts';
import type { Period } from '../periods/period.ts';
import { span } from '../periods/period.ts';
import { yearParts } from '../protection/calendar.ts';
import { isSafe } from '../protection/line.ts';
import { REASONS } from '../protection/reasons.ts';
import { isPublic, ReportedDecisions } from '../protection/reported.ts';
import type { Sight } from '../protection/sight.ts';
import { ofNobody, ofEverybody } from '../protection/sight.ts';
import { countsFor } from '../register/counts.ts';
import { hiddenAmount } from '../rollup/amount.ts';
import type { Figures } from '../rollup/best.ts';
import type { Fact } from '../rollup/fact.ts';
import type { OwnReport } from '../rollup/own.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import type { FiguresQuestion } from './figures.ts';
import type { Seen } from './make-figures.ts';
import { makeFigures } from './make-figures.ts';
import { withUnitsAbove } from './protection.ts';
import type { FactRow, FactsWanted } from './snapshot/facts.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** Whether a question has facts about people that were approved and never published, and that the viewer may not see. */
export function hasUnpublished(
  { catalogue }: Snapshot,
  { indicator, role }: FiguresQuestion,
  rows: readonly FactRow[],
  sight: Sight,
): boolean {
  if (role !== 'ACTUAL' || sight.seesEverything || !someUnpublished(rows)) return false;
  return mayCountPeople(catalogue.get(indicator));
}

const known = new WeakMap<readonly FactRow[], boolean>();

function someUnpublished(rows: readonly FactRow[]): boolean {
  const before = known.get(rows);
  if (before !== undefined) return before;
  const found = rows.some(isUnpublished);
  known.set(rows, found);
  return found;
}

function isUnpublished({ state }: FactRow): boolean {
  return state !== 'PUBLISHED';
}

/**
 * The facts of the whole year that it takes to decide what is shown of a question; undefined where sums are not shown
 * at all: of stocks, parts, shares, other spans than the calendar's, earlier states.
 */
export function yearWanted(question: FiguresQuestion): FactsWanted | undefined {
  const { indicator, role, kind, period, dimensions, knownAt, states } = question;
  const isPlain = kind === 'FLOW' && Object.keys(dimensions).length === 0 && knownAt === undefined && !states;
  const part = partOf(period);
  return isPlain && part ? { indicator, role, period: yearOf(part.year) } : undefined;
}

function partOf(period: Period): { readonly year: number; readonly level: number } | undefined {
  if (period.type !== 'span' || period.approximate) return undefined;
  const parts = yearParts(period);
  return parts?.length === 1 ? parts[0] : undefined;
}

function yearOf(year: number): Period {
  return span(dayOf(year, 1, 1), dayOf(year + 1, 1, 1));
}

/**
 * The figures of a question as a viewer sees them, of which something was approved and never published.
 * @param yearRows the facts of the whole year, where it takes them
 */
export function seenFigures(
  snapshot: Snapshot,
  question: FiguresQuestion,
  rows: readonly FactRow[],
  sight: Sight,
  yearRows: readonly FactRow[] | undefined,
): Figures {
  const { register } = snapshot;
  const asked = { ...question, treeOn: undefined };
  const truth = makeFigures(snapshot, asked, rows, ofEverybody);
  const touched = touchedBy(snapshot, question, rows);
  const isTouched = (unit: Unit): boolean => touched.has(unit.index);
  const isCounted = countsFor(register, question.indicator, question.dimensions) !== undefined;
  const forOthers = isCounted
    ? withoutUnpublished(snapshot, asked, rows, sight.smallest, isTouched)
    : masked(truth, isTouched, sight.smallest, decidedBy(snapshot, asked, sight.smallest, yearRows));
  const seen: Seen = (unit, window) => (sight.sees(unit) ? truth.figureWithin(unit, window) : forOthers(unit, window));
  return makeFigures(snapshot, question, rows, sight, seen);
}

/** Units with facts that were not published, and those above them. */
function touchedBy({ tree }: Snapshot, { dimensions }: FiguresQuestion, rows: readonly FactRow[]): Set<number> {
  const wanted = Object.entries(dimensions);
  const found = rows.filter(
    (row) => isUnpublished(row) && wanted.every(([name, value]) => row.dimensions[name] === value),
  );
  return withUnitsAbove(tree, new Set(found.map(({ organizationId }) => organizationId)));
}

/** What the register counts is shown as it counts it: what was approved beside it tells nobody else anything. */
function withoutUnpublished(
  snapshot: Snapshot,
  asked: FiguresQuestion,
  rows: readonly FactRow[],
  smallest: number,
  isTouched: (unit: Unit) => boolean,
): Seen {
  const published = rows.filter((row) => !isUnpublished(row));
  const shown = makeFigures(snapshot, asked, published, ofNobody(smallest));
  return (unit, window) => {
    const figure = shown.figureWithin(unit, window);
    return figure.best || !isTouched(unit) ? figure : { ...figure, best: WITHHELD, rolledUp: WITHHELD };
  };
}

/** Whether the sums of a unit over the period are shown. */
type Decided = (unit: Unit, window: Window) => boolean;

function decidedBy(
  snapshot: Snapshot,
  asked: FiguresQuestion,
  smallest: number,
  yearRows: readonly FactRow[] | undefined,
): Decided {
  const part = partOf(asked.period);
  if (!part || !yearRows || !yearWanted(asked)) return () => false;
  const decisions = decisionsOn(snapshot, asked, part.year, smallest, yearRows);
  const whole = asked.period;
  return (unit, { from, to }) =>
    whole.type === 'span' && whole.from === from && whole.to === to && decisions.isShown(unit, part.level);
}

/** Decisions live as long as the facts that they were made of. */
const kept = new WeakMap<
  readonly FactRow[],
  { readonly of: Snapshot['tree']; readonly bySmallest: Map<number, ReportedDecisions> }
>();

function decisionsOn(
  snapshot: Snapshot,
  asked: FiguresQuestion,
  year: number,
  smallest: number,
  rows: readonly FactRow[],
): ReportedDecisions {
  const { tree } = snapshot;
  const shelf = kept.get(rows);
  const bySmallest = shelf?.of === tree ? shelf.bySmallest : new Map<number, ReportedDecisions>();
  if (shelf?.of !== tree) kept.set(rows, { of: tree, bySmallest });
  const before = bySmallest.get(smallest);
  if (before) return before;
  const idsOf = (which: (row: FactRow) => boolean): Set<number> =>
    new Set(
      rows.filter((row) => which(row) && Object.keys(row.dimensions).length === 0).map((row) => row.organizationId),
    );
  const [unpublished, published] = [idsOf(isUnpublished), idsOf((row) => !isUnpublished(row))];
  const byPart = new Map<string, Figures>();
  const figures = ({ from, to }: Window): Figures => {
    const key = `${from}|${to}`;
    const made = byPart.get(key) ?? makeFigures(snapshot, { ...asked, period: span(from, to) }, rows, ofEverybody);
    byPart.set(key, made);
    return made;
  };
  const made = new ReportedDecisions({
    tree,
    smallest,
    year,
    figures,
    unpublished: indexesOf(tree, unpublished),
    published: indexesOf(tree, published),
    aboveUnpublished: withUnitsAbove(tree, unpublished),
    abovePublished: withUnitsAbove(tree, published),
  });
  bySmallest.set(smallest, made);
  return made;
}

function indexesOf(tree: Snapshot['tree'], ids: ReadonlySet<number>): Set<number> {
  return new Set([...ids].flatMap((id) => tree.byId(id)?.index ?? []));
}

const WITHHELD = hiddenAmount(REASONS.UNPUBLISHED);

/** Figures of reports, each withheld where it is neither public nor decided to be shown. */
function masked(truth: Figures, isTouched: (unit: Unit) => boolean, smallest: number, isShown: Decided): Seen {
  return (unit, window) => {
    const figure = truth.figureWithin(unit, window);
    if (!isTouched(unit)) return figure;
    const shown = isShown(unit, window);
    const own = shown || isPublic(figure, true) ? figure.own : withheld(figure.own);
    const isRolledUpShown = shown && !figure.own && isSafe(figure.rolledUp?.value ?? 0, smallest);
    const rolledUp = isRolledUpShown ? figure.rolledUp : figure.rolledUp && WITHHELD;
    const { given } = figure;
    const amount = given.from === 'OWN' ? own?.amount : given.from === 'BELOW' ? rolledUp : undefined;
    return { ...figure, own, rolledUp, best: own?.amount ?? rolledUp, given: { ...given, amount } };
  };
}

function withheld(own: OwnReport | undefined): OwnReport | undefined {
  return own && { amount: WITHHELD, facts: own.facts.map((fact): Fact => ({ ...fact, ...WITHHELD })) };
}
