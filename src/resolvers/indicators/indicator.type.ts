import { Directive, Field, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { IndicatorKind } from '../../facts/indicators/indicator.ts';
import type { CatalogueIndicator } from '../../loaders/snapshot/catalogue.ts';
import { DimensionNameScalar, IndicatorCodeScalar } from '../scalars/codes.ts';
import { IndicatorKindEnum } from './enums.ts';

@Access('PUBLIC')
@Directive('@key(fields: "code")')
@ObjectType({ description: 'What is counted, and how it combines (chỉ tiêu thống kê).' })
export class Indicator {
  constructor(readonly entry: CatalogueIndicator) {}

  @Field(() => IndicatorCodeScalar, { description: 'Its code (mã chỉ tiêu).' })
  get code(): string {
    return this.entry.code;
  }

  @Field(() => String, { description: 'Vietnamese name (tên chỉ tiêu).' })
  get name(): string {
    return this.entry.name;
  }

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  get nameEn(): string {
    return this.entry.nameEn;
  }

  @Field(() => String, { description: 'What it counts, in Vietnamese (nội dung).' })
  get description(): string {
    return this.entry.description;
  }

  @Field(() => String, { description: 'What it counts, in English (nội dung bằng tiếng Anh).' })
  get descriptionEn(): string {
    return this.entry.descriptionEn;
  }

  @Field(() => IndicatorKindEnum, { description: 'How it combines (loại chỉ tiêu).' })
  get kind(): IndicatorKind {
    return this.entry.kind;
  }

  @Field(() => String, { description: 'Unit of measure (đơn vị tính), in Vietnamese; % for a ratio.' })
  get unit(): string {
    return this.entry.unit;
  }

  @Field(() => [DimensionNameScalar], { description: 'By which dimensions it is divided (các phân tổ).' })
  get dimensions(): string[] {
    return this.entry.dimensions.map((dimension) => dimension.name);
  }
}
