import { Field, InputType } from 'type-graphql';
import type { IndicatorKind, ObservationRole } from '../../facts/indicators/indicator.ts';
import { DimensionFilter } from '../indicators/dimension.type.ts';
import { IndicatorKindEnum, ObservationRoleEnum } from '../indicators/enums.ts';
import { DimensionNameScalar, IndicatorCodeScalar } from '../scalars/codes.ts';

@InputType({ description: 'One side of a ratio (một vế của tỷ lệ).' })
export class RatioSideInput {
  @Field(() => IndicatorCodeScalar, { description: 'The indicator that is counted (mã chỉ tiêu): a FLOW or a STOCK.' })
  indicator!: string;

  @Field(() => ObservationRoleEnum, {
    nullable: true,
    description: 'What happened, or what was to be reached (vai trò); ACTUAL where absent.',
  })
  role?: ObservationRole | null;

  @Field(() => [DimensionFilter], {
    nullable: true,
    description: 'The part that is taken (điều kiện phân tổ); the whole where absent.',
  })
  dimensions?: DimensionFilter[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether it is of the year or term that holds the period asked for (theo năm hoặc nhiệm kỳ), as a target is.',
  })
  ofContainingPeriod?: boolean | null;
}

@InputType({ description: 'A share by numerator and denominator (tỷ lệ theo tử số và mẫu số).' })
export class ShareInput {
  @Field(() => RatioSideInput, { description: 'What is divided (tử số).' })
  numerator!: RatioSideInput;

  @Field(() => RatioSideInput, { description: 'What it is divided by (mẫu số).' })
  denominator!: RatioSideInput;

  @Field(() => Boolean, {
    nullable: true,
    description: 'The share of all the others instead (phần còn lại): what the numerator leaves of the denominator.',
  })
  complement?: boolean | null;
}

@InputType({ description: 'What a ratio is made of (cách tính tỷ lệ): one of the two.' })
export class RatioDefinitionInput {
  @Field(() => ShareInput, { nullable: true, description: 'A share (tỷ lệ).' })
  share?: ShareInput | null;

  @Field(() => RatioSideInput, {
    nullable: true,
    description: 'The growth of this against the previous year (mức tăng so với năm trước).',
  })
  growthOf?: RatioSideInput | null;
}

@InputType({ description: 'A dimension that an indicator is divided by (phân tổ của chỉ tiêu).' })
export class IndicatorDimensionInput {
  @Field(() => DimensionNameScalar, { description: 'The dimension (phân tổ).' })
  name!: string;

  @Field(() => Boolean, { description: 'Whether its parts make the total (các phần cộng lại bằng tổng).' })
  addsUp!: boolean;
}

@InputType({
  description:
    'An indicator for the catalogue (chỉ tiêu đưa vào danh mục): new, or in the place of the one that has its code.',
})
export class IndicatorInput {
  @Field(() => IndicatorCodeScalar, { description: 'Its code (mã chỉ tiêu).' })
  code!: string;

  @Field(() => String, { description: 'Vietnamese name (tên chỉ tiêu).' })
  name!: string;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  nameEn!: string;

  @Field(() => String, { description: 'What it counts, in Vietnamese (nội dung).' })
  description!: string;

  @Field(() => String, { description: 'What it counts, in English (nội dung bằng tiếng Anh).' })
  descriptionEn!: string;

  @Field(() => IndicatorKindEnum, { description: 'How it combines (loại chỉ tiêu).' })
  kind!: IndicatorKind;

  @Field(() => String, { description: 'Unit of measure (đơn vị tính), in Vietnamese; % for a ratio.' })
  unit!: string;

  @Field(() => [IndicatorDimensionInput], {
    nullable: true,
    description: 'By which dimensions it is divided (các phân tổ); by none where absent.',
  })
  dimensions?: IndicatorDimensionInput[] | null;

  @Field(() => RatioDefinitionInput, {
    nullable: true,
    description: 'Of a RATIO, what it is made of (cách tính); where absent, each report brings its own parts.',
  })
  definition?: RatioDefinitionInput | null;
}

@InputType({ description: 'A value of a dimension (giá trị phân tổ).' })
export class DimensionValueInput {
  @Field(() => String, { description: 'The value (giá trị), upper case.' })
  value!: string;

  @Field(() => String, { description: 'Vietnamese name (tên gọi).' })
  nameVi!: string;

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  nameEn!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'Values that it stands for together (các giá trị mà nó bao gồm).',
  })
  covers?: string[] | null;
}

@InputType({
  description:
    'A dimension for the catalogue (phân tổ đưa vào danh mục): new, or in the place of the one that has its name.',
})
export class DimensionInput {
  @Field(() => DimensionNameScalar, { description: 'Its name (tên phân tổ).' })
  name!: string;

  @Field(() => String, { description: 'Vietnamese name (tên gọi).' })
  nameVi!: string;

  @Field(() => String, { description: 'What it divides by, in English (nội dung bằng tiếng Anh).' })
  descriptionEn!: string;

  @Field(() => Boolean, { description: 'Whether the values are all that there can be (danh sách đầy đủ).' })
  closed!: boolean;

  @Field(() => [DimensionValueInput], { description: 'The values (các giá trị).' })
  values!: DimensionValueInput[];
}
