import { Field, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { WarningCode } from '../../facts/members/thresholds.ts';
import { WarningCodeEnum } from './enums.ts';

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'Something that an organisation falls short of (cảnh báo): it warns, and refuses nothing.' })
export class OrganizationWarning {
  @Field(() => WarningCodeEnum, { description: 'What it is (nội dung).' })
  code!: WarningCode;

  @Field(() => String, { description: 'In Vietnamese (nội dung bằng tiếng Việt).' })
  text!: string;

  @Field(() => String, { description: 'In English (nội dung bằng tiếng Anh).' })
  textEn!: string;

  @Field(() => Int, { description: 'How many there are (số hiện có).' })
  actual!: number;

  @Field(() => Int, { description: 'How many there should be at least (số tối thiểu).' })
  threshold!: number;
}
