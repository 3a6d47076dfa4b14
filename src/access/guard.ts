import type { GraphQLField, GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from 'graphql';
import { defaultFieldResolver, isIntrospectionType, isObjectType } from 'graphql';
import type { MemberAccess } from './member-access.ts';
import type { AccessLevel } from './level.ts';
import { declaredLevel, requireLevel } from './level.ts';
import type { Viewer } from './viewer.ts';

/** What the guard needs of a request's context. */
export interface Guarded {
  readonly viewer: Viewer;
  readonly members: MemberAccess;
}

type Resolve = GraphQLFieldResolver<unknown, Guarded>;

/** What federation adds: the schema's text is public, and entities are guarded one by one. */
const OF_FEDERATION: ReadonlySet<string> = new Set(['Query._service', 'Query._entities', '_Service.sdl']);

/**
 * The one place that holds fields to their levels: whatever road leads to a field, it is the same field. What is
 * public is left as it is, and costs nothing.
 */
export function guardFields(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || isIntrospectionType(type)) continue;
    const fields: readonly GraphQLField<unknown, Guarded>[] = Object.values(type.getFields());
    for (const field of fields) guardField(type, field);
  }
}

function guardField(type: GraphQLObjectType, field: GraphQLField<unknown, Guarded>): void {
  if (OF_FEDERATION.has(`${type.name}.${field.name}`)) return;
  const level = levelOfField(type, field) ?? 'ADMINISTRATOR';
  const isAudited = type.extensions['audited'] === true;
  if (level === 'PUBLIC' && !isAudited) return;
  const resolve: Resolve = field.resolve ?? defaultFieldResolver;
  const { name } = field;
  const guarded: Resolve = (source, args, context, info) => {
    requireLevel(context.viewer, level);
    if (isAudited) context.members.readings.note(Number((source as { readonly id: string }).id), name);
    return resolve(source, args, context, info);
  };
  field.resolve = guarded;
}

/** The level of a field: its own, or its type's, or that of an interface that the type implements. */
export function levelOfField(
  type: GraphQLObjectType,
  field: Pick<GraphQLField<unknown, unknown>, 'name' | 'type' | 'extensions'>,
): AccessLevel | undefined {
  return declaredLevel(field.extensions) ?? levelOfType(type);
}

/** The level of a type; undefined where neither it nor an interface of its declares one. */
export function levelOfType(type: GraphQLObjectType): AccessLevel | undefined {
  return [type, ...type.getInterfaces()]
    .map((each) => declaredLevel(each.extensions))
    .find((level) => level !== undefined);
}
