import { createGraphiQLFetcher } from '@graphiql/toolkit';
import type { Fetcher, FetcherParams } from '@graphiql/toolkit';
import { keptToken } from './token.ts';

/** The address of the GraphQL endpoint, beside the folder that this page is served from. */
export const ENDPOINT = new URL('../graphql', document.baseURI).href;

/** Headers with the access token of this tab, where there is one. */
export function headersWithToken(headers: Readonly<Record<string, string>>): Record<string, string> {
  const token = keptToken();
  return token === null ? { ...headers } : { ...headers, authorization: `Bearer ${token}` };
}

/**
 * Sends a question to the platform that served this page, and to nobody else. What a person wrote under Headers stands
 * above the kept token.
 */
export const fetchAnswer: Fetcher = (question, options) =>
  createGraphiQLFetcher({ url: ENDPOINT, headers: headersWithToken({}) })(withOwnName(question), options);

/** GraphiQL learns the name of an operation a moment after it was typed; until then it would send that of the one before. */
function withOwnName(question: FetcherParams): FetcherParams {
  const { operationName, ...rest } = question;
  return operationName == null || question.query.includes(operationName) ? question : rest;
}
