import { dimensionsKey } from '../facts/indicators/indicator.ts';
import type { IndicatorKind } from '../facts/indicators/indicator.ts';
import type { Sight } from '../protection/sight.ts';
import { countsFor } from '../register/counts.ts';
import { crossesBorder } from '../register/indicators.ts';
import { quotient } from '../rollup/amount.ts';
import type { Question } from '../rollup/best.ts';
import { Figures } from '../rollup/best.ts';
import type { Fact } from '../rollup/fact.ts';
import type { Figure } from '../rollup/figure.ts';
import { behaviourOf, BORDER_BEHAVIOUR, scaleOf } from '../rollup/kinds.ts';
import { RestatedFigures } from '../rollup/restate.ts';
import { targetFacts } from '../rollup/target.ts';
import type { Window } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import { upwards } from './due.ts';
import type { FiguresQuestion } from './figures.ts';
import { countsSeen } from './protection.ts';
import type { FactRow } from './snapshot/facts.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import { wholesOf } from './wholes.ts';

/** What is seen of a unit's figure, over a part of the period. */
export type Seen = (unit: Unit, window: Window) => Figure;

/**
 * The figures of one question, for all units.
 * @param seen in the place of what the rows make, where not all of it is shown
 */
export function makeFigures(
  snapshot: Snapshot,
  asked: FiguresQuestion,
  rows: readonly FactRow[],
  sight: Sight,
  seen?: Seen,
): Figures {
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
  const of = [tree, question, byUnit, isOnTime, counts, wholes, seen] as const;
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
  const { id, periodKey, approximate, per, qualifier, sourceId, knownAt, reportedAt, dimensions, state } = row;
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
    state,
  };
}
