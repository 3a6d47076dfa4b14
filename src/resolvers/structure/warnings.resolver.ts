import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/level.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Shortfall, WarningCode } from '../../facts/members/thresholds.ts';
import { shortfalls } from '../../facts/members/thresholds.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { Day } from '../../periods/day.ts';
import { memberCountOn } from '../../register/member-count.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { ON } from '../organizations/walk-arguments.ts';
import { DateScalar } from '../scalars/date.ts';
import { OrganizationWarning } from './warning.type.ts';

const TEXTS: Readonly<Record<WarningCode, (shortfall: Shortfall) => { text: string; textEn: string }>> = {
  CELL_BELOW_THREE_OFFICIAL_MEMBERS: ({ actual, threshold }) => ({
    text: `Chi bộ có ${actual} đảng viên chính thức, chưa đủ ${threshold}.`,
    textEn: `The cell has ${actual} official members of the ${threshold} that it needs.`,
  }),
  COMMITTEE_BELOW_THIRTY_MEMBERS: ({ actual, threshold }) => ({
    text: `Đảng bộ cơ sở có ${actual} đảng viên, chưa đủ ${threshold}.`,
    textEn: `The grassroots committee has ${actual} members of the ${threshold} that it needs.`,
  }),
};

/** Small counts of people: for those who may see the members. */
@Resolver(() => PartyOrganization)
export class WarningsResolver {
  @Access('MEMBER_LEVEL')
  @FieldResolver(() => [OrganizationWarning], {
    description:
      'What it falls short of on a day (cảnh báo), where its members are registered: three official members for a cell, thirty members for a grassroots committee.',
  })
  warnings(
    @Root() { unit }: PartyOrganization,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: Day | null | undefined,
    @Ctx() { snapshot: { tree, register }, today, members, viewer }: RequestContext,
  ): OrganizationWarning[] {
    if (!members.sees(unit.id))
      throw new CodedError('FORBIDDEN', `Expected a unit of one's own; got ${unit.code} as the role ${viewer.role}.`);
    const day = on ?? today;
    const count = memberCountOn(register, unit, day);
    const kind = tree.placementOn(unit, day)?.kind;
    if (!count || !kind) return [];
    return shortfalls(kind, count).map((shortfall) => ({ ...shortfall, ...TEXTS[shortfall.code](shortfall) }));
  }
}
