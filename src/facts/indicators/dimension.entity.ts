import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { Indicator } from './indicator.entity.ts';

/** One value that a dimension can have. */
export interface DimensionValue {
  readonly value: string;
  readonly nameVi: string;
  readonly nameEn: string;
  /** Values that this one stands for together: a total takes either it or them. */
  readonly covers?: readonly string[];
}

/** A way of dividing figures: by form, by authority, by subject. */
@Entity({ tableName: 'dimension' })
export class Dimension {
  [PrimaryKeyProp]?: 'name';

  @PrimaryKey({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameVi!: string;

  @Property({ type: 'text' })
  descriptionEn!: string;

  @Property({ type: 'jsonb', columnType: 'jsonb' })
  valueList!: DimensionValue[];

  /** Whether the list of values is all that there can be. */
  @Property({ type: 'boolean' })
  closed!: boolean;
}

/** That an indicator is divided by a dimension, and whether the parts add up to its total. */
@Entity({ tableName: 'indicator_dimension' })
export class IndicatorDimensionLink {
  @ManyToOne(() => Indicator, { primary: true, deleteRule: 'cascade' })
  indicator!: Indicator;

  @ManyToOne(() => Dimension, { primary: true, deleteRule: 'cascade' })
  dimension!: Dimension;

  @Property({ type: 'boolean' })
  addsUp!: boolean;
}
