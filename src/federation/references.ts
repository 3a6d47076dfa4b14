import { requireLevel } from '../access/level.ts';
import type { RequestContext } from '../loaders/context.ts';
import { nodeOn } from '../resolvers/organizations/node.ts';
import { ORGANIZATION_TYPES } from '../resolvers/organizations/organization.types.ts';
import type { PartyOrganization } from '../resolvers/organizations/party-organization.type.ts';
import { TYPE_OF_KIND } from '../resolvers/organizations/party-organization.type.ts';
import { Indicator } from '../resolvers/indicators/indicator.type.ts';
import { Member } from '../resolvers/members/member.type.ts';
import type { Unit } from '../tree/unit.ts';

/** What another subgraph knows of an entity. */
export type Representation = Readonly<Record<string, unknown>>;
type Resolve = (representation: Representation, context: RequestContext) => object | null | Promise<object | null>;

/** The largest that an id of the database can be. */
const MAX_ID = 2_147_483_647;

/** A whole number as an ID or a JSON number gives it; undefined for what no row can have. */
function idOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,10}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= MAX_ID ? number : undefined;
}

function unitOf({ id, code }: Representation, { snapshot: { tree } }: RequestContext): Unit | undefined {
  if (typeof code === 'string') return tree.byCode(code);
  const number = idOf(id);
  return number === undefined ? undefined : tree.byId(number);
}

/** Any unit, as what it stands today. */
const organization: Resolve = (representation, context) => {
  const unit = unitOf(representation, context);
  return unit ? nodeOn(context.snapshot.tree, unit, context.today) : null;
};

/** A unit as the type that it was asked for by, if it ever was of that type: a cell of a commune may be a grassroots cell today. */
function organizationOfType(type: string): Resolve {
  return (representation, context) => {
    const unit = unitOf(representation, context);
    const placement = unit?.placements.findLast((each) => TYPE_OF_KIND[each.kind] === type);
    if (!unit || !placement) return null;
    const { tree } = context.snapshot;
    const node: PartyOrganization = nodeOn(tree, unit, context.today);
    return TYPE_OF_KIND[node.kind] === type ? node : nodeOn(tree, unit, Math.min(context.today, placement.to - 1));
  };
}

/** How each entity type is found by what another subgraph knows of it; null for what is unknown. */
export const REFERENCES: Readonly<Record<string, Resolve>> = {
  PartyOrganization: organization,
  ...Object.fromEntries(Object.keys(ORGANIZATION_TYPES).map((type) => [type, organizationOfType(type)])),
  AdministrativeUnit: ({ codeList, code }, { snapshot }) =>
    typeof codeList === 'string' && typeof code === 'string'
      ? (snapshot.administrativeUnits.find(codeList, code) ?? null)
      : null,
  Indicator: ({ code }, { snapshot }) => {
    const entry = typeof code === 'string' ? snapshot.catalogue.find(code) : undefined;
    return entry ? new Indicator(entry) : null;
  },
  SourceDocument: async ({ id }, { loaders }) =>
    typeof id === 'string' ? ((await loaders.sourceById.load(id)) ?? null) : null,
  Member: async ({ id }, { loaders, viewer }) => {
    requireLevel(viewer, 'MEMBER_LEVEL');
    const number = idOf(id);
    const row = number === undefined ? undefined : await loaders.memberById.load(number);
    return row ? new Member(row) : null;
  },
};
