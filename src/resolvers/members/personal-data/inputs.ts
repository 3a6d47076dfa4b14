import { Field, ID, InputType } from 'type-graphql';
import type { Sex } from '../../../facts/members/member.ts';
import type { Day } from '../../../periods/day.ts';
import { DateScalar } from '../../scalars/date.ts';
import { SexEnum } from '../enums.ts';

@InputType({ description: 'Whose data, and why (yêu cầu về dữ liệu cá nhân).' })
export class PersonalDataInput {
  @Field(() => ID, { description: 'The member (mã đảng viên).' })
  id!: string;

  @Field(() => String, { description: 'Why: the request or the decision (căn cứ).' })
  reason!: string;
}

@InputType({
  description: 'What a member’s record should say (nội dung đính chính); what is not given stays as it is.',
})
export class CorrectMemberInput extends PersonalDataInput {
  @Field(() => String, { nullable: true, description: 'Full name (họ và tên).' })
  fullName?: string | null;

  @Field(() => SexEnum, { nullable: true, description: 'Sex (giới tính).' })
  sex?: Sex | null;

  @Field(() => DateScalar, { nullable: true, description: 'Day of birth (ngày sinh).' })
  bornOn?: Day | null;

  @Field(() => String, { nullable: true, description: 'Code of the ethnic group (dân tộc), 01 to 54.' })
  ethnicity?: string | null;

  @Field(() => String, { nullable: true, description: 'Level of education (trình độ học vấn, chuyên môn).' })
  education?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Level of political theory (trình độ lý luận chính trị); null takes it away.',
  })
  politicalTheory?: string | null;

  @Field(() => String, { nullable: true, description: 'Occupation group (nhóm nghề nghiệp).' })
  occupation?: string | null;
}
