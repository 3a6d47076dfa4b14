import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { probationEnds } from '../../facts/members/dates.ts';
import type { MemberStatus, Sex } from '../../facts/members/member.ts';
import type { Day } from '../../periods/day.ts';
import type { MemberRow } from '../../loaders/members.ts';
import { Access, Audited } from '../../access/level.ts';
import { connectionType } from '../connections/connection-type.ts';
import { DateScalar } from '../scalars/date.ts';
import { MemberStatusEnum, SexEnum } from './enums.ts';

@Access('MEMBER_LEVEL')
@Audited()
@Directive('@key(fields: "id")')
@ObjectType({ description: 'A party member (đảng viên); readable with a member-level role only.' })
export class Member {
  constructor(readonly row: MemberRow) {}

  @Field(() => ID, { description: 'Stable identifier (mã đảng viên), never reused.' })
  get id(): string {
    return String(this.row.id);
  }

  @Field(() => String, { description: 'Full name (họ và tên).' })
  get fullName(): string {
    return this.row.fullName;
  }

  @Field(() => SexEnum, { description: 'Sex (giới tính).' })
  get sex(): Sex {
    return this.row.sex;
  }

  @Field(() => DateScalar, { description: 'Day of birth (ngày sinh).' })
  get bornOn(): Day {
    return this.row.bornOn;
  }

  @Field(() => String, { description: 'Code of the ethnic group (dân tộc), 01 to 54.' })
  get ethnicity(): string {
    return this.row.ethnicity;
  }

  @Field(() => String, { description: 'Level of education (trình độ học vấn, chuyên môn).' })
  get education(): string {
    return this.row.education;
  }

  @Field(() => String, { nullable: true, description: 'Level of political theory (trình độ lý luận chính trị).' })
  get politicalTheory(): string | null {
    return this.row.politicalTheory;
  }

  @Field(() => String, { description: 'Occupation group (nhóm nghề nghiệp).' })
  get occupation(): string {
    return this.row.occupation;
  }

  @Field(() => DateScalar, { description: 'Day of admission (ngày kết nạp).' })
  get admittedOn(): Day {
    return this.row.admittedOn;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Day of becoming official (ngày chính thức); null while probationary.',
  })
  get officialOn(): Day | null {
    return this.row.officialOn;
  }

  @Field(() => DateScalar, {
    description: 'The day on which probation ends or ended (hết thời gian dự bị): twelve months after admission.',
  })
  get probationEndsOn(): Day {
    return probationEnds(this.row.admittedOn);
  }

  @Field(() => MemberStatusEnum, { description: 'Standing (tình trạng).' })
  get status(): MemberStatus {
    return this.row.status;
  }

  @Field(() => Boolean, { description: 'Made up for demonstration: no such person (đảng viên giả lập).' })
  get synthetic(): boolean {
    return this.row.synthetic;
  }
}

export const MemberConnection = connectionType('Member', () => Member, 'members (các đảng viên)', 'MEMBER_LEVEL');
