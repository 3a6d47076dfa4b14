import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { StructureOperation } from './structure-operation.type.ts';

/** What was decided about an organisation. */
@Resolver(() => PartyOrganization)
export class StructureHistoryResolver {
  @FieldResolver(() => [StructureOperation], {
    description:
      'The operations that made or changed it (các quyết định sắp xếp), in the order of their days, as far as they were entered one by one.',
  })
  async structureOperations(
    @Root() { unit }: PartyOrganization,
    @Ctx() { loaders }: RequestContext,
  ): Promise<StructureOperation[]> {
    const rows = await loaders.structureOperationsByOrganization.load(unit.id);
    return rows.map((row) => ({ ...row, id: String(row.id) }));
  }
}
