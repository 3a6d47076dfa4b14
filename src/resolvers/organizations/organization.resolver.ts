import { Arg, Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { Access } from '../../access/level.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { Connection } from '../connections/page.ts';
import { PartyOrganizationConnection, ProvinceConnection } from './connections.ts';
import { nodeOn, placementPage } from './node.ts';
import { Nation, Province } from './organization.types.ts';
import { PartyOrganization } from './party-organization.type.ts';
import { searchUnits } from './search.ts';
import { KindsWalkArgs, WalkArgs } from './walk-arguments.ts';

/** How many codes one question may name. */
const MAX_CODES = 1000;

@ArgsType()
class SearchArgs extends KindsWalkArgs {
  @Field(() => String, { description: 'Any part of the name (tên cần tìm), with or without diacritics.' })
  name!: string;
}

/** The ways into the tree. */
@Resolver()
export class OrganizationResolver {
  @Access('PUBLIC')
  @Query(() => PartyOrganization, {
    nullable: true,
    description: 'Any unit by its code (tổ chức đảng theo mã), living or retired.',
  })
  organization(
    @Arg('code', () => String, { description: 'The stable code (mã tổ chức).' }) code: string,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): PartyOrganization | undefined {
    const unit = tree.byCode(code);
    return unit && nodeOn(tree, unit, today);
  }

  @Access('PUBLIC')
  @Query(() => [PartyOrganization], {
    nullable: 'items',
    description:
      'Units by their codes (các tổ chức đảng theo mã). Null in the place of a code that is unknown; the order and the repeats of the question are kept.',
  })
  organizations(
    @Arg('codes', () => [String], { description: 'The stable codes (các mã tổ chức), at most 1000.' }) codes: string[],
    @Ctx() context: RequestContext,
  ): (PartyOrganization | null)[] {
    if (codes.length > MAX_CODES) {
      throw new CodedError('BATCH_TOO_LARGE', `Expected at most ${MAX_CODES} codes; got ${codes.length}.`);
    }
    return codes.map((code) => this.organization(code, context) ?? null);
  }

  @Access('PUBLIC')
  @Query(() => Nation, { description: 'The whole tree’s root (toàn Đảng).' })
  nation(@Ctx() { snapshot: { tree }, today }: RequestContext): PartyOrganization {
    return nodeOn(tree, tree.root, today);
  }

  @Access('PUBLIC')
  @Query(() => Province, {
    nullable: true,
    description: 'A provincial committee by its code (đảng bộ tỉnh, thành phố), living or retired.',
  })
  province(
    @Arg('code', () => String, { description: 'The stable code (mã tổ chức).' }) code: string,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): PartyOrganization | undefined {
    const unit = tree.byCode(code);
    const node = unit && nodeOn(tree, unit, today);
    return node?.kind === 'PROVINCE' ? node : undefined;
  }

  @Access('PUBLIC')
  @Query(() => ProvinceConnection, {
    description: 'The provincial committees (các đảng bộ tỉnh, thành phố): 63 until 30 June 2025, 34 since.',
  })
  provinces(
    @Args(() => WalkArgs) { on, ...page }: WalkArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<PartyOrganization> {
    const provinces = tree.childrenOn(tree.root, on ?? today).filter((placement) => placement.kind === 'PROVINCE');
    return placementPage(tree, 'provinces', provinces, page);
  }

  @Access('PUBLIC')
  @Query(() => PartyOrganizationConnection, {
    description:
      'Units by name (tìm tổ chức đảng theo tên), without regard to case or diacritics; best match first. With `on`, only those open on that day; else retired ones too.',
  })
  searchOrganizations(
    @Args(() => SearchArgs) args: SearchArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<PartyOrganization> {
    return searchUnits(tree, args, today);
  }
}
