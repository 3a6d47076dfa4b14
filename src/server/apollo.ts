import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { GraphQLError } from 'graphql';
import type { RequestContext } from '../loaders/context.ts';
import { CompiledExecutor } from './compiled-executor.ts';
import { formatErrorFor } from './format-error.ts';
import { withPlainErrors } from './plain-errors.ts';

/** What Apollo carries along: how to get the request's context once it is known that data are needed. */
export interface LazyContext {
  open(): Promise<RequestContext>;
}

/** Apollo Server over the schema: its pipeline, with queries run compiled. */
export function makeApollo(schema: GraphQLSchema, onUnexpected: (error: unknown) => void): ApolloServer<LazyContext> {
  const executor = new CompiledExecutor(schema);
  return new ApolloServer<LazyContext>({
    gateway: {
      load: async () => ({
        executor: async ({ queryHash, document, request, context }) =>
          run(executor, queryHash, document, request, context as LazyContext),
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
    ],
    introspection: true,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    csrfPrevention: true,
    formatError: formatErrorFor(onUnexpected),
  });
}

async function run(
  executor: CompiledExecutor,
  queryHash: string,
  document: Parameters<CompiledExecutor['prepare']>[1],
  request: { operationName?: string; variables?: Readonly<Record<string, unknown>> },
  lazy: LazyContext,
): Promise<ExecutionResult> {
  const prepared = executor.prepare(queryHash, document, request.operationName);
  let context: RequestContext | undefined;
  if (prepared.needsData) {
    try {
      context = await lazy.open();
    } catch (error) {
      const originalError = error instanceof Error ? error : new Error(String(error));
      return { data: null, errors: [new GraphQLError(originalError.message, { originalError })] };
    }
  }
  return withPlainErrors(await prepared.run(context, request.variables ?? {}));
}

