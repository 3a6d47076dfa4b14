import { Args, Ctx, FieldResolver, Float, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { targetsOf } from '../../loaders/values.ts';
import type { Period } from '../../periods/period.ts';
import { previousYear } from '../../periods/steps.ts';
import type { ContributingFact } from '../../rollup/contributions.ts';
import { contributionsTo, missingFrom } from '../../rollup/contributions.ts';
import type { Bound, Share } from '../../rollup/share.ts';
import { shareOf } from '../../rollup/share.ts';
import { targetPeriodOf } from '../../rollup/target.ts';
import { compareCodes } from '../../tree/build.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { pageOf } from '../connections/page.ts';
import { nodeOn } from '../organizations/node.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { SourceDocument } from '../sources/source-document.type.ts';
import type { ContributionSide } from './contribution.type.ts';
import { Contribution, ContributionConnection } from './contribution.type.ts';
import { Coverage } from './coverage.type.ts';
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

  @FieldResolver(() => Float, { nullable: true, description: 'What was to be reached (chỉ tiêu kế hoạch) in `targetPeriod`; never prorated.' })
  async target(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<number | null> {
    return (await targetFigure(context, value))?.value ?? null;
  }

  @FieldResolver(() => PeriodScalar, { description: 'The period whose target the figure is measured against (kỳ của chỉ tiêu kế hoạch): its own, the year that holds it, or the whole term.' })
  targetPeriod(@Root() { question }: IndicatorValue): Period {
    return targetPeriodOf(question.period);
  }

  @FieldResolver(() => Float, { nullable: true, description: 'value / target in percent (mức đạt).' })
  async achievement(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<number | null> {
    return (await achievementOf(context, value))?.value ?? null;
  }

  @FieldResolver(() => QualifierEnum, { description: 'Whether the achievement is exact or a bound (mức chính xác của mức đạt): against "9 or more" it is at most so much.' })
  async achievementQualifier(@Root() value: IndicatorValue, @Ctx() context: RequestContext): Promise<Bound> {
    return (await achievementOf(context, value))?.qualifier ?? 'EXACT';
  }

  @FieldResolver(() => Coverage, { description: 'How much of the value is there (mức độ đầy đủ).' })
  coverage(@Root() value: IndicatorValue): Coverage {
    return coverageOf(value, false);
  }

  @FieldResolver(() => Coverage, { description: 'How much of what is below the unit is there (mức độ đầy đủ của cấp dưới): who below it has not reported, even where the unit itself has.' })
  coverageBelow(@Root() value: IndicatorValue): Coverage {
    return coverageOf(value, true);
  }

  @FieldResolver(() => ContributionConnection, { description: 'The units, and their figures, that add up to this value (các phần đóng góp).' })
  contributions(
    @Root() value: IndicatorValue,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<Contribution> {
    return pageOf('contributions', contributionsOf(value), page, {
      keyOf: contributionKey,
      compare: compareCodes,
      toNode: ({ unit, fact, side }) => new Contribution(nodeOn(tree, unit, tree.lastOpenDay(unit, today)), fact, side),
    });
  }

  @FieldResolver(() => [SourceDocument], { description: 'The documents that the value was found in (nguồn số liệu).' })
  async sources(@Root() value: IndicatorValue, @Ctx() { loaders }: RequestContext): Promise<SourceDocument[]> {
    const ids = [...new Set(contributionsOf(value).map(({ fact }) => fact.sourceId))];
    const sources = await Promise.all(ids.map((id) => loaders.sourceById.load(id)));
    return sources.filter((source) => source !== undefined);
  }

  @FieldResolver(() => IndicatorValue, { nullable: true, description: 'The same question one year earlier (cùng kỳ năm trước); null for a congress term.' })
  async previousYear(@Root() { organization, question }: IndicatorValue, @Ctx() context: RequestContext): Promise<IndicatorValue | null> {
    const period = previousYear(question.period);
    return period ? valueOf(context, organization, { ...question, period }) : null;
  }
}

async function targetFigure(context: RequestContext, { question, organization }: IndicatorValue) {
  const isCount = question.indicator.kind === 'FLOW' || question.indicator.kind === 'STOCK';
  return isCount ? (await targetsOf(context, question)).figure(organization.unit).best : undefined;
}

async function achievementOf(context: RequestContext, value: IndicatorValue): Promise<Share | undefined> {
  const target = await targetFigure(context, value);
  return shareOf(value.grounds.figures.figure(value.organization.unit).best, target);
}

function coverageOf({ grounds: { figures }, organization: { unit } }: IndicatorValue, below: boolean): Coverage {
  const figure = figures.figure(unit);
  const count = below || !figure.best ? figure.coverageBelow : figure.coverage;
  return new Coverage(count, () =>
    [...missingFrom(figures, unit, below || !figure.best)].sort((a, b) => a.index - b.index),
  );
}

interface SidedContribution extends ContributingFact {
  readonly side: ContributionSide;
}

/** In the order of sides, codes and facts, which is that of the cursors. */
function contributionsOf({ grounds, organization: { unit } }: IndicatorValue): SidedContribution[] {
  const isWhole = grounds.parts.length === 0 || grounds.figures.figure(unit).own !== undefined;
  const sides = isWhole ? [{ side: 'WHOLE' as const, figures: grounds.figures }] : grounds.parts;
  return sides
    .flatMap(({ side, figures }) => [...contributionsTo(figures, unit)].map((each) => ({ ...each, side })))
    .sort((a, b) => compareCodes(contributionKey(a), contributionKey(b)));
}

function contributionKey({ side, unit, fact }: SidedContribution): string {
  return `${side}#${unit.code}#${fact.id}`;
}
