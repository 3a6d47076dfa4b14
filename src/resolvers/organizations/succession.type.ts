import { Field, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Day } from '../../periods/day.ts';
import type { SuccessionKind } from '../../tree/unit.ts';
import { DateScalar } from '../scalars/date.ts';
import { SuccessionKindEnum } from './enums.ts';
import { PartyOrganization } from './party-organization.type.ts';

@Access('PUBLIC')
@ObjectType({
  description:
    'What became of an organisation (quan hệ kế tục): the old one, the one that took its place, how, and when.',
})
export class Succession {
  @Field(() => PartyOrganization, { description: 'The organisation that was (tổ chức cũ).' })
  from!: PartyOrganization;

  @Field(() => PartyOrganization, {
    nullable: true,
    description: 'The organisation that took its place (tổ chức mới); null where none did.',
  })
  to!: PartyOrganization | null;

  @Field(() => SuccessionKindEnum, { description: 'How (hình thức).' })
  kind!: SuccessionKind;

  @Field(() => DateScalar, { description: 'The first day on which it was so (ngày có hiệu lực).' })
  on!: Day;
}
