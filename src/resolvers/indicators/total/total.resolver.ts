import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import { CodedError } from '../../../errors/coded-error.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import type { Period } from '../../../periods/period.ts';
import type { Combination } from '../../../rollup/combination.ts';
import { IndicatorCodeScalar } from '../../scalars/codes.ts';
import { PeriodScalar } from '../../scalars/period.ts';
import { FigureArgs, questionOf } from '../value-arguments.ts';
import { CombinationEnum, IndicatorTotal } from './indicator-total.type.ts';
import { totalOf } from './total.ts';

/** How many units one total may be of. */
const MAX_UNITS = 1000;

@ArgsType()
class TotalArgs extends FigureArgs {
  @Field(() => [String], { description: 'The codes of the units (mã các đơn vị), at most 1000, none below another.' })
  codes!: string[];

  @Field(() => IndicatorCodeScalar, { description: 'The indicator (mã chỉ tiêu).' })
  indicator!: string;

  @Field(() => PeriodScalar, { description: 'The period (kỳ).' })
  period!: Period;

  @Field(() => CombinationEnum, {
    nullable: true,
    description: 'How the figures come together (cách tổng hợp); as the kind of the indicator has it where absent.',
  })
  combine?: Combination | null;
}

@Resolver()
export class TotalResolver {
  @Access('PUBLIC')
  @Query(() => IndicatorTotal, {
    description:
      'One figure for several units (số liệu tổng hợp của nhiều đơn vị). COMBINATION_ILLEGAL where the indicator cannot be combined so, or something would count twice.',
  })
  async total(
    @Args(() => TotalArgs) { codes, indicator, period, combine, ...rest }: TotalArgs,
    @Ctx() context: RequestContext,
  ): Promise<IndicatorTotal> {
    if (codes.length > MAX_UNITS)
      throw new CodedError('BATCH_TOO_LARGE', `Expected at most ${MAX_UNITS} codes; got ${codes.length}.`);
    return totalOf(context, codes, questionOf(context, indicator, period, rest), combine ?? 'DECLARED');
  }
}
