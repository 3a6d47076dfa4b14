import { Field, ObjectType } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import { Dimension } from '../dimension.type.ts';
import { IndicatorValue } from '../indicator-value.type.ts';

@Access('PUBLIC')
@ObjectType({ description: 'One part of an indicator (một ô phân tổ): the values of the dimensions, and the figure.' })
export class BreakdownCell {
  @Field(() => [Dimension], { description: 'The values of the dimensions (các giá trị phân tổ).' })
  dimensions!: Dimension[];

  @Field(() => IndicatorValue, { description: 'The figure (giá trị).' })
  value!: IndicatorValue;
}
