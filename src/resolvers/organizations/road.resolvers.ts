import type { ClassType } from 'type-graphql';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../loaders/context.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import type { Connection } from '../connections/page.ts';
import {
  BlocConnection,
  CellConnection,
  CommuneConnection,
  DistrictConnection,
  GrassrootsOrganizationConnection,
  ProvinceConnection,
  SectionCommitteeConnection,
} from './connections.ts';
import { allBelow, placementPage } from './node.ts';
import {
  Bloc,
  Commune,
  District,
  GrassrootsOrganization,
  Nation,
  Province,
  SectionCommittee,
} from './organization.types.ts';
import type { PartyOrganization } from './party-organization.type.ts';
import { WalkArgs } from './walk-arguments.ts';

/** One stretch of the nested road: from a type, by a field, to what hangs below of some kinds. */
interface Stretch {
  readonly from: ClassType<PartyOrganization>;
  readonly field: string;
  readonly kinds: readonly OrganizationKind[];
  readonly connection: ClassType<Connection<PartyOrganization>>;
  /** Directly below, or at any depth. */
  readonly depth: 'DIRECT' | 'ANY';
  readonly description: string;
}

const GRASSROOTS: Omit<Stretch, 'from'> = {
  field: 'grassrootsOrganizations',
  kinds: ['GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL'],
  connection: GrassrootsOrganizationConnection,
  depth: 'DIRECT',
  description: 'Its grassroots organisations (tổ chức cơ sở đảng trực thuộc).',
};
const CELLS: Omit<Stretch, 'from'> = {
  field: 'cells',
  kinds: ['CELL'],
  connection: CellConnection,
  depth: 'ANY',
  description: 'All cells below it (các chi bộ trực thuộc), those of section committees included.',
};

const ROAD: readonly Stretch[] = [
  {
    from: Nation,
    field: 'provinces',
    kinds: ['PROVINCE'],
    connection: ProvinceConnection,
    depth: 'DIRECT',
    description: 'The provincial committees (các đảng bộ tỉnh, thành phố).',
  },
  {
    from: Province,
    field: 'districts',
    kinds: ['DISTRICT'],
    connection: DistrictConnection,
    depth: 'DIRECT',
    description: 'Its district committees (các đảng bộ huyện); none since 1 July 2025.',
  },
  {
    from: Province,
    field: 'blocs',
    kinds: ['BLOC'],
    connection: BlocConnection,
    depth: 'DIRECT',
    description: 'Its blocs (các đảng bộ khối).',
  },
  {
    from: Province,
    field: 'communes',
    kinds: ['COMMUNE'],
    connection: CommuneConnection,
    depth: 'DIRECT',
    description: 'Its commune committees (các đảng bộ xã, phường, đặc khu); from 1 July 2025.',
  },
  { from: Province, ...GRASSROOTS },
  { from: District, ...GRASSROOTS },
  { from: Bloc, ...GRASSROOTS },
  { from: Commune, ...GRASSROOTS },
  {
    from: GrassrootsOrganization,
    field: 'sectionCommittees',
    kinds: ['SECTION_COMMITTEE'],
    connection: SectionCommitteeConnection,
    depth: 'DIRECT',
    description: 'Its section committees (các đảng bộ bộ phận).',
  },
  { from: GrassrootsOrganization, ...CELLS },
  { from: SectionCommittee, ...CELLS },
];

/** The resolvers of the nested road, one class for each stretch. */
export const ROAD_RESOLVERS = ROAD.map(roadResolver);

function roadResolver({ from, field, kinds, connection, depth, description }: Stretch): ClassType {
  const wanted = new Set(kinds);

  // The method has the field's name: by its name type-graphql tells the resolvers of one type apart.
  @Resolver(() => from)
  class RoadResolver {
    @FieldResolver(() => connection, { description })
    [field](
      @Root() { unit }: PartyOrganization,
      @Args(() => WalkArgs) { on, ...page }: WalkArgs,
      @Ctx() { snapshot: { tree }, today }: RequestContext,
    ): Connection<PartyOrganization> {
      const day = on ?? today;
      const direct = (): ReturnType<typeof allBelow> =>
        tree.childrenOn(unit, day).filter((placement) => wanted.has(placement.kind));
      return placementPage(tree, field, depth === 'ANY' ? allBelow(tree, unit, day, wanted) : direct(), page);
    }
  }
  return RoadResolver;
}
