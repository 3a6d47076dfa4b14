import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import type { AnswerError, TestServer } from '../../support/server.ts';
import { signedToken } from '../../support/tokens.ts';

/** What is told of an import. */
export interface Job {
  readonly id: string;
  readonly state: string;
  readonly step: string;
  readonly rows: number;
  readonly rowsPerSecond: number | null;
  readonly secondsLeft: number | null;
  readonly rejectedFile: string | null;
  readonly report: {
    readonly outcome: string;
    readonly created: number;
    readonly rejected: number;
    readonly causes: readonly { readonly code: string; readonly rows: readonly number[] }[];
  } | null;
}

export interface Sent {
  readonly status: number;
  readonly job: Job | undefined;
  readonly codes: readonly unknown[];
}

/** Who sends, as a token says; undefined for the public. */
export type Claims = { readonly role: string; readonly unit?: string; readonly subject?: string } | undefined;

export const JOB =
  'id state step rows rowsPerSecond secondsLeft rejectedFile report { outcome created rejected causes { code rows } }';
export const IMPORT = `mutation Bring($file: Upload!, $acceptValid: Boolean) { importFile(file: $file, acceptValid: $acceptValid) { ${JOB} } }`;
const PREFLIGHT = { 'apollo-require-preflight': 'true' };

/** Sends a file as the multipart convention has it; parts can be other than it has them. */
export async function sendFile(
  { url }: Pick<TestServer, 'url'>,
  content: string | Uint8Array<ArrayBuffer>,
  claims: Claims,
  own: { headers?: Record<string, string>; map?: string; operations?: string; acceptValid?: boolean } = {},
): Promise<Sent> {
  const form = new FormData();
  const variables = { file: null, acceptValid: own.acceptValid ?? false };
  form.set('operations', own.operations ?? JSON.stringify({ query: IMPORT, variables }));
  form.set('map', own.map ?? '{"0":["variables.file"]}');
  form.set('0', new Blob([content]), 'report.csv');
  const authorization: Record<string, string> = claims ? { authorization: `Bearer ${await signedToken(claims)}` } : {};
  const response = await fetch(url, {
    method: 'POST',
    body: form,
    headers: { ...(own.headers ?? PREFLIGHT), ...authorization },
  });
  const { data, errors = [] } = (await response.json()) as {
    data?: { importFile: Job } | null;
    errors?: AnswerError[];
  };
  return { status: response.status, job: data?.importFile, codes: errors.map(({ extensions }) => extensions.code) };
}

/** The folders of files that servers of this machine have taken and not taken away yet. */
export async function uploads(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('dangbo-upload-'));
}

/** What is left of files that came since; they are taken away just after the answer, and others may send some, too. */
export async function leftOver(before: readonly string[]): Promise<string[]> {
  for (let turn = 0; turn < 100; turn += 1) {
    const left = (await uploads()).filter((name) => !before.includes(name));
    if (left.length === 0) return [];
    await wait(50);
  }
  return uploads();
}
