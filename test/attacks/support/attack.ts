import { connect } from 'node:net';
import type { IncomingHttpHeaders } from 'node:http';
import { request as httpRequest } from 'node:http';

/** What came back: a status of 0 where the connection was closed without an answer. */
export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Where a server is, and tokens that it takes. */
export interface Target {
  readonly url: string;
  readonly officer: string;
  readonly administrator: string;
}

/** One thing that is sent to a server to do it harm, and what has to come back. */
export interface Attack {
  readonly name: string;
  send(target: Target): Promise<Reply>;
  /** Codes of which the answer has at least one and no other; none where it is a plain answer. */
  readonly codes: readonly string[];
  /** Statuses of HTTP of which it has one; where absent, any that is no 500. */
  readonly status?: readonly number[];
}

/** Headers that a client of GraphQL sends. */
export const JSON_HEADERS = { 'content-type': 'application/json' } as const;

type Headers = Readonly<Record<string, string | string[]>>;

/** Sends one request over HTTP on a connection of its own. */
export async function exchange(
  url: string,
  { method = 'POST', headers = {}, body = '' }: { method?: string; headers?: Headers; body?: string | Buffer },
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      response.on('error', reject);
    });
    sent.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE'
        ? resolve({ status: 0, headers: {}, text: '' })
        : reject(error),
    );
    sent.end(body);
  });
}

/** Sends a path as it stands: `fetch` and `URL` would mend it. */
export async function exchangePath(
  url: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Headers } = {},
): Promise<Reply> {
  return overSocket(url, [
    `${method} ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${lines(headers)}\r\n`,
  ]);
}

function lines(headers: Headers): string {
  return Object.entries(headers)
    .flatMap(([name, value]) => [value].flat().map((each) => `${name}: ${each}\r\n`))
    .join('');
}

/** Writes pieces of bytes on a connection, and takes all that comes until it is closed or nothing comes any more. */
export async function overSocket(url: string, pieces: readonly (string | Buffer)[], quietMs = 4_000): Promise<Reply> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.setEncoding('latin1').on('data', (chunk: string) => (text += chunk));
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve()).on('error', () => resolve());
    socket.setTimeout(quietMs, () => resolve());
  });
  for (const piece of pieces) socket.write(piece);
  await closed;
  socket.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), headers: {}, text };
}

/** The codes of an answer's errors, each once. */
export function codesOf({ text }: Reply): string[] {
  const found = text.matchAll(/"extensions":\{"code":"([A-Z_]+)"/g);
  return [...new Set([...found].flatMap(([, code]) => code ?? []))];
}

/** A question, sent as any client sends it. */
export function question(name: string, query: string, codes: readonly string[], variables: unknown = {}): Attack {
  return {
    name,
    codes,
    send: ({ url }) => exchange(url, { headers: JSON_HEADERS, body: JSON.stringify({ query, variables }) }),
  };
}

/** A text many times over. */
export function times(count: number, text: (at: number) => string, between = ' '): string {
  return Array.from({ length: count }, (_, at) => text(at)).join(between);
}

/** Something within itself. */
export function nested(levels: number, open: string, within: string, close: string): string {
  return `${open.repeat(levels)}${within}${close.repeat(levels)}`;
}
