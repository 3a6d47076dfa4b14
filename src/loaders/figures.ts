import type DataLoader from 'dataloader';
import type { Dimensions, IndicatorKind, ObservationRole } from '../facts/indicators/indicator.ts';
import { dimensionsKey } from '../facts/indicators/indicator.ts';
import type { FigureState } from '../facts/reports/report.ts';
import { STANDING } from '../facts/reports/report.ts';
import type { Day } from '../periods/day.ts';
import { formatPeriod } from '../periods/format.ts';
import type { Period } from '../periods/period.ts';
import type { Sight } from '../protection/sight.ts';
import type { Register } from '../register/register.ts';
import type { Figures } from '../rollup/best.ts';
import { makeFigures } from './make-figures.ts';
import type { PendingFactsWanted } from './pending-facts.ts';
import { hasUnpublished, seenFigures, yearWanted } from './seen-figures.ts';
import type { Catalogue } from './snapshot/catalogue.ts';
import type { FactRow } from './snapshot/facts.ts';
import type { Snapshot } from './snapshot/snapshot.ts';

/** What is asked of one indicator, for all units at once. */
export interface FiguresQuestion {
  readonly indicator: string;
  readonly kind: IndicatorKind;
  readonly role: ObservationRole;
  readonly period: Period;
  readonly dimensions: Dimensions;
  /** Milliseconds since 1970. */
  readonly knownAt?: number;
  /** The day onto whose tree the figures are restated; each day's own tree where absent. */
  readonly treeOn?: Day;
  /** Which states of figures count; what is approved and what was published where absent. */
  readonly states?: readonly FigureState[];
}

export function figuresKey(question: FiguresQuestion): string {
  const { indicator, role, period, dimensions, knownAt, treeOn, states } = question;
  return `${indicator}|${role}|${formatPeriod(period)}|${dimensionsKey(dimensions)}|${knownAt ?? ''}|${treeOn ?? ''}|${states?.join() ?? ''}`;
}

/** Figures live as long as what they were made of: facts, tree, register and catalogue. */
const made = new WeakMap<readonly FactRow[], Shelf>();

interface Shelf {
  readonly register: Register;
  readonly catalogue: Catalogue;
  readonly bySight: WeakMap<Sight, Map<string, Figures>>;
}

/** What is not approved. */
type Pending = Pick<DataLoader<PendingFactsWanted, readonly FactRow[], string>, 'load'>;

/** The figures of several questions, for all units; facts that are not in memory come in one statement. */
export async function readFigures(
  snapshot: Snapshot,
  questions: readonly FiguresQuestion[],
  pending: Pending,
  sight: Sight,
): Promise<Figures[]> {
  const rows = await snapshot.facts(questions);
  const states = questions.some((question) => question.states) ? await inStates(questions, rows, pending) : rows;
  const years = await yearsFor(snapshot, questions, states, sight);
  return questions.map((question, at) => figuresOf(snapshot, question, states[at] ?? [], sight, years[at]));
}

/** The facts of the years that questions are of, where it takes them to decide what is shown. */
async function yearsFor(
  snapshot: Snapshot,
  questions: readonly FiguresQuestion[],
  rows: readonly (readonly FactRow[])[],
  sight: Sight,
): Promise<(readonly FactRow[] | undefined)[]> {
  const wanted = questions.map((question, at) =>
    hasUnpublished(snapshot, question, rows[at] ?? [], sight) ? yearWanted(question) : undefined,
  );
  const found = await snapshot.facts(wanted.filter((each) => each !== undefined));
  let next = 0;
  return wanted.map((each) => (each ? found[next++] : undefined));
}

/** The facts of questions, some of which say which states count; what is not approved comes in one more statement. */
async function inStates(
  questions: readonly FiguresQuestion[],
  rows: readonly (readonly FactRow[])[],
  pending: Pending,
): Promise<(readonly FactRow[])[]> {
  return Promise.all(
    questions.map(async (question, at) => {
      const { states } = question;
      const own = rows[at] ?? [];
      if (!states) return own;
      const open = states.filter((state) => !STANDING.includes(state));
      const waiting = open.length > 0 ? await pending.load({ ...question, states: open }) : [];
      return [...own.filter(({ state }) => states.includes(state)), ...waiting];
    }),
  );
}

/** The figures of a question whose facts are in memory, without a turn's wait; undefined where they are not. */
export function figuresInMemory(snapshot: Snapshot, question: FiguresQuestion, sight: Sight): Figures | undefined {
  const rows = question.states ? undefined : snapshot.factsInMemory(question);
  if (!rows) return undefined;
  const year = hasUnpublished(snapshot, question, rows, sight) ? yearWanted(question) : undefined;
  const yearRows = year && snapshot.factsInMemory(year);
  return year && !yearRows ? undefined : figuresOf(snapshot, question, rows, sight, yearRows);
}

function figuresOf(
  snapshot: Snapshot,
  question: FiguresQuestion,
  rows: readonly FactRow[],
  sight: Sight,
  yearRows: readonly FactRow[] | undefined,
): Figures {
  let shelf = made.get(rows);
  if (shelf?.register !== snapshot.register || shelf.catalogue !== snapshot.catalogue) {
    shelf = { register: snapshot.register, catalogue: snapshot.catalogue, bySight: new WeakMap() };
    made.set(rows, shelf);
  }
  const byKey = shelf.bySight.get(sight) ?? new Map<string, Figures>();
  shelf.bySight.set(sight, byKey);
  const key = figuresKey(question);
  const known = byKey.get(key);
  if (known) return known;
  const figures = hasUnpublished(snapshot, question, rows, sight)
    ? seenFigures(snapshot, question, rows, sight, yearRows)
    : makeFigures(snapshot, question, rows, sight);
  if (question.knownAt === undefined) byKey.set(key, figures);
  return figures;
}
