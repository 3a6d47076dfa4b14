import { Field, InputType, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Dimensions } from '../../facts/indicators/indicator.ts';
import { DimensionNameScalar } from '../scalars/codes.ts';

@Access('PUBLIC')
@ObjectType({ description: 'One value of one dimension (giá trị phân tổ).' })
export class Dimension {
  @Field(() => DimensionNameScalar, { description: 'The dimension (phân tổ).' })
  name!: string;

  @Field(() => String, { description: 'Its value (giá trị), upper case: REPRIMAND, INSPECTION_COMMISSION …' })
  value!: string;
}

@InputType({ description: 'Takes the part of an indicator that has this value of this dimension (điều kiện phân tổ).' })
export class DimensionFilter {
  @Field(() => DimensionNameScalar, { description: 'The dimension (phân tổ).' })
  name!: string;

  @Field(() => String, { description: 'The value (giá trị).' })
  value!: string;
}

/** Dimensions as a list, in the order of their names. */
export function dimensionList(dimensions: Dimensions): Dimension[] {
  return Object.keys(dimensions)
    .sort()
    .map((name) => ({ name, value: dimensions[name] ?? '' }));
}
