import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { BadgeDue as Due } from '../../facts/members/dates.ts';
import { BADGE_DAYS } from '../../facts/members/dates.ts';
import type { Day } from '../../periods/day.ts';
import { enumOf } from '../enum-of.ts';
import { DateScalar } from '../scalars/date.ts';

export const BadgeDayEnum = enumOf(BADGE_DAYS);
registerEnumType(BadgeDayEnum, {
  name: 'BadgeDay',
  description: 'The day that a badge is due by (căn cứ ngày xét Huy hiệu Đảng).',
  valuesConfig: {
    REACHED: { description: 'The day on which the years are full (ngày đủ tuổi Đảng).' },
    AWARD: { description: 'The first of 3 February, 19 May, 2 September and 7 November from then on (đợt trao tặng).' },
  },
});

@Access('MEMBER_LEVEL')
@ObjectType({ description: 'A badge that a member has the years for (Huy hiệu Đảng đến hạn).' })
export class BadgeDue implements Due {
  @Field(() => Int, { description: 'The years of membership (số năm tuổi Đảng): 30, 40, 45, 50 … 90.' })
  years!: Due['years'];

  @Field(() => DateScalar, { description: 'The day on which the years are full (ngày đủ tuổi Đảng).' })
  reachedOn!: Day;

  @Field(() => DateScalar, { description: 'The day on which it is handed over (đợt trao tặng).' })
  awardOn!: Day;
}
