import type { ClassType } from 'type-graphql';
import { Directive, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import { PartyOrganization } from './party-organization.type.ts';

const KEYED = { implements: PartyOrganization };

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({ ...KEYED, description: 'The whole party (toàn Đảng): the root of the tree.' })
export class Nation extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  ...KEYED,
  description: 'The committee of a province or centrally run city (đảng bộ tỉnh, thành phố): tier 1.',
})
export class Province extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({ ...KEYED, description: 'The committee of a district (đảng bộ huyện): tier 2, until 30 June 2025.' })
export class District extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  ...KEYED,
  description: 'A bloc of agencies or enterprises (đảng bộ khối): tier 2, directly under a province.',
})
export class Bloc extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  ...KEYED,
  description:
    'The committee of a commune, ward or special zone (đảng bộ xã, phường, đặc khu): tier 2 from 1 July 2025.',
})
export class Commune extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  ...KEYED,
  description:
    'A grassroots organisation (tổ chức cơ sở đảng): a committee with cells (đảng bộ cơ sở), or a cell with members (chi bộ cơ sở).',
})
export class GrassrootsOrganization extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({
  ...KEYED,
  description: 'A section committee (đảng bộ bộ phận): between a grassroots committee and its cells.',
})
export class SectionCommittee extends PartyOrganization {}

@Access('PUBLIC')
@Directive('@key(fields: "id")')
@Directive('@key(fields: "code")')
@ObjectType({ ...KEYED, description: 'A cell (chi bộ trực thuộc): tier 4, to which members belong.' })
export class Cell extends PartyOrganization {}

/** The concrete types by their names in the schema. */
export const ORGANIZATION_TYPES: Readonly<Record<string, ClassType<PartyOrganization>>> = {
  Nation,
  Province,
  District,
  Bloc,
  Commune,
  GrassrootsOrganization,
  SectionCommittee,
  Cell,
};
