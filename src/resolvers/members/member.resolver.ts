import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/level.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { BadgeDay } from '../../facts/members/dates.ts';
import { badgesDue } from '../../facts/members/dates.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { MemberPage } from '../../loaders/members.ts';
import type { Day } from '../../periods/day.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import type { Connection } from '../connections/page.ts';
import { asksFor } from '../connections/asks-for.ts';
import { decodeNumberCursor, encodeCursor, pageSize } from '../connections/page.ts';
import { nodeOn } from '../organizations/node.ts';
import { Cell, GrassrootsOrganization } from '../organizations/organization.types.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { ON, WalkArgs } from '../organizations/walk-arguments.ts';
import { DateScalar } from '../scalars/date.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { BadgeDayEnum, BadgeDue } from './badge.type.ts';
import { MemberEvent } from './member-event.type.ts';
import { Member, MemberConnection } from './member.type.ts';

@Resolver(() => Member)
export class MemberResolver {
  @FieldResolver(() => PartyOrganization, {
    nullable: true,
    description: 'The cell that the member belongs to (chi bộ sinh hoạt); null on a day on which there is none.',
  })
  async cell(
    @Root() { row }: Member,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: Day | null | undefined,
    @Ctx() { loaders, snapshot: { tree }, today }: RequestContext,
  ): Promise<PartyOrganization | undefined> {
    const cellId = await loaders.cellByMember.load({ memberId: row.id, on: on ?? today });
    const cell = cellId === undefined ? undefined : tree.byId(cellId);
    return cell && nodeOn(tree, cell, on ?? today);
  }

  @FieldResolver(() => [MemberEvent], {
    description: 'What happened to the member (các sự kiện), the oldest first; of a period where one is given.',
  })
  async events(
    @Root() { row }: Member,
    @Arg('during', () => PeriodScalar, { nullable: true, description: 'The period (kỳ) that it happened in.' })
    during: Period | null | undefined,
    @Ctx() { loaders, snapshot: { tree } }: RequestContext,
  ): Promise<MemberEvent[]> {
    const days = during ? daysOf(during) : undefined;
    const rows = await loaders.eventsByMember.load(row.id);
    return rows
      .filter(({ on }) => !days || (days.from <= on && on < days.to))
      .map(({ cellId, ...event }) => {
        const cell = tree.byId(cellId);
        return { ...event, cell: cell ? nodeOn(tree, cell, event.on) : null };
      });
  }

  @FieldResolver(() => [BadgeDue], {
    description: 'The badges for years of membership that fall due in a period (Huy hiệu Đảng đến hạn).',
  })
  badgesDue(
    @Root() { row }: Member,
    @Arg('during', () => PeriodScalar, { description: 'The period (kỳ) that the day lies in.' }) during: Period,
    @Arg('by', () => BadgeDayEnum, {
      defaultValue: 'REACHED',
      description: 'Which day has to lie in the period (căn cứ ngày).',
    })
    by: BadgeDay,
  ): BadgeDue[] {
    const { from, to } = daysOf(during);
    return badgesDue(row.admittedOn, from, to, by);
  }
}

/** @throws CodedError PERIOD_MALFORMED for a term, whose days are not known */
function daysOf(period: Period): { readonly from: Day; readonly to: Day } {
  if (period.type === 'span') return period;
  const received = formatPeriod(period);
  throw new CodedError('PERIOD_MALFORMED', `Expected a period with known days, as 2023 or 2023-Q3; got ${received}.`, {
    expected: 'a year, quarter, month, day, or a span of days',
    received,
  });
}

const MEMBERS = 'Its members (đảng viên) that the viewer may see, in the order of their admission to the register.';

@Resolver(() => Cell)
export class CellMembersResolver {
  @Access('MEMBER_LEVEL')
  @FieldResolver(() => MemberConnection, { nullable: true, description: MEMBERS })
  async members(
    @Root() { unit }: PartyOrganization,
    @Args(() => WalkArgs) args: WalkArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Member>> {
    return membersOf(unit.id, args, context, info);
  }
}

@Resolver(() => GrassrootsOrganization)
export class GrassrootsMembersResolver {
  @Access('MEMBER_LEVEL')
  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: `${MEMBERS} Of a grassroots cell; a committee has none of its own.`,
  })
  async members(
    @Root() { unit }: PartyOrganization,
    @Args(() => WalkArgs) args: WalkArgs,
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Member>> {
    return membersOf(unit.id, args, context, info);
  }
}

/** Records are read, and the reading noted, only where they are asked for; the whole list is counted only then, too. */
async function membersOf(
  cellId: number,
  { on, first, after }: WalkArgs,
  { loaders, today }: RequestContext,
  info: GraphQLResolveInfo,
): Promise<Connection<Member>> {
  const [size, afterId] = [pageSize(first), decodeNumberCursor('members', after)];
  const key = { cellId, on: on ?? today };
  const entriesWanted = asksFor(info, ['nodes', 'edges']);
  const [page, ids] = await Promise.all([
    entriesWanted ? loaders.memberPages.load({ ...key, after: afterId, size }) : NO_ENTRIES,
    !entriesWanted || asksFor(info, ['totalCount']) ? loaders.memberIdsByCell.load(key) : [],
  ]);
  const edges = page.rows.map((row) => ({ cursor: encodeCursor('members', row.id), node: new Member(row) }));
  const rest = entriesWanted ? page.rows.map(({ id }) => id) : ids.filter((id) => id > afterId);
  const [start, end] = [rest[0], rest.slice(0, size).at(-1)];
  const pageInfo = {
    hasNextPage: entriesWanted ? page.hasMore : rest.length > size,
    hasPreviousPage: after != null,
    startCursor: start === undefined ? null : encodeCursor('members', start),
    endCursor: end === undefined ? null : encodeCursor('members', end),
  };
  return { edges, nodes: edges.map((edge) => edge.node), pageInfo, totalCount: ids.length };
}

const NO_ENTRIES: MemberPage = { rows: [], hasMore: false };
