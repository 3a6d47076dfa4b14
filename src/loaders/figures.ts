import type DataLoader from 'dataloader';
import type { Dimensions, IndicatorKind, ObservationRole } from '../facts/indicators/indicator.ts';
import { dimensionsKey } from '../facts/indicators/indicator.ts';
import { formatPeriod } from '../periods/format.ts';
import type { FigureState } from '../facts/reports/report.ts';
import { STANDING } from '../facts/reports/report.ts';
import type { Day } from '../periods/day.ts';
import type { Period } from '../periods/period.ts';
import { quotient } from '../rollup/amount.ts';
import type { Question } from '../rollup/best.ts';
import { Figures } from '../rollup/best.ts';
import type { Fact } from '../rollup/fact.ts';
import { behaviourOf, BORDER_BEHAVIOUR, scaleOf } from '../rollup/kinds.ts';
import { RestatedFigures } from '../rollup/restate.ts';
import { targetFacts } from '../rollup/target.ts';
import { countsFor } from '../register/counts.ts';
import { crossesBorder } from '../register/indicators.ts';
import type { Sight } from '../protection/sight.ts';
import type { Register } from '../register/register.ts';
import { upwards } from './due.ts';
import type { PendingFactsWanted } from './pending-facts.ts';
import type { Catalogue } from './snapshot/catalogue.ts';
import type { FactRow } from './snapshot/facts.ts';
import { countsSeen } from './protection.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { wholesOf } from './wholes.ts';

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
  return questions.map((question, at) => figuresOf(snapshot, question, states[at] ?? [], sight));
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
  return rows && figuresOf(snapshot, question, rows, sight);
}

function figuresOf(snapshot: Snapshot, question: FiguresQuestion, rows: readonly FactRow[], sight: Sight): Figures {
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
  const figures = makeFigures(snapshot, question, rows, sight);
  if (question.knownAt === undefined) byKey.set(key, figures);
  return figures;
}

function makeFigures(snapshot: Snapshot, asked: FiguresQuestion, rows: readonly FactRow[], sight: Sight): Figures {
  const { tree, register, catalogue } = snapshot;
  const { indicator, kind, role, period, dimensions, knownAt } = asked;
  const standing = stillStanding(rows, knownAt);
  const behaviour = role === 'ACTUAL' && crossesBorder(indicator) ? BORDER_BEHAVIOUR : behaviourOf(kind, role);
  const question: Question = { behaviour, scale: scaleOf(kind), period, knownAt };
  const toFact = (row: FactRow, unit: number): Fact => factOf(row, unit, kind);
  const byUnit = new Map<number, Fact[]>();
  const wanted = dimensionsKey(dimensions);
  for (const row of standing) {
    const unit = tree.byId(row.organizationId);
    if (!unit || dimensionsKey(row.dimensions) !== wanted) continue;
    const facts = byUnit.get(unit.index);
    if (facts) facts.push(toFact(row, unit.index));
    else byUnit.set(unit.index, [toFact(row, unit.index)]);
  }
  if (role === 'TARGET') keepTargets(byUnit, question);
  const counted = role === 'ACTUAL' ? countsFor(register, indicator, dimensions) : undefined;
  const counts = counted && countsSeen(snapshot, counted, asked, question, byUnit, sight);
  const wholes = role === 'ACTUAL' ? wholesOf(tree, catalogue, asked, question, standing, toFact) : undefined;
  const isOnTime = (fact: Fact): boolean =>
    catalogue.dueDates.isOnTime(fact, indicator, () => upwards(tree, tree.unit(fact.unit), fact.days?.to));
  const of = [tree, question, byUnit, isOnTime, counts, wholes] as const;
  return asked.treeOn === undefined ? new Figures(...of) : new RestatedFigures(asked.treeOn, ...of);
}

/** Without what another version of its report had replaced by then. Most have nothing replaced. */
function stillStanding(rows: readonly FactRow[], knownAt: number = Number.POSITIVE_INFINITY): readonly FactRow[] {
  const isReplaced = ({ replacedAt }: FactRow): boolean => replacedAt !== null && replacedAt <= knownAt;
  return rows.some(isReplaced) ? rows.filter((row) => !isReplaced(row)) : rows;
}

function keepTargets(byUnit: Map<number, Fact[]>, { period, behaviour, knownAt }: Question): void {
  for (const [unit, facts] of byUnit) {
    const targets = targetFacts(facts, period, behaviour.overUnits === 'SUM', knownAt);
    if (targets.length > 0) byUnit.set(unit, targets);
    else byUnit.delete(unit);
  }
}

/** A row as the algebra sees it. A score that came with its weight alone gets the sum that the two make. */
function factOf(row: FactRow, unit: number, kind: IndicatorKind): Fact {
  const { from, to, value, denominator } = row;
  const weighted = kind === 'AVERAGE' && value !== null && denominator !== null ? value * denominator : null;
  const numerator = row.numerator ?? weighted;
  const whole =
    value ?? (numerator === null || denominator === null ? null : quotient(numerator, denominator, scaleOf(kind)));
  const { id, periodKey, approximate, per, qualifier, sourceId, knownAt, reportedAt, dimensions } = row;
  const days = from === null || to === null ? undefined : { from, to };
  return {
    id,
    unit,
    periodKey,
    days,
    approximate,
    per,
    value: whole,
    numerator,
    denominator,
    qualifier,
    sourceId,
    knownAt,
    reportedAt,
    dimensions,
  };
}
