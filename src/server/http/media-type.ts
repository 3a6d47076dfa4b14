/** The media type of GraphQL over HTTP, whose status codes tell how the question fared. */
export const GRAPHQL_RESPONSE = 'application/graphql-response+json; charset=utf-8';

/** The older one: a question that was understood is answered with 200, whatever came of it. */
export const PLAIN_JSON = 'application/json; charset=utf-8';

/** The media type for an answer that is given before the question was looked at. */
export function answerType(accept: string | undefined): string {
  return accept?.includes('application/graphql-response+json') ? GRAPHQL_RESPONSE : PLAIN_JSON;
}

/**
 * The status of an answer as GraphQL over HTTP has it.
 * @param status what the GraphQL side gave; undefined where nothing went wrong
 * @param understood whether the request was read as GraphQL at all
 */
export function statusOf(status: number | undefined, contentType: string | undefined, understood: boolean): number {
  const refused = status === 400 && understood;
  return refused && contentType?.startsWith('application/json') ? 200 : (status ?? 200);
}
