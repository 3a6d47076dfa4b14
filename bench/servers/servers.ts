import { readFile } from 'node:fs/promises';
import type { Asked, GraphqlRequest, Question } from '../questions/question.ts';
import { fileURLToPath } from 'node:url';
import type { Launched } from './launch.ts';
import { launch } from './launch.ts';
import { signIn } from './sign-in.ts';

export const SERVER_NAMES = ['dangbo', 'PostGraphile', 'mercurius', 'bare SQL', 'echo'] as const;
export type ServerName = (typeof SERVER_NAMES)[number];

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly path: string;
  readonly body: string;
}

/** A server that answers the questions. */
export interface Server extends Launched {
  readonly name: ServerName;
  /** Sent with every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** @param key names question and variables; the echo answers by it */
  request(asked: Asked, key: string): WireRequest;
  /** Brings an answer into the form in which all can be compared; undefined where that makes no sense. */
  read(question: Question, json: unknown): unknown;
}

/** All servers may use as many connections to the database as dangbo does. */
export const POOL_SIZE = 10;

/** Starts dangbo the way `npm start` does, on a database that is there. */
export async function startDangbo(databaseUrl: string, flags = ''): Promise<Server> {
  const { scripts } = JSON.parse(await readFile(new URL('../../package.json', import.meta.url), 'utf8')) as {
    scripts: { start: string };
  };
  const command = scripts.start.replace(/^exec /, '').replace(/^node /, `"${process.execPath}" ${flags} `);
  const { environment, token } = await signIn();
  const launched = await launch(command, {
    ...environment,
    DATABASE_URL: databaseUrl,
    PORT: '0',
    DANGBO_SCALE: 'none',
    // The peers write no line for each request either.
    LOG_LEVEL: 'warn',
  });
  return {
    ...launched,
    headers: { authorization: `Bearer ${token}` },
    ...graphql(
      'dangbo',
      launched.url,
      (asked) => asked.dangbo,
      (question, data) => question.readDangbo(data),
    ),
  };
}

/** Starts a peer on the same database. */
export async function startPeer(name: Exclude<ServerName, 'dangbo'>, databaseUrl: string): Promise<Server> {
  const file = fileURLToPath(new URL(`../peers/${FILES[name]}.ts`, import.meta.url));
  const launched = await launch(`"${process.execPath}" "${file}"`, {
    DATABASE_URL: databaseUrl,
    POOL_SIZE: String(POOL_SIZE),
    GRAPHILE_ENV: 'production',
  });
  const readPeer = (question: Question, data: unknown): unknown => question.readPeer(Object.values(data as object)[0]);
  switch (name) {
    case 'PostGraphile':
      return { ...launched, headers: {}, ...graphql(name, launched.url, (asked) => asked.postgraphile, readPeer) };
    case 'mercurius':
      return { ...launched, headers: {}, ...graphql(name, launched.url, (asked) => asked.mercurius, readPeer) };
    case 'bare SQL':
      return {
        ...launched,
        name,
        headers: {},
        request: (asked) => ({ path: '/', body: JSON.stringify(asked.sql) }),
        read: (question, json) => question.readPeer(json),
      };
    case 'echo':
      return {
        ...launched,
        name,
        headers: {},
        request: (asked, key) => ({ path: `/${key}`, body: JSON.stringify(asked.dangbo) }),
        read: () => undefined,
      };
  }
}

const FILES = { PostGraphile: 'postgraphile', mercurius: 'mercurius', 'bare SQL': 'bare-sql', echo: 'echo' } as const;

function graphql(
  name: ServerName,
  url: string,
  request: (asked: Asked) => GraphqlRequest,
  read: (question: Question, data: unknown) => unknown,
): Pick<Server, 'name' | 'request' | 'read'> {
  const path = new URL(url).pathname;
  return {
    name,
    request: (asked) => ({ path, body: JSON.stringify(request(asked)) }),
    read: (question, json) => {
      const { data, errors } = json as { data?: unknown; errors?: unknown };
      if (errors !== undefined)
        throw new Error(`${name} answers ${question.id} with ${JSON.stringify(errors).slice(0, 500)}`);
      return read(question, data);
    },
  };
}
