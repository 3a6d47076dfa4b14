import type { Dimensions, IndicatorKind, ObservationRole } from '../facts/indicators/indicator.ts';
import { dimensionsKey } from '../facts/indicators/indicator.ts';
import { formatPeriod } from '../periods/format.ts';
import type { Period } from '../periods/period.ts';
import { Figures } from '../rollup/best.ts';
import { isOnTime } from '../rollup/due.ts';
import type { Fact } from '../rollup/fact.ts';
import type { KindBehaviour } from '../rollup/kinds.ts';
import { KIND_BEHAVIOUR, TARGET_BEHAVIOUR } from '../rollup/kinds.ts';
import { targetFacts } from '../rollup/target.ts';
import { countsFor } from '../register/counts.ts';
import type { Register } from '../register/register.ts';
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
}

export function figuresKey(question: FiguresQuestion): string {
  const { indicator, role, period, dimensions, knownAt } = question;
  return `${indicator}|${role}|${formatPeriod(period)}|${dimensionsKey(dimensions)}|${knownAt ?? ''}`;
}

/** Figures live as long as the facts and the tree that they were made of. */
const made = new WeakMap<readonly FactRow[], { register: Register; byKey: Map<string, Figures> }>();

/** The figures of several questions, for all units; facts that are not in memory come in one statement. */
export async function readFigures(snapshot: Snapshot, questions: readonly FiguresQuestion[]): Promise<Figures[]> {
  const rows = await snapshot.facts(questions);
  return questions.map((question, at) => figuresOf(snapshot, question, rows[at] ?? []));
}

function figuresOf(snapshot: Snapshot, question: FiguresQuestion, rows: readonly FactRow[]): Figures {
  let shelf = made.get(rows);
  if (shelf?.register !== snapshot.register) {
    shelf = { register: snapshot.register, byKey: new Map() };
    made.set(rows, shelf);
  }
  const key = figuresKey(question);
  const known = shelf.byKey.get(key);
  if (known) return known;
  const figures = makeFigures(snapshot, question, rows);
  if (question.knownAt === undefined) shelf.byKey.set(key, figures);
  return figures;
}

function makeFigures({ tree, register }: Snapshot, question: FiguresQuestion, rows: readonly FactRow[]): Figures {
  const { period, knownAt } = question;
  const wanted = dimensionsKey(question.dimensions);
  const scale = question.kind === 'RATIO' ? 100 : 1;
  const byUnit = new Map<number, Fact[]>();
  for (const row of rows) {
    const unit = tree.byId(row.organizationId);
    if (!unit || dimensionsKey(row.dimensions) !== wanted) continue;
    const facts = byUnit.get(unit.index);
    if (facts) facts.push(toFact(row, unit.index, scale));
    else byUnit.set(unit.index, [toFact(row, unit.index, scale)]);
  }
  if (question.role === 'TARGET') keepTargets(byUnit, period);
  const counts = question.role === 'ACTUAL' ? countsFor(register, question.indicator, question.dimensions) : undefined;
  return new Figures(tree, { behaviour: behaviourOf(question), scale, period, knownAt }, byUnit, isOnTime, counts);
}

function keepTargets(byUnit: Map<number, Fact[]>, period: Period): void {
  for (const [unit, facts] of byUnit) {
    const targets = targetFacts(facts, period);
    if (targets.length > 0) byUnit.set(unit, targets);
    else byUnit.delete(unit);
  }
}

function behaviourOf({ kind, role }: FiguresQuestion): KindBehaviour {
  return role === 'TARGET' ? TARGET_BEHAVIOUR : KIND_BEHAVIOUR[kind];
}

function toFact(row: FactRow, unit: number, scale: number): Fact {
  const { id, periodKey, approximate, per, value, numerator, denominator, qualifier, sourceId, knownAt, from, to } =
    row;
  const days = from === null || to === null ? undefined : { from, to };
  const whole = value ?? (numerator !== null && denominator ? (numerator * scale) / denominator : null);
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
  };
}
