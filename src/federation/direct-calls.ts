import type { GraphQLFieldResolver, GraphQLResolveInfo } from 'graphql';
import type { ClassType, getMetadataStorage } from 'type-graphql';
import type { RequestContext } from '../loaders/context.ts';

type Resolve = GraphQLFieldResolver<unknown, RequestContext, Readonly<Record<string, unknown>>>;
type Resolvers = ReturnType<typeof getMetadataStorage>['fieldResolvers'];
type Param = NonNullable<Resolvers[number]['params']>[number];
type Read = (
  root: unknown,
  args: Readonly<Record<string, unknown>>,
  context: RequestContext,
  info: GraphQLResolveInfo,
) => unknown;

/** The part of type-graphql's notes on a method that a call needs. */
export interface Method {
  readonly target: unknown;
  readonly methodName: string;
  readonly params?: readonly Param[];
  readonly middlewares?: readonly unknown[];
  /** 'internal': a method of the type's own class. */
  readonly kind?: string;
}

const instances = new Map<unknown, Record<string, (...params: unknown[]) => unknown>>();

/**
 * Calls a resolver's method straight away, with the parameters that its decorators name. type-graphql itself
 * waits a turn for every argument, in case a validator were set, which costs more than most methods do.
 * Undefined for a method with a middleware or a parameter of its own making.
 */
export function directCall({ target, methodName, params = [], middlewares = [], kind }: Method): Resolve | undefined {
  if (kind === 'internal' || middlewares.length > 0 || typeof target !== 'function') return undefined;
  const reads: Read[] = [];
  for (const param of params) {
    const read = readerOf(param);
    if (!read) return undefined;
    reads[param.index] = read;
  }
  const instance = instanceOf(target as ClassType<Record<string, (...params: unknown[]) => unknown>>);
  return (root, args, context, info) => instance[methodName]?.(...reads.map((read) => read(root, args, context, info)));
}

function instanceOf(target: ClassType<Record<string, (...params: unknown[]) => unknown>>) {
  const known = instances.get(target) ?? new target();
  instances.set(target, known);
  return known;
}

function readerOf(param: Param): Read | undefined {
  switch (param.kind) {
    case 'root': {
      const { propertyName, getType } = param;
      // A root of a declared type would be made into one.
      if (getType) return undefined;
      return propertyName === undefined ? (root) => root : (root) => (root as Record<string, unknown>)[propertyName];
    }
    case 'context': {
      const { propertyName } = param;
      return propertyName === undefined
        ? (_root, _args, context) => context
        : (_root, _args, context) => context[propertyName as keyof RequestContext];
    }
    case 'info':
      return (_root, _args, _context, info) => info;
    case 'arg': {
      const { name } = param;
      return (_root, args) => args[name];
    }
    case 'args': {
      const Arguments = param.getType() as ClassType<object>;
      return (_root, args) => Object.assign(new Arguments(), args);
    }
    case 'custom':
    case 'pubSub':
      return undefined;
  }
}
