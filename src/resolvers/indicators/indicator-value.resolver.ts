import { Args, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import type { TargetFigure } from '../../loaders/values.ts';
import { targetOf } from '../../loaders/values.ts';
import type { Period } from '../../periods/period.ts';
import { previousYear } from '../../periods/steps.ts';
import type { Bound } from '../../rollup/bounds.ts';
import type { SidedContributing } from '../../rollup/grounds.ts';
import { contributionsToAnswer, coverageOfAnswer, missingFromAnswer, unsplitFrom } from '../../rollup/grounds.ts';
import { windowOf } from '../../rollup/window.ts';
import { compareCodes } from '../../tree/build.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { pageOf } from '../connections/page.ts';
import { nodeOn } from '../organizations/node.ts';
import { successionOf } from '../organizations/succession.ts';
import { Succession } from '../organizations/succession.type.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { SourceDocument } from '../sources/source-document.type.ts';
import { Contribution, ContributionConnection } from './contribution.type.ts';
import { Coverage } from './coverage.type.ts';
import { DerivedFigure } from './derived/derived-figure.type.ts';
import { derivedFromParts } from './derived/from-parts.ts';
import { derivedFromRatios } from './derived/from-ratios.ts';
import { QualifierEnum } from './enums.ts';
import { IndicatorValue } from './indicator-value.type.ts';
import { Indicator } from './indicator.type.ts';
import { valueOf } from './values.ts';

/** What a figure rests on, and what it is measured against. */
@Resolver(() => IndicatorValue)
export class IndicatorValueResolver {
  @FieldResolver(() => Indicator, { description: 'The indicator (chỉ tiêu).' })
  indicator(@Root() { question }: IndicatorValue): Indicator {
    return new Indicator(question.indicator);
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'What was to be reached (chỉ tiêu kế hoạch) in `targetPeriod`; never prorated.',
  })
  async target(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<number | null> {
    return (await targetFigure(context, value)).amount?.value ?? null;
  }

  @FieldResolver(() => QualifierEnum, {
    description: 'Whether the target is exact or a bound (mức chính xác của chỉ tiêu kế hoạch): 9 or more.',
  })
  async targetQualifier(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<Bound> {
    return (await targetFigure(context, value)).amount?.qualifier ?? 'EXACT';
  }

  @FieldResolver(() => PeriodScalar, {
    description:
      'The period whose target the figure is measured against (kỳ của chỉ tiêu kế hoạch): its own, the year that holds it, or the whole term.',
  })
  async targetPeriod(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<Period> {
    return (await targetFigure(context, value)).period;
  }

  @FieldResolver(() => Float, {
    nullable: true,
    description: 'value / target in percent (mức đạt); null where the two are not about the same units.',
  })
  async achievement(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<number | null> {
    return (await targetFigure(context, value)).achievement?.value ?? null;
  }

  @FieldResolver(() => QualifierEnum, {
    description:
      'Whether the achievement is exact or a bound (mức chính xác của mức đạt): against "9 or more" it is at most so much.',
  })
  async achievementQualifier(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<Bound> {
    return (await targetFigure(context, value)).achievement?.qualifier ?? 'EXACT';
  }

  @FieldResolver(() => Coverage, { description: 'How much of the value is there (mức độ đầy đủ).' })
  coverage(@Root() value: IndicatorValue): Coverage {
    return coverageOf(value, false);
  }

  @FieldResolver(() => Coverage, {
    description:
      'How much of what is below the unit is there (mức độ đầy đủ của cấp dưới): who below it has not reported, even where the unit itself has.',
  })
  coverageBelow(@Root() value: IndicatorValue): Coverage {
    return coverageOf(value, true);
  }

  @FieldResolver(() => ContributionConnection, {
    description: 'The units, and their figures, that add up to this value (các phần đóng góp).',
  })
  contributions(
    @Root() value: IndicatorValue,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<Contribution> {
    return pageOf('contributions', contributionsOf(value), page, {
      keyOf: contributionKey,
      compare: compareCodes,
      toNode: ({ unit, amount, fact, side }) =>
        new Contribution(nodeOn(tree, unit, tree.lastOpenDay(unit, today)), amount, fact, side),
    });
  }

  @FieldResolver(() => [Contribution], {
    description:
      'Of a restated figure: reports of units that lie within this one in part only (số liệu không tách được). What they hold of it is not known, and is in no way shared out.',
  })
  unsplit(
    @Root() { grounds, unit }: IndicatorValue,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Contribution[] {
    return unsplitFrom(grounds, unit).map(
      ({ unit: each, amount, fact, side }) =>
        new Contribution(nodeOn(tree, each, tree.lastOpenDay(each, today)), amount, fact, side),
    );
  }

  @FieldResolver(() => [Succession], {
    description:
      'Where the unit came from or went to within the period (các thay đổi tổ chức trong kỳ): a break in its series.',
  })
  breaks(
    @Root() { organization: { unit }, question }: IndicatorValue,
    @Ctx() { snapshot: { tree } }: RequestContext,
  ): Succession[] {
    const { from, to } = windowOf(question.period);
    const links = [...tree.predecessorsOf(unit), ...tree.successorsOf(unit)];
    return links.filter(({ on }) => from <= on && on < to).map((link) => successionOf(tree, link));
  }

  @FieldResolver(() => [SourceDocument], { description: 'The documents that the value was found in (nguồn số liệu).' })
  async sources(@Root() value: IndicatorValue, @Ctx() { loaders }: RequestContext): Promise<SourceDocument[]> {
    const ids = [...new Set(contributionsOf(value).flatMap(({ fact }) => fact?.sourceId ?? []))];
    const sources = await Promise.all(ids.map((id) => loaders.sourceById.load(id)));
    return sources.filter((source) => source !== undefined);
  }

  @FieldResolver(() => [DerivedFigure], {
    description:
      'Where nobody reported the figure: what follows for it from figures that somebody did (số liệu suy ra), each way by itself; empty where there is a value.',
  })
  async derived(
    @Root() { organization, question, status }: IndicatorValue,
    @Ctx() context: RequestContext,
  ): Promise<DerivedFigure[]> {
    if (status !== 'MISSING') return [];
    const ways = [
      derivedFromRatios(context, organization, question, 'ACTUAL'),
      derivedFromParts(context, organization, question),
    ];
    return (await Promise.all(ways)).flat();
  }

  @FieldResolver(() => [DerivedFigure], {
    description:
      'Where nobody reported a target for `targetPeriod`: what follows for it from a published rate (chỉ tiêu kế hoạch suy ra); empty where there is a target.',
  })
  async derivedTarget(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<DerivedFigure[]> {
    const { amount, period } = await targetFigure(context, value);
    return amount ? [] : derivedFromRatios(context, value.organization, { ...value.question, period }, 'TARGET');
  }

  @FieldResolver(() => IndicatorValue, {
    nullable: true,
    description: 'The same question one year earlier (cùng kỳ năm trước); null for a congress term.',
  })
  async previousYear(
    @Root() { organization, question }: IndicatorValue,
    @Ctx() context: RequestContext,
  ): Promise<IndicatorValue | null> {
    const period = previousYear(question.period);
    return period ? valueOf(context, organization, { ...question, period }) : null;
  }
}

async function targetFigure(context: RequestContext, { question, unit }: IndicatorValue): Promise<TargetFigure> {
  return targetOf(context, question, unit);
}

function coverageOf({ grounds, unit, question: { indicator, period } }: IndicatorValue, below: boolean): Coverage {
  const wanted = { indicator: indicator.code, role: 'ACTUAL', period } as const;
  return new Coverage(coverageOfAnswer(grounds, unit, below), () => missingFromAnswer(grounds, unit, below), wanted);
}

/** In the order of sides, codes and facts, which is that of the cursors. */
function contributionsOf({ grounds, unit }: IndicatorValue): SidedContributing[] {
  return contributionsToAnswer(grounds, unit).sort((a, b) => compareCodes(contributionKey(a), contributionKey(b)));
}

function contributionKey({ side, unit, fact }: SidedContributing): string {
  return `${side}#${unit.code}#${fact?.id ?? 'register'}`;
}
