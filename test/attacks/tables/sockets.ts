import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { Attack, Reply, Target } from '../support/attack.ts';
import { exchange, JSON_HEADERS, overSocket, times } from '../support/attack.ts';

const HEAD = 'POST /graphql HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n';
const BODY = JSON.stringify({ query: '{ nation { code } }' });
const whole = `${HEAD}content-length: ${BODY.length}\r\n\r\n${BODY}`;

const NO_HTTP = ['BAD_REQUEST'];
const HEADERS = ['HEADERS_TOO_LARGE'];

/** Bytes as they stand. */
function bytes(
  name: string,
  pieces: readonly (string | Buffer)[],
  status: readonly number[],
  codes: readonly string[] = NO_HTTP,
): Attack {
  return { name, codes, status, send: ({ url }) => overSocket(url, pieces) };
}

/** Opens connections that say little or nothing, asks a plain question beside them, and lets them go. */
async function beside({ url }: Target, count: number, say: string): Promise<Reply> {
  const { port, hostname } = new URL(url);
  const sockets: Socket[] = [];
  for (let at = 0; at < count; at += 1) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    if (say !== '') socket.write(say);
    sockets.push(socket);
  }
  const reply = await exchange(url, { headers: JSON_HEADERS, body: BODY });
  for (const socket of sockets) socket.destroy();
  return reply;
}

/** Bytes that are no HTTP, or too much of it, or too little for too long. */
export const SOCKETS: readonly Attack[] = [
  bytes('no HTTP at all', ['\u0016\u0003\u0001 nonsense\r\n\r\n'], [400]),
  bytes('a header without end', [`${HEAD}x: ${'a'.repeat(200_000)}`], [431], HEADERS),
  bytes('ten thousand headers', [`${HEAD}${times(10_000, (at) => `x${at}: a`, '\r\n')}\r\n\r\n`], [431], HEADERS),
  bytes(
    'two thousand short headers',
    [`${HEAD}${times(1_400, (at) => `a${at}:b`, '\r\n')}\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY}`],
    [431],
    HEADERS,
  ),
  bytes('a header with a line end in it', [`${HEAD}x: a\rb\r\ncontent-length: 0\r\n\r\n`], [400]),
  bytes('zero bytes in a header', [`${HEAD}x: a\u0000b\r\ncontent-length: 0\r\n\r\n`], [400]),
  bytes('no host', ['GET /graphql HTTP/1.1\r\n\r\n'], [400], []),
  bytes('a length that is none', [`${HEAD}content-length: -1\r\n\r\n`], [400]),
  bytes('a length beyond all numbers', [`${HEAD}content-length: ${'9'.repeat(40)}\r\n\r\n`], [400, 413]),
  bytes('a length of a terabyte', [`${HEAD}content-length: 1000000000000\r\n\r\n{`], [413], ['BODY_TOO_LARGE']),
  bytes('two lengths', [`${HEAD}content-length: 5\r\ncontent-length: 50\r\n\r\n${BODY}`], [400]),
  bytes('a length and pieces', [`${HEAD}content-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`], [400]),
  bytes('pieces under another name', [`${HEAD}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`], [400, 501]),
  bytes('a piece of an unsaid size', [`${HEAD}transfer-encoding: chunked\r\n\r\nzz\r\n${BODY}\r\n0\r\n\r\n`], [400]),
  bytes(
    'a piece of a terabyte',
    [`${HEAD}transfer-encoding: chunked\r\n\r\nffffffffff\r\n{`],
    [408],
    ['REQUEST_TOO_SLOW'],
  ),
  bytes(
    'a name of a piece without end',
    [`${HEAD}transfer-encoding: chunked\r\n\r\n1;${'a'.repeat(200_000)}`],
    [400, 413],
  ),
  bytes(
    'megabytes in pieces of one byte',
    [`${HEAD}transfer-encoding: chunked\r\n\r\n${'1\r\na\r\n'.repeat(700_000)}0\r\n\r\n`],
    [408, 413],
    ['BODY_TOO_LARGE', 'REQUEST_TOO_SLOW'],
  ),
  bytes(
    'trailers',
    [`${HEAD}transfer-encoding: chunked\r\n\r\n0\r\n${times(5_000, (at) => `x${at}: y`, '\r\n')}\r\n\r\n`],
    [431],
    HEADERS,
  ),
  bytes('more than was said', [`${HEAD}content-length: 5\r\nconnection: close\r\n\r\n${BODY}`], [400], ['BAD_REQUEST']),
  bytes(
    'less than was said',
    [`${HEAD}content-length: ${BODY.length + 50}\r\n\r\n${BODY}`],
    [408],
    ['REQUEST_TOO_SLOW'],
  ),
  bytes('a body that never comes', [`${HEAD}content-length: 100\r\n\r\n`], [408], ['REQUEST_TOO_SLOW']),
  bytes('headers that never end', [HEAD], [408], ['REQUEST_TOO_SLOW']),
  bytes(
    'leave that is asked for and not used',
    [`${HEAD}expect: 100-continue\r\ncontent-length: 100\r\n\r\n`],
    [100, 408],
    ['REQUEST_TOO_SLOW'],
  ),
  bytes(
    'something else that is expected',
    [`${HEAD}expect: nonsense\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`],
    [417],
    [],
  ),
  bytes(
    'another protocol',
    [
      `GET /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade, close\r\nupgrade: websocket\r\nsec-websocket-key: x\r\n\r\n`,
    ],
    [400, 404, 426],
    ['BAD_REQUEST'],
  ),
  bytes('HTTP/2 without warning', ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'], [0, 400, 505]),
  bytes('HTTP/0.9', ['GET /graphql\r\n\r\n'], [400]),
  bytes(
    'a thousand requests at once on one connection',
    [whole.repeat(1_000), whole.replace('host', 'connection: close\r\nhost')],
    [200, 503],
    ['SERVER_BUSY'],
  ),
  {
    name: 'a thousand connections that say nothing',
    codes: [],
    status: [200],
    send: (target) => beside(target, 1_000, ''),
  },
  {
    name: 'five hundred connections that begin a header',
    codes: [],
    status: [200],
    send: (target) => beside(target, 500, HEAD),
  },
  {
    name: 'five hundred connections that begin a body',
    codes: [],
    status: [200],
    send: (target) => beside(target, 500, `${HEAD}content-length: 100\r\n\r\n{`),
  },
  {
    name: 'six hundred questions at once',
    codes: ['SERVER_BUSY'],
    send: async ({ url }: Target): Promise<Reply> => {
      const replies = await Promise.all(
        Array.from({ length: 600 }, () => exchange(url, { headers: JSON_HEADERS, body: BODY })),
      );
      const odd = replies.find(({ status }) => status !== 200 && status !== 503);
      return (
        odd ??
        replies.find(({ status }) => status === 503) ?? {
          status: 503,
          headers: {},
          text: '{"extensions":{"code":"SERVER_BUSY"}}',
        }
      );
    },
  },
];
