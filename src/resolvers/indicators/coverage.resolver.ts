import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import type { Connection } from '../connections/page.ts';
import { PartyOrganizationConnection } from '../organizations/connections.ts';
import { unitPage } from '../organizations/node.ts';
import type { PartyOrganization } from '../organizations/party-organization.type.ts';
import { Coverage } from './coverage.type.ts';

@Resolver(() => Coverage)
export class CoverageResolver {
  @FieldResolver(() => PartyOrganizationConnection, {
    description: 'The units that are missing (các đơn vị chưa báo cáo), in the order of their codes.',
  })
  missing(
    @Root() { listMissing }: Coverage,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { snapshot: { tree }, today }: RequestContext,
  ): Connection<PartyOrganization> {
    return unitPage(tree, 'missing', listMissing(), today, page);
  }
}
