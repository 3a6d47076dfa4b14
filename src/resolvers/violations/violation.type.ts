import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { CatalogueRule } from '../../loaders/snapshot/catalogue.ts';
import type { Bound } from '../../rollup/bounds.ts';
import type { Relation } from '../../rollup/validation/side.ts';
import { enumOf } from '../enum-of.ts';
import { QualifierEnum } from '../indicators/enums.ts';
import { IndicatorValue } from '../indicators/indicator-value.type.ts';

const RELATIONS = ['EQUAL', 'AT_MOST'] as const satisfies Relation[];
const ValidationRelationEnum = enumOf(RELATIONS);
registerEnumType(ValidationRelationEnum, {
  name: 'ValidationRelation',
  description: 'How the two sides of a rule have to stand to each other (quan hệ giữa hai vế).',
  valuesConfig: {
    EQUAL: { description: 'The left side is the right side (bằng).' },
    AT_MOST: { description: 'The left side is no more than the right side (không quá).' },
  },
});

@Access('PUBLIC')
@ObjectType({ description: 'A rule that the figures of one unit and period have to keep (quy tắc kiểm tra số liệu).' })
export class ValidationRule {
  constructor(private readonly entry: CatalogueRule) {}

  @Field(() => String, { description: 'Its code (mã quy tắc).' })
  get code(): string {
    return this.entry.code;
  }

  @Field(() => String, { description: 'What has to hold, in Vietnamese (nội dung).' })
  get name(): string {
    return this.entry.name;
  }

  @Field(() => String, { description: 'What has to hold, in English (nội dung bằng tiếng Anh).' })
  get nameEn(): string {
    return this.entry.nameEn;
  }
}

@Access('PUBLIC')
@ObjectType({ description: 'One side of a rule (một vế của quy tắc).' })
export class ViolationSide {
  @Field(() => Float, { description: 'What the side comes to (giá trị).' })
  value!: number;

  @Field(() => QualifierEnum, { description: 'Exact, or a bound (mức chính xác).' })
  qualifier!: Bound;

  @Field(() => [IndicatorValue], { description: 'The figures that it is made of (các số liệu), with their sources.' })
  values!: IndicatorValue[];
}

@Access('PUBLIC')
@ObjectType({
  description:
    'Figures that do not fit together (số liệu không khớp): both sides, with their sources. Neither is taken for the truth.',
})
export class Violation {
  @Field(() => ValidationRule, { description: 'The rule that is broken (quy tắc).' })
  rule!: ValidationRule;

  @Field(() => ViolationSide, { description: 'The left side (vế trái).' })
  left!: ViolationSide;

  @Field(() => ValidationRelationEnum, { description: 'How it should stand to the right side (quan hệ).' })
  relation!: Relation;

  @Field(() => ViolationSide, { description: 'The right side (vế phải).' })
  right!: ViolationSide;

  @Field(() => Float, { description: 'left less right (chênh lệch).' })
  difference!: number;
}
