import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import type { Day } from '../../periods/day.ts';
import type { Connection } from '../connections/page.ts';
import { connectionOf, decodeNumberCursor, encodeCursor, pageSize } from '../connections/page.ts';
import { nodeOn } from '../organizations/node.ts';
import { Cell, GrassrootsOrganization } from '../organizations/organization.types.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { ON, WalkArgs } from '../organizations/walk-arguments.ts';
import { DateScalar } from '../scalars/date.ts';
import { Member, MemberConnection } from './member.type.ts';

@Resolver(() => Member)
export class MemberResolver {
  @FieldResolver(() => PartyOrganization, { nullable: true, description: 'The cell that the member belongs to (chi bộ sinh hoạt); null on a day on which there is none.' })
  async cell(
    @Root() { row }: Member,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: Day | null | undefined,
    @Ctx() { loaders, snapshot: { tree }, today }: RequestContext,
  ): Promise<PartyOrganization | undefined> {
    const cellId = await loaders.cellByMember.load({ memberId: row.id, on: on ?? today });
    const cell = cellId === undefined ? undefined : tree.byId(cellId);
    return cell && nodeOn(tree, cell, on ?? today);
  }
}

const MEMBERS = 'Its members (đảng viên), in the order of their admission to the register.';

@Resolver(() => Cell)
export class CellMembersResolver {
  @FieldResolver(() => MemberConnection, { description: MEMBERS })
  async members(@Root() { unit }: PartyOrganization, @Args(() => WalkArgs) args: WalkArgs, @Ctx() context: RequestContext): Promise<Connection<Member>> {
    return membersOf(unit.id, args, context);
  }
}

@Resolver(() => GrassrootsOrganization)
export class GrassrootsMembersResolver {
  @FieldResolver(() => MemberConnection, { description: `${MEMBERS} Of a grassroots cell; a committee has none of its own.` })
  async members(@Root() { unit }: PartyOrganization, @Args(() => WalkArgs) args: WalkArgs, @Ctx() context: RequestContext): Promise<Connection<Member>> {
    return membersOf(unit.id, args, context);
  }
}

async function membersOf(cellId: number, { on, first, after }: WalkArgs, { loaders, today }: RequestContext): Promise<Connection<Member>> {
  const page = await loaders.membersByCell.load({
    cellId,
    on: on ?? today,
    first: pageSize(first),
    afterId: decodeNumberCursor('members', after),
  });
  const edges = page.rows.map((row) => ({ cursor: encodeCursor('members', row.id), node: new Member(row) }));
  return connectionOf(edges, { hasNextPage: page.hasNext, hasPreviousPage: after != null, totalCount: page.totalCount });
}
