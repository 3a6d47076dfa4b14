import { PrimaryKeyProp } from '@mikro-orm/core';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import type { ValidationForm } from './validation-rule.ts';

/** A rule that figures have to keep: data, as the catalogue is. */
@Entity({ tableName: 'validation_rule' })
export class ValidationRule {
  [PrimaryKeyProp]?: 'code';

  @PrimaryKey({ type: 'text' })
  code!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  nameEn!: string;

  @Property({ type: 'jsonb', columnType: 'jsonb' })
  rule!: ValidationForm;
}
