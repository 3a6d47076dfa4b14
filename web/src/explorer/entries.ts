import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, isUnionType } from 'graphql';
import type { GraphQLField, GraphQLInterfaceType, GraphQLNamedType, GraphQLObjectType, GraphQLSchema } from 'graphql';
import type { KnownIndicator } from '../gallery/known-indicators.ts';

/** Something of the platform that a question can ask for. */
export interface Entry {
  readonly id: string;
  readonly name: string;
  /** Where it stands: the type of a field; empty for what is asked of any unit. */
  readonly of: string;
  readonly about: string;
  readonly wanted: Wanted;
}

/** A field of a type, or any field that gives a type; with what it is asked by, where that is certain. */
export interface Wanted {
  readonly type: string;
  /** Null for the type as a whole. */
  readonly field: string | null;
  readonly alias?: string;
  readonly values?: Readonly<Record<string, string>>;
}

type Asked = GraphQLObjectType | GraphQLInterfaceType;

/** Every field that a question can reach, once: those that an interface has stand there alone. Types beside them. */
export function entriesOf(schema: GraphQLSchema): readonly Entry[] {
  return reachable(schema).flatMap((type) => [
    ...typeEntry(type, schema),
    ...ownFields(type).map((field) => fieldEntry(type, field)),
  ]);
}

/** The types that questions lead to; those of changes and of their outcomes are none of them. */
function reachable(schema: GraphQLSchema): readonly Asked[] {
  const reached = new Set<GraphQLNamedType>();
  const open: GraphQLNamedType[] = [schema.getQueryType()].filter((type) => type != null);
  for (let type = open.pop(); type !== undefined; type = open.pop()) {
    if (reached.has(type) || !isCompositeType(type)) continue;
    reached.add(type);
    if (isAbstractType(type)) open.push(...schema.getPossibleTypes(type));
    if (isUnionType(type)) continue;
    const fields = Object.values(type.getFields()).filter(({ name }) => !name.startsWith('_'));
    open.push(...type.getInterfaces(), ...fields.map((field) => getNamedType(field.type)));
  }
  return [...reached].filter((type) => isObjectType(type) || isInterfaceType(type));
}

/** The indicators, each as a figure of a unit. */
export function indicatorEntries(indicators: readonly KnownIndicator[]): readonly Entry[] {
  return indicators.map(({ code, name, nameEn }) => ({
    id: `indicator ${code}`,
    name: code,
    of: '',
    about: `${name} · ${nameEn}`,
    wanted: {
      type: 'PartyOrganization',
      field: 'indicator',
      alias: code.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
      values: { code },
    },
  }));
}

function typeEntry(type: Asked, schema: GraphQLSchema): readonly Entry[] {
  if (type === schema.getQueryType()) return [];
  const wanted = { type: type.name, field: null };
  return [{ id: type.name, name: type.name, of: '', about: type.description ?? '', wanted }];
}

function fieldEntry(type: Asked, field: GraphQLField<unknown, unknown>): Entry {
  return {
    id: `${type.name}.${field.name}`,
    name: field.name,
    of: type.name,
    about: field.description ?? '',
    wanted: { type: type.name, field: field.name },
  };
}

function ownFields(type: Asked): readonly GraphQLField<unknown, unknown>[] {
  const inherited = new Set(type.getInterfaces().flatMap((parent) => Object.keys(parent.getFields())));
  return Object.values(type.getFields()).filter(
    ({ name, deprecationReason }) => !inherited.has(name) && !name.startsWith('_') && deprecationReason == null,
  );
}
