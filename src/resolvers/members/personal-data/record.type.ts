import { Field, ObjectType } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import type { HeldCorrection, HeldReading } from '../../../access/personal-data/held.ts';
import type { Day } from '../../../periods/day.ts';
import { PartyOrganization } from '../../organizations/party-organization.type.ts';
import { DateTimeScalar } from '../../scalars/date-time.ts';
import { DateScalar } from '../../scalars/date.ts';
import { MemberEvent } from '../member-event.type.ts';
import { Member } from '../member.type.ts';

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'A cell that a member was in, and when (quá trình sinh hoạt).' })
export class MemberStay {
  @Field(() => PartyOrganization, { nullable: true, description: 'The cell (chi bộ).' })
  cell!: PartyOrganization | null;

  @Field(() => DateScalar, { nullable: true, description: 'First day (từ ngày).' })
  from!: Day | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day (đến ngày); null while it goes on.' })
  to!: Day | null;
}

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'A correction of a member’s record (đính chính), with what stood there before.' })
export class MemberCorrection implements HeldCorrection {
  @Field(() => DateTimeScalar, { description: 'When (thời điểm).' })
  at!: Date;

  @Field(() => String, { description: 'Who corrected it (người đính chính).' })
  subject!: string;

  @Field(() => String, { description: 'The field (trường thông tin).' })
  field!: string;

  @Field(() => String, { nullable: true, description: 'What stood there before (giá trị cũ).' })
  before!: string | null;

  @Field(() => String, { nullable: true, description: 'What stands there since (giá trị mới).' })
  after!: string | null;

  @Field(() => String, { description: 'Why (lý do).' })
  reason!: string;
}

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'A reading of a member’s record (lượt truy cập hồ sơ).' })
export class MemberReading implements HeldReading {
  @Field(() => DateTimeScalar, { description: 'When (thời điểm).' })
  at!: Date;

  @Field(() => String, { description: 'Who read it (người truy cập).' })
  subject!: string;

  @Field(() => String, { description: 'As what (vai trò).' })
  role!: string;

  @Field(() => String, { nullable: true, description: 'Of which unit (đơn vị), by its code.' })
  unit!: string | null;

  @Field(() => [String], { description: 'The fields that were read (các trường đã xem).' })
  fields!: readonly string[];

  @Field(() => String, { nullable: true, description: 'The name of the question (tên thao tác).' })
  operation!: string | null;
}

@Access('MEMBER_LEVEL')
@ObjectType({
  description: 'Everything that is held about a member (toàn bộ dữ liệu cá nhân đang lưu giữ), for the member.',
})
export class MemberRecord {
  @Field(() => Member, { description: 'The record itself (hồ sơ).' })
  member!: Member;

  @Field(() => [MemberStay], { description: 'In which cells (các chi bộ đã sinh hoạt), the first one first.' })
  stays!: MemberStay[];

  @Field(() => [MemberEvent], { description: 'What happened (các sự kiện), the first one first.' })
  events!: MemberEvent[];

  @Field(() => [MemberCorrection], { description: 'What was corrected (các đính chính), the first one first.' })
  corrections!: readonly MemberCorrection[];

  @Field(() => [MemberReading], { description: 'Who read it (các lượt truy cập), the first one first.' })
  readings!: readonly MemberReading[];
}
