import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { MemberEventKind } from '../../facts/members/member.ts';
import { MEMBER_EVENT_KINDS } from '../../facts/members/member.ts';
import type { Day } from '../../periods/day.ts';
import { enumOf } from '../enum-of.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DateScalar } from '../scalars/date.ts';

export const MemberEventKindEnum = enumOf(MEMBER_EVENT_KINDS);
registerEnumType(MemberEventKindEnum, {
  name: 'MemberEventKind',
  description: 'What happened to a member (loại sự kiện của đảng viên).',
  valuesConfig: {
    ADMISSION: { description: 'Admitted (kết nạp).' },
    BECOMING_OFFICIAL: { description: 'Became official (chuyển đảng chính thức).' },
    TRANSFER_IN: { description: 'Came from another cell (chuyển sinh hoạt đến).' },
    TRANSFER_OUT: { description: 'Went to another cell (chuyển sinh hoạt đi).' },
    DISCIPLINE: { description: 'Disciplined (kỷ luật).' },
    AWARD: { description: 'Honoured (khen thưởng).' },
    BADGE: { description: 'Given a badge for years of membership (Huy hiệu Đảng).' },
    LEAVING: { description: 'Left (ra khỏi Đảng).' },
  },
});

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'Something dated that happened to a member (sự kiện của đảng viên).' })
export class MemberEvent {
  @Field(() => MemberEventKindEnum, { description: 'What it was (loại sự kiện).' })
  kind!: MemberEventKind;

  @Field(() => DateScalar, { description: 'On which day (ngày).' })
  on!: Day;

  @Field(() => String, {
    nullable: true,
    description: 'The form of a discipline, the years of a badge, the reason of leaving (chi tiết).',
  })
  detail!: string | null;

  @Field(() => PartyOrganization, { nullable: true, description: 'The cell of that day (chi bộ).' })
  cell!: PartyOrganization | null;
}
