import type { DocumentNode, ExecutionResult, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { execute, getOperationAST, GraphQLError, Kind } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import type { RequestContext } from '../loaders/context.ts';
import { writtenOut } from './written-out.ts';

/** A query made ready: how it runs, and whether it needs the database at all. */
interface Prepared {
  run(
    context: RequestContext | undefined,
    variables: Readonly<Record<string, unknown>>,
  ): Promise<ExecutionResult> | ExecutionResult;
  readonly needsData: boolean;
  readonly operation: OperationDefinitionNode;
}

/** How many queries are kept ready. */
const MAX_PREPARED = 1000;

/**
 * Fields that a query may have to be compiled, written out for each concrete type. Each level of organisations has
 * eight times those of the one above: five levels would fill the memory. What has more is run as it stands.
 */
const MAX_WRITTEN_OUT = 4000;

/** Fields that answer from the schema alone. */
const SCHEMA_FIELDS: ReadonlySet<string> = new Set(['__schema', '__type', '__typename', '_service']);

/**
 * Runs queries compiled: the resolvers are the schema's own, only the walk over the query is worked out
 * once for each text instead of once for each answer.
 */
export class CompiledExecutor {
  private readonly prepared = new Map<string, Prepared>();

  constructor(private readonly schema: GraphQLSchema) {}

  /** Makes a query ready, or finds it ready; `key` names its text. */
  prepare(key: string, document: DocumentNode, operationName: string | undefined): Prepared {
    const name = `${key}|${operationName ?? ''}`;
    const known = this.prepared.get(name);
    if (known) return known;
    const made = this.make(document, operationName);
    if (this.prepared.size >= MAX_PREPARED) this.forgetOldest();
    this.prepared.set(name, made);
    return made;
  }

  private make(document: DocumentNode, operationName: string | undefined): Prepared {
    const operation = getOperationAST(document, operationName);
    if (!operation) throw unresolved('Expected the `operationName` of one of the operations that were sent.');
    if (!this.schema.getRootType(operation.operation)) throw unresolved(`The schema has no ${operation.operation}.`);
    const needsData = readsData(operation);
    const isSmall = writtenOut(this.schema, document, operation) <= MAX_WRITTEN_OUT;
    const compiled = isSmall ? compileQuery(this.schema, document, operationName) : undefined;
    if (compiled && isCompiledQuery(compiled)) {
      return { needsData, operation, run: (context, variables) => compiled.query(undefined, context, variables) };
    }
    const { schema } = this;
    const plain = (contextValue: unknown, variableValues: Readonly<Record<string, unknown>>) =>
      execute({ schema, document, operationName, contextValue, variableValues });
    return { needsData, operation, run: plain };
  }

  private forgetOldest(): void {
    for (const oldest of this.prepared.keys()) {
      this.prepared.delete(oldest);
      return;
    }
  }
}

function unresolved(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
}

function readsData({ selectionSet }: OperationDefinitionNode): boolean {
  return selectionSet.selections.some((each) => each.kind !== Kind.FIELD || !SCHEMA_FIELDS.has(each.name.value));
}
