import { type AnswerError, AnswerFailed } from './errors.ts';
import type { TypedDocumentString } from './generated/graphql.ts';

export interface ClientOptions {
  /** Address of the API: https://…/graphql */
  readonly url: string;
  /** Sent with every request, as an authorization is. Asked for anew each time where it is a function. */
  readonly headers?: Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);
  /** Takes the place of the platform's own fetch. */
  readonly fetch?: typeof fetch;
}

/** Asks the API: a document of this package, or one of your own code generator's of the same kind. */
export type Ask = <Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  ...rest: Variables extends Readonly<Record<string, never>>
    ? [variables?: Variables, options?: AskOptions]
    : [variables: Variables, options?: AskOptions]
) => Promise<Result>;

export interface AskOptions {
  readonly signal?: AbortSignal;
}

/**
 * Makes the function that asks. A document with a hash is asked for by it, with GET: the server knows the
 * text, and browsers and proxies keep the answer as long as the server says that it still holds. A server
 * that does not know the hash is sent the text.
 * @throws AnswerFailed if the answer has errors; what fetch throws if there is none
 */
export function createClient({ url, headers = {}, fetch: send = fetch }: ClientOptions): Ask {
  const own = (): Readonly<Record<string, string>> => (typeof headers === 'function' ? headers() : headers);
  return async (document, ...[variables, options]) => {
    const hash = hashOf(document);
    if (hash !== undefined) {
      try {
        return await read(await send(addressOf(url, hash, variables), { ...options, headers: { ...ASKED, ...own() } }));
      } catch (error) {
        if (!(error instanceof AnswerFailed && error.has('DOCUMENT_UNKNOWN'))) throw error;
      }
    }
    const body = JSON.stringify({ query: document.toString(), variables });
    return read(await send(url, { ...options, method: 'POST', headers: { ...ASKED, ...own() }, body }));
  };
}

const ASKED = {
  accept: 'application/graphql-response+json, application/json;q=0.9',
  // On GET, too: it shows that no other site made the browser ask.
  'content-type': 'application/json',
};

function hashOf(document: { readonly __meta__?: Readonly<Record<string, unknown>> | undefined }): string | undefined {
  const hash = document.__meta__?.['hash'];
  return typeof hash === 'string' ? hash : undefined;
}

function addressOf(url: string, hash: string, variables: unknown): string {
  const asked = new URLSearchParams({ documentId: hash });
  if (variables !== undefined) asked.set('variables', JSON.stringify(variables));
  return `${url}?${asked}`;
}

async function read<Result>(response: Response): Promise<Result> {
  const answer = await bodyOf(response);
  const { data, errors } = answer;
  if (errors !== undefined && errors.length > 0) throw new AnswerFailed(errors, response.status, data);
  return data as Result;
}

async function bodyOf(response: Response): Promise<{ data?: unknown; errors?: readonly AnswerError[] }> {
  const text = await response.text();
  try {
    return JSON.parse(text) as { data?: unknown; errors?: readonly AnswerError[] };
  } catch {
    const message = `Expected an answer of GraphQL; got status ${response.status} and text that is none.`;
    return { errors: [{ message }] };
  }
}
