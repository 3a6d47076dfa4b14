import type { HTTPGraphQLRequest } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import type { Documents, Named } from './documents.ts';
import { persistedId } from './documents.ts';

/** A request as the GraphQL side takes it, and the hash by which its document was named, if it was. */
export interface Question {
  readonly request: HTTPGraphQLRequest;
  readonly documentId: string | undefined;
}

/**
 * Reads a request, and puts the text in the place of a hash that stands for a known document.
 * @throws CodedError DOCUMENT_UNKNOWN, DOCUMENT_NOT_TRUSTED
 */
export function questionOf(request: FastifyRequest, documents: Documents): Question {
  const { method, url, body } = request;
  const search = url.includes('?') ? url.slice(url.indexOf('?')) : '';
  const parameters = new URLSearchParams(search);
  const named = method === 'GET' ? namedIn(parameters) : namedInBody(body);
  const text = documents.textOf(named);
  const base = { method, headers: headersOf(request), search, body };
  const documentId = idOf(named);
  if (text === undefined) return { request: base, documentId };
  if (method === 'GET') return { request: { ...base, search: withText(parameters, text) }, documentId };
  return { request: { ...base, body: { ...without(body as object, NAMES), query: text } }, documentId };
}

/** Where a request may name its document by a hash. */
const NAMES: readonly string[] = ['documentId', 'extensions'];

function without(all: object, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !names.includes(name)));
}

function idOf({ documentId, extensions }: Named): string | undefined {
  return typeof documentId === 'string' ? documentId : persistedId(extensions);
}

function namedIn(parameters: URLSearchParams): Named {
  return {
    query: parameters.get('query') ?? undefined,
    documentId: parameters.get('documentId') ?? undefined,
    extensions: parsed(parameters.get('extensions')),
  };
}

function namedInBody(body: unknown): Named {
  return typeof body === 'object' && body !== null ? body : {};
}

/** What is no JSON is left for the GraphQL side to refuse. */
function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function withText(parameters: URLSearchParams, text: string): string {
  const changed = new URLSearchParams(parameters);
  for (const name of NAMES) changed.delete(name);
  changed.set('query', text);
  return `?${changed}`;
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  }
  return map;
}
