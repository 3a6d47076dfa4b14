import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { DocumentNode } from 'graphql';
import { parse } from 'graphql';
import type { ErrorCode } from '../errors/catalogue.ts';
import { CodedError } from '../errors/coded-error.ts';
import { connectionTable } from '../export/connection.ts';
import type { ExportTable } from '../export/table.ts';
import { GRAPHQL_PATH } from './graphql-route.ts';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

/**
 * The connection that a request names by `query` and `variables`. Each page is asked for as the one who asks would ask for
 * it: the API's own limits, roles and records of readings hold.
 * @throws CodedError INPUT_INVALID, CONNECTION_MISSING
 */
export function askedConnection(app: FastifyInstance, request: FastifyRequest): ExportTable {
  const asked = request.query as Readonly<Record<string, string | undefined>>;
  const query = asked['query'] ?? '';
  const variables = variablesOf(asked['variables']);
  const { authorization } = request.headers;
  return connectionTable(documentOf(query), variables, async (page) => {
    const response = await app.inject({
      method: 'POST',
      url: GRAPHQL_PATH,
      headers: authorization === undefined ? {} : { authorization },
      payload: { query, variables: page },
    });
    return dataOf(response.json<Answer>());
  });
}

function dataOf({ data, errors }: Answer): unknown {
  const [error] = errors ?? [];
  if (!error) return data;
  throw new CodedError((error.extensions?.code ?? 'INPUT_INVALID') as ErrorCode, error.message);
}

function documentOf(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: 8_000 });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : '';
    throw new CodedError(
      'INPUT_INVALID',
      `Expected \`query\`, a question as GraphQL has it. ${message}`,
      {},
      { cause },
    );
  }
}

function variablesOf(text: string | undefined): Readonly<Record<string, unknown>> {
  if (text === undefined || text === '') return {};
  try {
    const found: unknown = JSON.parse(text);
    if (typeof found === 'object' && found !== null && !Array.isArray(found)) return found as Record<string, unknown>;
  } catch {
    // Told below, with what was expected.
  }
  throw new CodedError('INPUT_INVALID', 'Expected `variables`, a JSON object; got something else.');
}
