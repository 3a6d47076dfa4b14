import { buildSubgraphSchema } from '@apollo/subgraph';
import type { GraphQLResolverMap } from '@apollo/subgraph';
import type { GraphQLField, GraphQLFieldResolver, GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  isEnumType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  parse,
} from 'graphql';
import { getMetadataStorage } from 'type-graphql';
import { guardFields } from '../access/guard.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { RequestContext } from '../loaders/context.ts';
import { typeOfOrganization } from '../resolvers/organizations/party-organization.type.ts';
import type { Method } from './direct-calls.ts';
import { directCall } from './direct-calls.ts';
import { answerEachEntity } from './entities.ts';
import { buildClassSchema, printSubgraph } from './printed-schema.ts';
import { REFERENCES } from './references.ts';

/** The subgraph as it is served, and its text. */
export interface Subgraph {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
}

/**
 * Builds the subgraph as it is served: each field held to its level of access.
 * @param isPublished whether `_service` gives the schema’s text to anybody
 */
export async function buildSubgraph(isPublished = true): Promise<Subgraph> {
  const subgraph = await buildOpenSubgraph();
  guardFields(subgraph.schema);
  if (!isPublished) serviceOf(subgraph.schema).resolve = refuseText;
  return subgraph;
}

function refuseText(): never {
  throw new CodedError('FORBIDDEN', 'Expected a question for data; this server shows its schema to nobody.');
}

/** type-graphql's schema, printed and built again with `_service` and `_entities`; nothing is held back in it. */
export async function buildOpenSubgraph(): Promise<Subgraph> {
  const classSchema = await buildClassSchema();
  const sdl = printSubgraph(classSchema);
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolversOf(classSchema) }]);
  for (const type of Object.values(classSchema.getTypeMap())) copyExtensions(type, schema);
  servePublished(schema, sdl);
  answerEachEntity(schema);
  return { schema, sdl };
}

/** Gateways get the text that is published, without what the library adds to it. */
function servePublished(schema: GraphQLSchema, sdl: string): void {
  serviceOf(schema).resolve = () => ({ sdl });
}

function serviceOf(schema: GraphQLSchema): GraphQLField<unknown, RequestContext> {
  const service: GraphQLField<unknown, RequestContext> | undefined = schema.getQueryType()?.getFields()['_service'];
  if (!service) throw new Error('the subgraph has no _service');
  return service;
}

type TypeResolvers = Record<string, unknown>;

function resolversOf(classSchema: GraphQLSchema): GraphQLResolverMap<RequestContext> {
  const written = writtenFields();
  const resolvers: Record<string, unknown> = {};
  for (const type of Object.values(classSchema.getTypeMap())) {
    if (isIntrospectionType(type) || isSpecifiedScalarType(type)) continue;
    if (isScalarType(type)) resolvers[type.name] = type;
    if (isObjectType(type)) resolvers[type.name] = { ...fieldResolvers(type, written), ...referenceOf(type) };
    // type-graphql's own way to the concrete type is a promise, which a compiled query does not wait for.
    if (isInterfaceType(type)) resolvers[type.name] = { __resolveType: typeOfOrganization, ...referenceOf(type) };
  }
  return resolvers as GraphQLResolverMap<RequestContext>;
}

function referenceOf(type: GraphQLNamedType): TypeResolvers {
  const resolve = REFERENCES[type.name];
  return resolve ? { __resolveReference: resolve } : {};
}

/**
 * Fields that are a property of their object need no resolver: the default one reads it, and a compiled
 * query reads it without a call.
 */
function fieldResolvers(
  type: GraphQLNamedType,
  written: ReadonlyMap<string, Method>,
): Record<string, GraphQLFieldResolver<unknown, RequestContext>> {
  if (!isObjectType(type)) return {};
  const names = [type.name, ...type.getInterfaces().map((each) => each.name)];
  const resolvers: Record<string, GraphQLFieldResolver<unknown, RequestContext>> = {};
  for (const [field, { resolve }] of Object.entries(type.getFields())) {
    const method = names.map((name) => written.get(`${name}.${field}`)).find((each) => each !== undefined);
    if (resolve && method) resolvers[field] = directCall(method) ?? resolve;
  }
  return resolvers;
}

/** The methods of resolvers by `Type.field`. */
function writtenFields(): ReadonlyMap<string, Method> {
  const { fieldResolvers, queries, mutations, objectTypes, interfaceTypes } = getMetadataStorage();
  const names = new Map([...objectTypes, ...interfaceTypes].map((type) => [type.target, type.name]));
  const written = new Map<string, Method>();
  for (const method of fieldResolvers) {
    const name = method.getObjectType && names.get(method.getObjectType());
    if (name && !isGetter(method)) written.set(`${name}.${method.schemaName}`, method);
  }
  for (const method of queries) written.set(`Query.${method.schemaName}`, method);
  for (const method of mutations) written.set(`Mutation.${method.schemaName}`, method);
  return written;
}

/** A property that works itself out when it is read: type-graphql takes it for a method, which is called by name. */
function isGetter({ target, methodName, schemaName }: Method & { readonly schemaName: string }): boolean {
  const { prototype } = target as { readonly prototype: object };
  return schemaName === methodName && Object.getOwnPropertyDescriptor(prototype, methodName)?.get !== undefined;
}

/** The way through text loses enum defaults and extensions: both are put back. */
function copyExtensions(from: GraphQLNamedType, schema: GraphQLSchema): void {
  const to = schema.getType(from.name);
  if (!to || isEnumType(from)) return;
  Object.assign(to.extensions, from.extensions);
  if (isObjectType(from) && isObjectType(to)) {
    const fields = to.getFields();
    for (const [name, field] of Object.entries(from.getFields())) {
      const same = fields[name];
      if (same) same.extensions = { ...same.extensions, ...field.extensions };
    }
  }
}
