import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { CatalogueProblemCode } from '../../import/catalogue/problem.ts';
import { CATALOGUE_PROBLEMS } from '../../import/catalogue/problem.ts';
import { enumOf } from '../enum-of.ts';
import { Indicator } from '../indicators/indicator.type.ts';
import { DimensionNameScalar } from '../scalars/codes.ts';

const CatalogueProblemEnum = enumOf(CATALOGUE_PROBLEMS);
registerEnumType(CatalogueProblemEnum, {
  name: 'CatalogueProblemCode',
  description: 'Why an entry was not taken into the catalogue (lý do từ chối).',
  valuesConfig: {
    DEFINITION_CIRCLE: { description: 'It is defined by itself (định nghĩa vòng tròn); `path` says by which way.' },
    INDICATOR_UNKNOWN: { description: 'It names an indicator that there is not (chỉ tiêu không có trong danh mục).' },
    DIMENSION_UNKNOWN: { description: 'It names a dimension, or a value, that there is not (phân tổ không có).' },
    DEFINITION_ILLEGAL: { description: 'What it is made of cannot be combined so (cách tính không hợp lệ).' },
    KIND_IN_USE: {
      description: 'Its kind cannot change: facts of the old one are there (loại chỉ tiêu đã có số liệu).',
    },
    ENTRY_MALFORMED: { description: 'It is not written as it should be (sai định dạng).' },
  },
});

@Access('ADMINISTRATOR')
@ObjectType({
  description:
    'Why an entry was not taken into the catalogue (lý do từ chối). Where there is one, nothing was written.',
})
export class CatalogueProblem {
  @Field(() => CatalogueProblemEnum, { description: 'The reason (lý do).' })
  code!: CatalogueProblemCode;

  @Field(() => String, { description: 'The entry that is refused (mục bị từ chối).' })
  entry!: string;

  @Field(() => String, { description: 'What was expected, and what came (nội dung).' })
  message!: string;

  @Field(() => [String], {
    description: 'Of a circle, the indicators that it goes through (đường vòng), the first one again at the end.',
  })
  path!: readonly string[];
}

@Access('ADMINISTRATOR')
@ObjectType({ description: 'What became of an indicator that was given to the catalogue (kết quả khai báo chỉ tiêu).' })
export class DefineIndicatorPayload {
  @Field(() => Indicator, {
    nullable: true,
    description: 'The indicator as it is now (chỉ tiêu); null where it was refused.',
  })
  indicator!: Indicator | null;

  @Field(() => [CatalogueProblem], { description: 'Why it was refused (các lý do từ chối); empty where it was taken.' })
  userErrors!: readonly CatalogueProblem[];
}

@Access('ADMINISTRATOR')
@ObjectType({ description: 'What became of a dimension that was given to the catalogue (kết quả khai báo phân tổ).' })
export class DefineDimensionPayload {
  @Field(() => DimensionNameScalar, {
    nullable: true,
    description: 'The dimension (phân tổ); null where it was refused.',
  })
  name!: string | null;

  @Field(() => [CatalogueProblem], { description: 'Why it was refused (các lý do từ chối); empty where it was taken.' })
  userErrors!: readonly CatalogueProblem[];
}
