import { Arg, Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import type { Day } from '../../periods/day.ts';
import type { Connection } from '../connections/page.ts';
import { DateScalar } from '../scalars/date.ts';
import { AdministrativeUnit } from './administrative-unit.type.ts';
import { PartyOrganizationConnection } from './connections.ts';
import { nodeOn, placementPage } from './node.ts';
import { PartyOrganization } from './party-organization.type.ts';
import { successionOf } from './succession.ts';
import { Succession } from './succession.type.ts';
import { KindsWalkArgs, ON } from './walk-arguments.ts';

/** The fields that every organisation has for walking the tree. */
@Resolver(() => PartyOrganization)
export class TreeResolver {
  @FieldResolver(() => AdministrativeUnit, {
    nullable: true,
    description:
      'The unit of state administration that it belongs to (đơn vị hành chính); the newest, where there were several.',
  })
  adminUnit(@Root() { unit }: PartyOrganization, @Ctx() { snapshot }: RequestContext): AdministrativeUnit | undefined {
    return snapshot.administrativeUnits.ofOrganization(unit.id);
  }

  @FieldResolver(() => PartyOrganization, {
    nullable: true,
    description:
      'The unit above (tổ chức đảng cấp trên trực tiếp); null for the nation, and on a day on which it was not open.',
  })
  parent(
    @Root() { unit }: PartyOrganization,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: Day | null | undefined,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): PartyOrganization | undefined {
    const parent = tree.parentOn(unit, on ?? today);
    return parent && nodeOn(tree, parent, on ?? today);
  }

  @FieldResolver(() => [PartyOrganization], {
    description: 'All units above (các tổ chức đảng cấp trên), from the nearest up to the nation.',
  })
  ancestors(
    @Root() { unit }: PartyOrganization,
    @Arg('on', () => DateScalar, { nullable: true, description: ON }) on: Day | null | undefined,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): PartyOrganization[] {
    return tree.ancestorsOn(unit, on ?? today).map((ancestor) => nodeOn(tree, ancestor, on ?? today));
  }

  @FieldResolver(() => PartyOrganizationConnection, {
    description: 'The units directly below (tổ chức đảng trực thuộc), in the order of their codes.',
  })
  children(
    @Root() { unit }: PartyOrganization,
    @Args(() => KindsWalkArgs) { on, kinds, ...page }: KindsWalkArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<PartyOrganization> {
    const below = tree.childrenOn(unit, on ?? today);
    const wanted = kinds ? below.filter((placement) => kinds.includes(placement.kind)) : below;
    return placementPage(tree, 'children', wanted, page);
  }

  @FieldResolver(() => [Succession], { description: 'Which organisations it took the place of (tổ chức tiền thân).' })
  predecessors(@Root() { unit }: PartyOrganization, @Ctx() { snapshot: { tree } }: RequestContext): Succession[] {
    return tree.predecessorsOf(unit).map((link) => successionOf(tree, link));
  }

  @FieldResolver(() => [Succession], { description: 'What became of it (tổ chức kế tục); empty while it lives.' })
  successors(@Root() { unit }: PartyOrganization, @Ctx() { snapshot: { tree } }: RequestContext): Succession[] {
    return tree.successorsOf(unit).map((link) => successionOf(tree, link));
  }
}
