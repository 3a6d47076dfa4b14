import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { IndicatorKind, RatioDefinition } from './indicator.ts';
import { INDICATOR_KINDS } from './indicator.ts';

/** An entry of the catalogue: what is counted, and how it combines. */
@Entity({ tableName: 'indicator' })
export class Indicator {
  [PrimaryKeyProp]?: 'code';

  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  @Property({ type: 'text' })
  description!: string;

  @Property({ type: 'text' })
  descriptionEn!: string;

  @Enum({ items: () => [...INDICATOR_KINDS], nativeEnumName: 'indicator_kind' })
  kind!: IndicatorKind;

  @Property({ type: 'text' })
  unit!: string;

  /** By which other indicators a ratio is recomputed; null where its parts come with each fact. */
  @Property({ type: 'jsonb', columnType: 'jsonb', nullable: true })
  definition: RatioDefinition | null = null;
}
