import type { World } from './world.ts';

/** What came back for a question. */
export interface Told {
  readonly data: unknown;
  /** Codes of the errors; UNCODED for one without a code of its own. */
  readonly codes: readonly string[];
  /** There was no answer: the connection broke. */
  readonly isBroken: boolean;
}

interface Body {
  readonly data?: unknown;
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const BROKEN: Told = { data: null, codes: [], isBroken: true };
const SEEN = 'dangbo-seen';

/** Somebody who asks, and hands on what was seen so far, as a browser does with its cookie. */
export class Client {
  private next = 0;
  private seen: string | undefined;

  constructor(private readonly world: World) {}

  /** Asks as an administrator, at one address after the other. */
  ask(query: string, variables: object = {}): Promise<Told> {
    return this.send(JSON.stringify({ query, variables }), { 'content-type': 'application/json' });
  }

  /** Sends a file with a mutation that has the variable `file`. */
  upload(query: string, text: string): Promise<Told> {
    const form = new FormData();
    form.set('operations', JSON.stringify({ query, variables: { file: null } }));
    form.set('map', '{"0":["variables.file"]}');
    form.set('0', new Blob([text]), 'report.csv');
    return this.send(form, { 'apollo-require-preflight': 'true' });
  }

  private async send(body: string | FormData, own: Readonly<Record<string, string>>): Promise<Told> {
    const { urls, token } = this.world;
    const url = urls[(this.next += 1) % urls.length] ?? '';
    const headers = { ...own, authorization: `Bearer ${token}`, ...(this.seen && { [SEEN]: this.seen }) };
    try {
      const response = await fetch(url, { method: 'POST', body, headers });
      const { data = null, errors = [] } = (await response.json()) as Body;
      this.seen = response.headers.get(SEEN) ?? this.seen;
      return { data, codes: errors.map(({ extensions }) => codeOf(extensions?.code)), isBroken: false };
    } catch {
      return BROKEN;
    }
  }
}

export const UNCODED = 'UNCODED';

function codeOf(code: string | undefined): string {
  return code === undefined || code === 'INTERNAL_SERVER_ERROR' ? UNCODED : code;
}
