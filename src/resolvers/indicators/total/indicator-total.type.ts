import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import type { Period } from '../../../periods/period.ts';
import type { Bound } from '../../../rollup/bounds.ts';
import { COMBINATIONS } from '../../../rollup/combination.ts';
import { enumOf } from '../../enum-of.ts';
import { PeriodScalar } from '../../scalars/period.ts';
import { Coverage } from '../coverage.type.ts';
import type { ValueStatus } from '../enums.ts';
import { QualifierEnum, ValueStatusEnum } from '../enums.ts';
import { IndicatorValue } from '../indicator-value.type.ts';
import { Indicator } from '../indicator.type.ts';

export const CombinationEnum = enumOf(COMBINATIONS);
registerEnumType(CombinationEnum, {
  name: 'Combination',
  description:
    'How figures of several units come together (cách tổng hợp). One that the indicator does not allow is an error.',
  valuesConfig: {
    DECLARED: { description: 'As the kind of the indicator has it (theo loại chỉ tiêu).' },
    SUM: { description: 'Added (cộng): counts alone.' },
    RECOMPUTE: {
      description:
        'Recomputed from summed numerators and denominators, or with weights (tính lại): shares and averages alone.',
    },
  },
});

@Access('PUBLIC')
@ObjectType({
  description: 'One figure for several units of which none lies below another (số liệu tổng hợp của nhiều đơn vị).',
})
export class IndicatorTotal {
  @Field(() => Indicator, { description: 'The indicator (chỉ tiêu).' })
  indicator!: Indicator;

  @Field(() => PeriodScalar, { description: 'The period asked for (kỳ), in its canonical form.' })
  period!: Period;

  @Field(() => [IndicatorValue], {
    description: 'The figure of each unit (giá trị của từng đơn vị), in the order of the question.',
  })
  values!: IndicatorValue[];

  @Field(() => Float, {
    nullable: true,
    description: 'The figure of all together (giá trị tổng hợp); null where none of them has one.',
  })
  value!: number | null;

  @Field(() => ValueStatusEnum, { description: 'Whether there is a value, and why not (tình trạng số liệu).' })
  status!: ValueStatus;

  @Field(() => QualifierEnum, { description: 'Exact, or a bound (mức chính xác).' })
  qualifier!: Bound;

  @Field(() => Float, {
    nullable: true,
    description: 'What is divided (tử số), where the figure is a share or an average.',
  })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'What it is divided by (mẫu số); of an average, its weight.' })
  denominator!: number | null;

  @Field(() => Coverage, { description: 'How much of the figure is there (mức độ đầy đủ).' })
  coverage!: Coverage;
}
