import { CodedError, shown } from '../../../errors/coded-error.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import { allOf } from '../../../loaders/soon.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';
import { sharing } from '../../../loaders/values.ts';
import type { Amount } from '../../../rollup/amount.ts';
import { sumAmounts } from '../../../rollup/amount.ts';
import { addCoverage } from '../../../rollup/figure.ts';
import type { Combination } from '../../../rollup/combination.ts';
import { combineAmounts, legalCombination } from '../../../rollup/combination.ts';
import { coverageOfAnswer, missingFromAnswer } from '../../../rollup/grounds.ts';
import { behaviourOf } from '../../../rollup/kinds.ts';
import { findOverlap } from '../../../rollup/overlap.ts';
import type { Share } from '../../../rollup/share.ts';
import { windowOf } from '../../../rollup/window.ts';
import type { Unit } from '../../../tree/unit.ts';
import { nodeOn } from '../../organizations/node.ts';
import { Coverage } from '../coverage.type.ts';
import type { ValueStatus } from '../enums.ts';
import { Indicator } from '../indicator.type.ts';
import type { IndicatorValue } from '../indicator-value.type.ts';
import { valueOf } from '../values.ts';
import type { IndicatorTotal } from './indicator-total.type.ts';

/** One figure for several units. @throws CodedError COMBINATION_ILLEGAL, ORGANIZATION_UNKNOWN */
export async function totalOf(
  context: RequestContext,
  codes: readonly string[],
  question: ValueQuestion,
  combination: Combination,
): Promise<IndicatorTotal> {
  const { snapshot, today } = context;
  const { indicator, period } = question;
  legalCombination(indicator.code, behaviourOf(indicator.kind, 'ACTUAL'), combination);
  const units = codes.map((code) => snapshot.tree.byCode(code) ?? unknown(code));
  refuseOverlap(context, units, question);
  const values = await allOf(
    units.map((unit) => valueOf(context, nodeOn(snapshot.tree, unit, question.treeOn ?? today), question)),
  );
  const together = combined(values, question, combination);
  return {
    indicator: new Indicator(indicator),
    period,
    values,
    value: together?.value ?? null,
    status: statusOf(together),
    qualifier: together?.qualifier ?? 'EXACT',
    numerator: together?.numerator ?? null,
    denominator: together?.denominator ?? null,
    coverage: new Coverage(
      addCoverage(values.map(({ grounds, unit }) => coverageOfAnswer(grounds, unit, false))),
      () => allMissing(values),
      { indicator: indicator.code, role: 'ACTUAL', period },
    ),
  };
}

function statusOf(together: Amount | Share | undefined): ValueStatus {
  if (!together) return 'MISSING';
  if (together.hidden !== undefined) return 'SUPPRESSED';
  return together.value === null ? 'NOT_APPLICABLE' : 'OBSERVED';
}

/** Counts are added, shares made anew: of the pairs that define them where they are defined, else of reported parts. */
function combined(
  values: readonly IndicatorValue[],
  { indicator }: ValueQuestion,
  combination: Combination,
): Amount | Share | undefined {
  const [first] = values;
  const behaviour = first?.grounds.figures.question.behaviour ?? behaviourOf(indicator.kind, 'ACTUAL');
  const way = legalCombination(indicator.code, behaviour, combination);
  if (indicator.definition) {
    const pairs = values.flatMap(({ grounds, unit }) => grounds.pairs?.pair(unit) ?? []);
    return sharing(indicator.definition)(
      sumAmounts(pairs.map((pair) => pair.numerator)),
      sumAmounts(pairs.map((pair) => pair.denominator)),
    );
  }
  return combineAmounts(
    way,
    indicator.kind,
    values.flatMap(({ grounds, unit }) => grounds.figures.figure(unit).given.amount ?? []),
  );
}

function allMissing(values: readonly IndicatorValue[]): Unit[] {
  return values
    .flatMap(({ grounds, unit }) => missingFromAnswer(grounds, unit, false))
    .sort((a, b) => a.index - b.index);
}

function refuseOverlap(
  { snapshot: { tree } }: RequestContext,
  units: readonly Unit[],
  { indicator, period, treeOn }: ValueQuestion,
): void {
  const window = windowOf(period);
  const lastDay = behaviourOf(indicator.kind, 'ACTUAL').expects === 'LAST_DAY' ? window.to - 1 : undefined;
  const overlap = findOverlap(tree, units, window, treeOn ?? lastDay);
  if (!overlap) return;
  const { above, below } = overlap;
  const how = above.index === below.index ? 'named twice' : `below ${above.code}`;
  throw new CodedError(
    'COMBINATION_ILLEGAL',
    `Expected units of which none lies below another; ${below.code} is ${how}, and would count twice.`,
    {
      expected: 'units of which none lies below another',
      received: below.code,
    },
  );
}

function unknown(code: string): never {
  throw new CodedError('ORGANIZATION_UNKNOWN', `Expected the code of an organisation; got ${shown(code)}.`, {
    expected: 'the code of an organisation, living or retired',
    received: shown(code),
  });
}
