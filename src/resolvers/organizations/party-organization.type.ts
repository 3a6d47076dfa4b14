import { Directive, Field, ID, InterfaceType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Day } from '../../periods/day.ts';
import { NO_END, NO_START } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import type { Unit } from '../../tree/unit.ts';
import { DateScalar } from '../scalars/date.ts';
import { OrganizationKindEnum } from './enums.ts';

/** The type that a kind of organisation has in the schema. */
export const TYPE_OF_KIND: Readonly<Record<OrganizationKind, string>> = {
  NATION: 'Nation',
  PROVINCE: 'Province',
  DISTRICT: 'District',
  BLOC: 'Bloc',
  COMMUNE: 'Commune',
  GRASSROOTS_COMMITTEE: 'GrassrootsOrganization',
  GRASSROOTS_CELL: 'GrassrootsOrganization',
  SECTION_COMMITTEE: 'SectionCommittee',
  CELL: 'Cell',
};

/** The name of the concrete type of an organisation. */
export function typeOfOrganization({ kind }: { readonly kind: OrganizationKind }): string {
  return TYPE_OF_KIND[kind];
}

/** A unit as it stands on the day that it was reached for: its kind may change with its place. */
@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@InterfaceType({
  description: 'Any unit of the tree (tổ chức đảng).',
  resolveType: typeOfOrganization,
})
export abstract class PartyOrganization {
  constructor(
    readonly unit: Unit,
    kind: OrganizationKind,
  ) {
    this.kind = kind;
  }

  @Field(() => OrganizationKindEnum, {
    description: 'Its kind (loại tổ chức) on the day of the tree that it was reached on.',
  })
  readonly kind: OrganizationKind;

  @Field(() => ID, { description: 'Stable identifier (mã định danh), never reused.' })
  get id(): string {
    return String(this.unit.id);
  }

  @Field(() => String, { description: 'Stable code (mã tổ chức), never reused: T49, H509, X20644, 2025-X20650.' })
  get code(): string {
    return this.unit.code;
  }

  @Field(() => String, { description: 'Vietnamese name (tên gọi).' })
  get name(): string {
    return this.unit.name;
  }

  @Field(() => DateScalar, { nullable: true, description: 'First day (ngày thành lập); null where it is not known.' })
  get openedOn(): Day | null {
    return this.unit.openedOn === NO_START ? null : this.unit.openedOn;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day on which it was no more (ngày kết thúc hoạt động); null while it lives.',
  })
  get closedOn(): Day | null {
    return this.unit.closedOn === NO_END ? null : this.unit.closedOn;
  }

  @Field(() => Boolean, {
    description: 'Whether it, or its members, were made up for demonstration (dữ liệu giả lập).',
  })
  get synthetic(): boolean {
    return this.unit.synthetic;
  }
}
