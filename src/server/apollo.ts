import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { getOperationAST, GraphQLError } from 'graphql';
import type { Operation } from '../access/reading-log.ts';
import type { RequestContext } from '../loaders/context.ts';
import { CompiledExecutor } from './compiled-executor.ts';
import { formatErrorFor } from './format-error.ts';
import type { Exchange } from './http/exchange.ts';
import { HTTP_NOTES } from './http/notes.ts';
import type { Screen } from './limits/screen.ts';
import { withPlainErrors } from './plain-errors.ts';

/** Apollo Server over the schema: its pipeline, with queries run compiled. */
export function makeApollo(
  schema: GraphQLSchema,
  screen: Screen,
  onUnexpected: (error: unknown) => void,
): ApolloServer<Exchange> {
  const executor = new CompiledExecutor(schema);
  return new ApolloServer<Exchange>({
    gateway: {
      load: async () => ({
        executor: async ({ queryHash, document, request, context }) =>
          run(executor, screen, queryHash, document, request, context as Exchange),
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
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    // Automatic persisted queries stay in it, 30 MB of them.
    cache: 'bounded',
    formatError: formatErrorFor(onUnexpected),
  });
}

async function run(
  executor: CompiledExecutor,
  screen: Screen,
  queryHash: string,
  document: Parameters<CompiledExecutor['prepare']>[1],
  request: { operationName?: string; variables?: Readonly<Record<string, unknown>> },
  exchange: Exchange,
): Promise<ExecutionResult> {
  const prepared = executor.prepare(queryHash, document, request.operationName);
  let context: RequestContext | undefined;
  if (prepared.needsData) {
    try {
      context = await exchange.open();
      screen.checkCost(document, request.variables ?? {}, context.snapshot.tree.units.length);
    } catch (error) {
      return withoutData(error);
    }
  }
  const result = withPlainErrors(await prepared.run(context, request.variables ?? {}));
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
  const originalError = error instanceof Error ? error : new Error(String(error));
  return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
}
