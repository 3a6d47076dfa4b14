import type { ObservationRole, RatioDefinition, RatioPart } from '../../../facts/indicators/indicator.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import type { CatalogueIndicator } from '../../../loaders/snapshot/catalogue.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';
import type { Period } from '../../../periods/period.ts';
import { samePeriod } from '../../../periods/period.ts';
import { previousYear } from '../../../periods/steps.ts';
import type { Derived, Published } from '../../../rollup/derive.ts';
import { afterGrowth, beforeGrowth, denominatorOf, numeratorOf, publishedPercent } from '../../../rollup/derive.ts';
import { targetPeriodOf } from '../../../rollup/target.ts';
import type { PartyOrganization } from '../../organizations/party-organization.type.ts';
import type { IndicatorValue } from '../indicator-value.type.ts';
import { valueOf } from '../values.ts';
import { DerivedFigure } from './derived-figure.type.ts';
import { nextYear } from './next-year.ts';

/** A way in which a published ratio and one of its sides give the other side. */
interface Way {
  readonly ratio: ValueQuestion;
  readonly other: ValueQuestion;
  readonly otherRole: ObservationRole;
  readonly solve: (other: number, published: Published) => Derived | undefined;
}

/** What follows for a figure from ratios that the unit published, and their other side. */
export async function derivedFromRatios(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
  role: ObservationRole,
): Promise<DerivedFigure[]> {
  const ways = context.snapshot.catalogue.indicators.flatMap((ratio) =>
    ratio.definition ? waysOf(context, ratio, ratio.definition, question, role) : [],
  );
  const derived = await Promise.all(ways.map((way) => follow(context, organization, way)));
  return derived.filter((each) => each !== undefined);
}

async function follow(
  context: RequestContext,
  organization: PartyOrganization,
  { ratio, other, otherRole, solve }: Way,
): Promise<DerivedFigure | undefined> {
  const published = await valueOf(context, organization, ratio);
  const own = published.grounds.figures.figure(published.unit).own;
  const percent = own && publishedPercent(own.amount);
  if (!percent) return undefined;
  const { indicator, period, dimensions, knownAt, treeOn, states } = other;
  const figures = await context.loaders.figuresByQuestion.load({
    indicator: indicator.code,
    kind: indicator.kind,
    role: otherRole,
    period,
    dimensions,
    knownAt,
    treeOn,
    states,
  });
  const amount = figures.figure(published.unit).own?.amount;
  const derived = amount?.value != null && amount.qualifier === 'EXACT' ? solve(amount.value, percent) : undefined;
  if (!derived) return undefined;
  const from: IndicatorValue[] = otherRole === 'ACTUAL' ? [await valueOf(context, organization, other)] : [];
  return new DerivedFigure(derived, [published, ...from]);
}

function waysOf(
  { snapshot }: RequestContext,
  ratio: CatalogueIndicator,
  definition: RatioDefinition,
  question: ValueQuestion,
  role: ObservationRole,
): Way[] {
  const ask = (part: RatioPart, base: ValueQuestion, period: Period): ValueQuestion => ({
    ...base,
    indicator: snapshot.catalogue.get(part.indicator),
    dimensions: { ...base.dimensions, ...part.dimensions },
    period,
  });
  if (definition.form === 'GROWTH') {
    const base = ratioQuestion(ratio, definition.of, question, role);
    const [next, last] = [nextYear(question.period), previousYear(question.period)];
    return [
      ...(base && next
        ? [
            {
              ratio: { ...base, period: next },
              other: ask(definition.of, base, next),
              otherRole: role,
              solve: beforeGrowth,
            },
          ]
        : []),
      ...(base && last
        ? [{ ratio: base, other: ask(definition.of, base, last), otherRole: role, solve: afterGrowth }]
        : []),
    ];
  }
  if (definition.complement) return [];
  const { numerator, denominator } = definition;
  const sides = [
    { side: numerator, opposite: denominator, solve: numeratorOf },
    { side: denominator, opposite: numerator, solve: denominatorOf },
  ];
  return sides.flatMap(({ side, opposite, solve }) => {
    const base = ratioQuestion(ratio, side, question, role);
    if (!base || !samePeriod(periodOf(side, base.period), question.period)) return [];
    return [
      {
        ratio: base,
        other: ask(opposite, base, periodOf(opposite, base.period)),
        otherRole: opposite.role ?? 'ACTUAL',
        solve,
      },
    ];
  });
}

function periodOf(part: RatioPart, period: Period): Period {
  return part.period === 'CONTAINING' ? targetPeriodOf(period) : period;
}

/** The question for a ratio whose side would be the figure asked for; undefined where it never is. */
function ratioQuestion(
  ratio: CatalogueIndicator,
  side: RatioPart,
  question: ValueQuestion,
  role: ObservationRole,
): ValueQuestion | undefined {
  if (side.indicator !== question.indicator.code || (side.role ?? 'ACTUAL') !== role) return undefined;
  const rest = { ...question.dimensions };
  for (const [name, value] of Object.entries(side.dimensions ?? {})) {
    if (rest[name] !== value) return undefined;
    Reflect.deleteProperty(rest, name);
  }
  const divided = Object.keys(rest).every((name) => ratio.dimensions.some((dimension) => dimension.name === name));
  return divided ? { ...question, indicator: ratio, dimensions: rest } : undefined;
}
