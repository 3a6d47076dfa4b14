import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CodedError, shown } from '../../errors/coded-error.ts';

/** The folder of manifests: JSON files that code generators wrote, `{ "sha256:…": "query …" }`. */
const FOLDER = fileURLToPath(new URL('../../../trusted-documents', import.meta.url));

/** What of a request names the document to run; the text of a POST's body or of a GET's parameters. */
export interface Named {
  readonly query?: unknown;
  readonly documentId?: unknown;
  readonly extensions?: unknown;
}

/** The documents that are known by their hashes. */
export class Documents {
  /**
   * @param texts by `sha256:` and the hash of the text
   * @param trustedOnly whether nothing else is run
   */
  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly trustedOnly: boolean,
  ) {}

  /** The names of the operations in them. */
  get operationNames(): ReadonlySet<string> {
    const names = [...this.texts.values()].flatMap((text) =>
      [...text.matchAll(/\b(?:query|mutation)\s+(\w+)/g)].flatMap(([, name]) => name ?? []),
    );
    return new Set(names);
  }

  /** Reads the manifests. @throws Error if one of them is none */
  static async load(trustedOnly: boolean, folder = FOLDER): Promise<Documents> {
    const files = (await readdir(folder)).filter((file) => file.endsWith('.json'));
    const manifests = await Promise.all(files.map(async (file) => readManifest(join(folder, file))));
    return new Documents(new Map(manifests.flat()), trustedOnly);
  }

  /**
   * The text that a request names by a hash; undefined where it brings a text of its own, or where the
   * hash is for automatic persisted queries to know.
   * @throws CodedError DOCUMENT_UNKNOWN, DOCUMENT_NOT_TRUSTED, DOCUMENT_HASH_WRONG
   */
  textOf({ query, documentId, extensions }: Named): string | undefined {
    const id = documentId ?? persistedId(extensions);
    const text = typeof id === 'string' ? this.texts.get(id.startsWith('sha256:') ? id : `sha256:${id}`) : undefined;
    if (text !== undefined) return text;
    if (documentId != null) throw unknown(documentId);
    if (this.trustedOnly && !(typeof query === 'string' && this.texts.has(`sha256:${sha256(query)}`)))
      throw notTrusted();
    checkHash(query, extensions);
    return undefined;
  }
}

/** The hash that a request of automatic persisted queries names. */
export function persistedId(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { persistedQuery?: { sha256Hash?: unknown } };
  return typeof persistedQuery?.sha256Hash === 'string' ? persistedQuery.sha256Hash : undefined;
}

/** What automatic persisted queries would keep under a hash has to be the text of that hash. */
function checkHash(query: unknown, extensions: unknown): void {
  const { persistedQuery } = (extensions ?? {}) as {
    persistedQuery?: { version?: unknown; sha256Hash?: unknown } | null;
  };
  if (persistedQuery == null) return;
  const { version, sha256Hash } = persistedQuery;
  const fits = typeof query !== 'string' || query === '' || sha256(query) === sha256Hash;
  if (version === 1 && typeof sha256Hash === 'string' && fits) return;
  throw new CodedError(
    'DOCUMENT_HASH_WRONG',
    'Expected `persistedQuery` of the version 1, with the SHA-256 of the text in `query`; got another.',
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readManifest(path: string): Promise<[string, string][]> {
  const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
  const entries = Object.entries((manifest ?? {}) as Record<string, unknown>);
  return entries.map(([id, text]) => {
    if (typeof text === 'string' && id === `sha256:${sha256(text)}`) return [id, text];
    throw new Error(`${path}: ${id} is not the hash of its text`);
  });
}

function unknown(id: unknown): CodedError {
  return new CodedError(
    'DOCUMENT_UNKNOWN',
    `Expected the hash of a document that this server knows; got ${shown(id)}.`,
    {
      expected: 'a `documentId` of a manifest, sha256:…',
      received: shown(id),
    },
  );
}

function notTrusted(): CodedError {
  return new CodedError(
    'DOCUMENT_NOT_TRUSTED',
    'Expected the hash of a known document in `documentId`: this server runs no others.',
  );
}
