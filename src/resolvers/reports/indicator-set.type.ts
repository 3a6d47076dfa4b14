import { Field, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { CatalogueSet } from '../../loaders/snapshot/catalogue.ts';

@Access('PUBLIC')
@ObjectType({ description: 'Indicators that are reported together (biểu mẫu báo cáo).' })
export class IndicatorSet {
  constructor(readonly entry: CatalogueSet) {}

  @Field(() => String, { description: 'Its code (mã biểu mẫu).' })
  get code(): string {
    return this.entry.code;
  }

  @Field(() => String, { description: 'Vietnamese name (tên biểu mẫu).' })
  get name(): string {
    return this.entry.name;
  }

  @Field(() => String, { description: 'English name (tên tiếng Anh).' })
  get nameEn(): string {
    return this.entry.nameEn;
  }
}
