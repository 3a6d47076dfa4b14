import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Resolver, Root } from 'type-graphql';
import { CodedError } from '../../errors/coded-error.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { Soon } from '../../loaders/soon.ts';
import { allOf, whenThere } from '../../loaders/soon.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import type { Period, PeriodUnit } from '../../periods/period.ts';
import { stepsBetween } from '../../periods/steps.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DimensionNameScalar, IndicatorCodeScalar } from '../scalars/codes.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { BreakdownCell } from './breakdown/breakdown-cell.type.ts';
import { BreakdownCheck } from './breakdown/breakdown-check.type.ts';
import { cellsOf } from './breakdown/cells.ts';
import { checkBreakdown } from './breakdown/check.ts';
import { ClassCount, classCounts } from './class-count.ts';
import { PeriodUnitEnum } from './enums.ts';
import { IndicatorValue } from './indicator-value.type.ts';
import { FigureArgs, questionOf, requireDimension, ValueArgs, ValuesArgs } from './value-arguments.ts';
import { valueOf, valuesOf } from './values.ts';

/** How many indicators one field may ask for. */
const MAX_INDICATORS = 200;

@ArgsType()
class SeriesArgs extends FigureArgs {
  @Field(() => IndicatorCodeScalar, { description: 'The indicator (mã chỉ tiêu).' })
  code!: string;

  @Field(() => PeriodScalar, { description: 'The series begins where this begins (từ kỳ).' })
  from!: Period;

  @Field(() => PeriodScalar, { description: 'The series ends where this ends (đến kỳ).' })
  to!: Period;

  @Field(() => PeriodUnitEnum, { description: 'The step (bước).' })
  by!: PeriodUnit;
}

/** The fields that every organisation has for figures. */
@Resolver(() => PartyOrganization)
export class FiguresResolver {
  @FieldResolver(() => IndicatorValue, {
    description: 'The figure of one indicator for a period (giá trị một chỉ tiêu).',
  })
  indicator(
    @Root() organization: PartyOrganization,
    @Args(() => ValueArgs) { code, period, ...rest }: ValueArgs,
    @Ctx() context: RequestContext,
  ): Soon<IndicatorValue | undefined> {
    return whenThere(valuesOf(context, organization, [code], period, rest), ([value]) => value);
  }

  @FieldResolver(() => [IndicatorValue], {
    description:
      'The figures of several indicators for a period (giá trị nhiều chỉ tiêu), each as it is when asked for alone.',
  })
  indicators(
    @Root() organization: PartyOrganization,
    @Args(() => ValuesArgs) { codes, period, ...rest }: ValuesArgs,
    @Ctx() context: RequestContext,
  ): Soon<IndicatorValue[]> {
    if (codes.length > MAX_INDICATORS) {
      throw new CodedError('BATCH_TOO_LARGE', `Expected at most ${MAX_INDICATORS} indicators; got ${codes.length}.`);
    }
    return valuesOf(context, organization, codes, period, rest);
  }

  @FieldResolver(() => [IndicatorValue], {
    description: 'One value per month, quarter or year of the span (chuỗi thời gian).',
  })
  series(
    @Root() organization: PartyOrganization,
    @Args(() => SeriesArgs) { code, from, to, by, ...rest }: SeriesArgs,
    @Ctx() context: RequestContext,
  ): Soon<readonly IndicatorValue[]> {
    const steps = stepsBetween(from, to, by);
    return allOf(steps.map((period) => valueOf(context, organization, questionOf(context, code, period, rest))));
  }

  @FieldResolver(() => [BreakdownCell], {
    description:
      'One value per combination of the named dimensions (phân tổ) that was reported; parts and total agree, or the difference shows.',
  })
  async breakdown(
    @Root() organization: PartyOrganization,
    @Args(() => ValueArgs) { code, period, ...rest }: ValueArgs,
    @Arg('by', () => [DimensionNameScalar], { description: 'The dimensions (các phân tổ).' }) by: string[],
    @Ctx() context: RequestContext,
  ): Promise<BreakdownCell[]> {
    return cellsOf(context, organization, dividedQuestion(context, code, period, rest, by), by);
  }

  @FieldResolver(() => [ClassCount], {
    description:
      'How many units, it and all below it, have which class (số đơn vị theo mức xếp loại); of an indicator whose kind is CLASS.',
  })
  async classCounts(
    @Root() organization: PartyOrganization,
    @Args(() => ValueArgs) { code, period, ...rest }: ValueArgs,
    @Ctx() context: RequestContext,
  ): Promise<ClassCount[]> {
    const question = questionOf(context, code, period, rest);
    if (question.indicator.kind === 'CLASS') return classCounts(context, organization, question);
    throw new CodedError(
      'COMBINATION_ILLEGAL',
      `Expected an indicator of the kind CLASS; ${code} is a ${question.indicator.kind}.`,
    );
  }

  @FieldResolver(() => BreakdownCheck, {
    description:
      'A breakdown with its proof (phân tổ và đối chiếu): parts and totals held against each other, a mismatch shown, and what follows for the parts that nobody reported.',
  })
  async breakdownCheck(
    @Root() organization: PartyOrganization,
    @Args(() => ValueArgs) { code, period, ...rest }: ValueArgs,
    @Arg('by', () => [DimensionNameScalar], { description: 'The dimensions (các phân tổ).' }) by: string[],
    @Ctx() context: RequestContext,
  ): Promise<BreakdownCheck> {
    return checkBreakdown(context, organization, dividedQuestion(context, code, period, rest, by), [...new Set(by)]);
  }
}

/** @throws CodedError DIMENSION_UNKNOWN where the indicator is not divided by one of them, or by none */
function dividedQuestion(
  context: RequestContext,
  code: string,
  period: Period,
  args: FigureArgs,
  by: readonly string[],
): ValueQuestion {
  const question = questionOf(context, code, period, args);
  if (by.length === 0)
    throw new CodedError('DIMENSION_UNKNOWN', 'Expected at least one dimension to divide by; got none.');
  for (const name of by) requireDimension(question.indicator, name);
  return question;
}
