import { Field, Float, ObjectType } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import type { Bound } from '../../../rollup/bounds.ts';
import type { Derived } from '../../../rollup/derive.ts';
import { QualifierEnum } from '../enums.ts';
import { IndicatorValue } from '../indicator-value.type.ts';

@Access('PUBLIC')
@ObjectType({
  description:
    'A figure that nobody reported and that follows from figures that somebody did (số liệu suy ra): never mixed with reported ones.',
})
export class DerivedFigure {
  constructor(
    private readonly derived: Derived,
    from: IndicatorValue[],
  ) {
    this.from = from;
  }

  @Field(() => Float, { description: 'What follows (giá trị suy ra); of counted things the nearest whole number.' })
  get value(): number {
    return this.derived.value;
  }

  @Field(() => QualifierEnum, {
    description: 'Exact, or a bound (mức chính xác): a total is at least the sum of some of its parts.',
  })
  get qualifier(): Bound {
    return this.derived.qualifier;
  }

  @Field(() => Float, { description: 'The least that fits the digits that were published (cận dưới).' })
  get low(): number {
    return this.derived.low;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The most that fits the digits that were published (cận trên); null where there is no end.',
  })
  get high(): number | null {
    return this.derived.high;
  }

  @Field(() => Boolean, { description: 'Whether no other value fits what was published (duy nhất).' })
  get certain(): boolean {
    return this.derived.certain;
  }

  @Field(() => String, {
    description: 'How it follows (cách suy ra), as a line of arithmetic: 713 / (1 + 31.3 %) = 543.',
  })
  get rule(): string {
    return this.derived.rule;
  }

  @Field(() => [IndicatorValue], {
    description: 'The reported figures that it follows from (số liệu gốc), with their sources.',
  })
  readonly from: IndicatorValue[];
}
