import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { IndicatorCodeScalar } from '../scalars/codes.ts';
import { Indicator } from './indicator.type.ts';

/** The catalogue. */
@Resolver()
export class IndicatorResolver {
  @Access('PUBLIC')
  @Query(() => [Indicator], {
    description: 'The catalogue of indicators (danh mục chỉ tiêu), in the order of their codes.',
  })
  indicators(@Ctx() { snapshot }: RequestContext): Indicator[] {
    return snapshot.catalogue.indicators.map((entry) => new Indicator(entry));
  }

  @Access('PUBLIC')
  @Query(() => Indicator, {
    nullable: true,
    description: 'An indicator by its code (chỉ tiêu theo mã); null where there is none.',
  })
  indicator(
    @Arg('code', () => IndicatorCodeScalar, { description: 'Its code (mã chỉ tiêu).' }) code: string,
    @Ctx() { snapshot }: RequestContext,
  ): Indicator | undefined {
    const entry = snapshot.catalogue.find(code);
    return entry && new Indicator(entry);
  }
}
