import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql';
import type { Operation } from '../access/reading-log.ts';
import type { Shows } from '../config.ts';
import type { RequestContext } from '../loaders/context.ts';
import { CompiledExecutor } from './compiled-executor.ts';
import { formatErrorFor } from './format-error.ts';
import type { Exchange } from './http/exchange.ts';
import { HTTP_NOTES } from './http/notes.ts';
import type { Screen } from './limits/screen.ts';
import { withPlainErrors } from './plain-errors.ts';

const MAX_VALIDATION_ERRORS = 20;

/** Apollo Server over the schema: its pipeline, with queries run compiled. */
export function makeApollo(
  schema: GraphQLSchema,
  screen: Screen,
  { introspection, suggestions }: Pick<Shows, 'introspection' | 'suggestions'>,
  onUnexpected: (error: unknown) => void,
): ApolloServer<Exchange> {
  const executor = new CompiledExecutor(schema);
  return new ApolloServer<Exchange>({
    gateway: {
      load: async () => ({
        executor: async ({ queryHash, document, request, context }) =>
          run(executor, screen, { queryHash, document, request, exchange: context as Exchange }),
      }),
      onSchemaLoadOrUpdate: (listener) => {
        listener({ apiSchema: schema, coreSupergraphSdl: '' });
        return () => undefined;
      },
      stop: async () => undefined,
    },
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      ApolloServerPluginSchemaReportingDisabled(),
      HTTP_NOTES,
    ],
    introspection,
    // Few errors tell what is wrong; all of them would cost more than the question.
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS, hideSuggestions: !suggestions },
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    // Automatic persisted queries stay in it, 30 MB of them.
    cache: 'bounded',
    formatError: formatErrorFor(onUnexpected, suggestions),
  });
}

interface Asked {
  readonly queryHash: string;
  readonly document: DocumentNode;
  readonly request: { readonly operationName?: string; readonly variables?: Readonly<Record<string, unknown>> };
  readonly exchange: Exchange;
}

async function run(
  executor: CompiledExecutor,
  screen: Screen,
  { queryHash, document, request, exchange }: Asked,
): Promise<ExecutionResult> {
  const variables = request.variables ?? {};
  let context: RequestContext | undefined;
  let result: ExecutionResult;
  try {
    const prepared = executor.prepare(queryHash, document, request.operationName);
    if (prepared.needsData) context = await exchange.open();
    const writes = prepared.operation.operation === OperationTypeNode.MUTATION;
    // What is changed is looked at where it is changed, before and after.
    if (writes && context?.spread) await context.changes.after();
    screen.checkCost(document, prepared.operation, variables, context?.snapshot.tree.units.length ?? Infinity);
    result = withPlainErrors(await prepared.run(context, variables));
    if (writes && context?.spread) await context.changes.after();
  } catch (error) {
    return withoutData(error);
  }
  if (!context || context.members.readings.isEmpty) return result;
  const name = getOperationAST(document, request.operationName)?.name?.value ?? null;
  return recorded(result, context, { name, document: queryHash });
}

/** The answer, once it is written down whose records are in it; without that, no answer. */
async function recorded(
  result: ExecutionResult,
  { members }: RequestContext,
  operation: Operation,
): Promise<ExecutionResult> {
  try {
    await members.record(operation);
    return result;
  } catch (error) {
    return withoutData(error);
  }
}

function withoutData(error: unknown): ExecutionResult {
  if (error instanceof GraphQLError) return { errors: [error] };
  const originalError = error instanceof Error ? error : new Error(String(error));
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}
