import { registerEnumType } from 'type-graphql';
import { MEMBER_STATUSES, SEXES } from '../../facts/members/member.ts';
import { enumOf } from '../enum-of.ts';

export const SexEnum = enumOf(SEXES);
registerEnumType(SexEnum, {
  name: 'Sex',
  description: 'Sex (giới tính).',
  valuesConfig: { FEMALE: { description: 'Female (nữ).' }, MALE: { description: 'Male (nam).' } },
});

export const MemberStatusEnum = enumOf(MEMBER_STATUSES);
registerEnumType(MemberStatusEnum, {
  name: 'MemberStatus',
  description: 'Standing of a member (tình trạng đảng viên).',
  valuesConfig: {
    PROBATIONARY: { description: 'Probationary (dự bị).' },
    OFFICIAL: { description: 'Official (chính thức).' },
    LEFT: { description: 'No longer a member (không còn là đảng viên).' },
  },
});
