import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { AdministrativeUnit } from './administrative-unit.type.ts';
import { nodeOn } from './node.ts';
import { PartyOrganization } from './party-organization.type.ts';

@Resolver(() => AdministrativeUnit)
export class AdministrativeUnitResolver {
  @Access('PUBLIC')
  @Query(() => AdministrativeUnit, {
    nullable: true,
    description:
      'A unit of state administration by its code list and code (đơn vị hành chính); null where there is none.',
  })
  administrativeUnit(
    @Arg('codeList', () => String, { description: 'VN-2024 or VN-2025 (danh mục mã).' }) codeList: string,
    @Arg('code', () => String, { description: 'The code in that list (mã số).' }) code: string,
    @Ctx() { snapshot }: RequestContext,
  ): AdministrativeUnit | undefined {
    return snapshot.administrativeUnits.find(codeList, code);
  }

  @FieldResolver(() => PartyOrganization, {
    nullable: true,
    description: 'The party organisation that belongs to it (tổ chức đảng tương ứng).',
  })
  organization(
    @Root() { organizationId }: AdministrativeUnit,
    @Ctx() { snapshot, today }: RequestContext,
  ): PartyOrganization | undefined {
    const unit = organizationId === null ? undefined : snapshot.tree.byId(organizationId);
    return unit && nodeOn(snapshot.tree, unit, today);
  }
}
