import { gzipSync } from 'node:zlib';
import { connect } from 'node:net';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import { Gate } from '../../src/server/limits/gate.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** Attacks on the server: each is refused with a code, and a plain question is answered within two seconds after it. */
let server: TestServer;

beforeAll(async () => {
  server = await startTestServer({ limits: { ...DEFAULT_LIMITS, bodyMilliseconds: 1_000 } });
  await server.data('{ nation { code } }');
});

afterAll(async () => {
  await server.stop();
});

afterEach(async () => {
  const from = performance.now();
  await expect(server.data('{ nation { code } }')).resolves.toEqual({ nation: { code: 'VN' } });
  expect(performance.now() - from).toBeLessThan(2_000);
});

const JSON_HEADERS = { 'content-type': 'application/json' };

async function send(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_HEADERS) {
  const answer = await fetch(server.url, { method: 'POST', headers, body });
  const text = await answer.text();
  const codes = [...text.matchAll(/"code":"([A-Z_]+)"/g)].map((match) => match[1]);
  return { status: answer.status, codes, text };
}

const ask = async (query: string, variables = {}) => send(JSON.stringify({ query, variables }));
const repeat = (count: number, text: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => text(at)).join(' ');

/** Fragments that each spread the one before twice: two to the power of fifty fields. */
const DOUBLING = `{ ...f50 } fragment f0 on Query { __typename } ${repeat(50, (at) => `fragment f${at + 1} on Query { ...f${at} ...f${at} }`)}`;

test.each([
  ['a flood of tokens', `{ ${repeat(9_000, () => 'a')} }`, 'QUERY_TOO_LARGE'],
  ['ten thousand levels', `${'{ a '.repeat(10_000)}${'}'.repeat(10_000)}`, 'QUERY_TOO_DEEP'],
  ['deep nesting', `{ nation { ${'parent { '.repeat(30)} code ${'}'.repeat(30)} } }`, 'QUERY_TOO_DEEP'],
  ['aliases', `{ nation { ${repeat(61, (at) => `a${at}: code`)} } }`, 'QUERY_TOO_LARGE'],
  ['directives', `{ nation { code ${repeat(61, () => '@include(if: true)')} } }`, 'QUERY_TOO_LARGE'],
  ['fields at the root', `{ ${repeat(61, () => '__typename')} }`, 'QUERY_TOO_LARGE'],
  [
    'fragments',
    `{ nation { code } } ${repeat(61, (at) => `fragment f${at} on Query { __typename }`)}`,
    'QUERY_TOO_LARGE',
  ],
  ['fragments that double', DOUBLING, 'QUERY_TOO_LARGE'],
  ['a fragment within itself', `{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }`, 'FRAGMENT_CYCLE'],
  [
    'lists within lists',
    `{ nation { children(first: 1000) { nodes { parent { children(first: 1000) { nodes { code } } } } } } }`,
    'QUERY_TOO_COSTLY',
  ],
  [
    'introspection that goes round',
    `{ __schema { types { ${'fields { type { '.repeat(12)} name ${'} } '.repeat(12)} } } }`,
    'QUERY_TOO_DEEP',
  ],
])('%s', async (_, query, code) => {
  const { codes, text } = await ask(query);
  expect(codes).toEqual([code]);
  expect(text).toMatch(/Expected/);
});

test('page sizes in variables count like those in the text', async () => {
  const query = `query($n: Int) { nation { children(first: $n) { nodes { parent { children(first: $n) { nodes { code } } } } } } }`;
  expect((await ask(query, { n: 1000 })).codes).toEqual(['QUERY_TOO_COSTLY']);
  expect((await ask(query, { n: 5 })).codes).toEqual([]);
});

test('the whole nested road may be asked for: there are no more units than the tree has', async () => {
  const road = `{ nation { provinces(on: "2023-12-31") { nodes { code districts(on: "2023-12-31") { nodes { code
    grassrootsOrganizations(on: "2023-12-31") { nodes { code cells(on: "2023-12-31") { nodes { code } } } } } } } } } }`;
  expect((await ask(road)).codes).toEqual([]);
});

test('a body beyond the limit is not read to its end', async () => {
  const body = JSON.stringify({ query: `{ nation { code } } #${'x'.repeat(DEFAULT_LIMITS.bodyBytes)}` });
  expect(await send(body)).toMatchObject({ status: 413, codes: ['BODY_TOO_LARGE'] });
});

test('a compressed body is refused before it is unpacked', async () => {
  const bomb = new Uint8Array(gzipSync(JSON.stringify({ query: '{ nation { code } }', pad: 'x'.repeat(5_000_000) })));
  const { status, codes } = await send(bomb, { ...JSON_HEADERS, 'content-encoding': 'gzip' });
  expect(status).toBeGreaterThanOrEqual(400);
  expect(codes.length).toBe(1);
});

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'nothing runs from %s, which a foreign page could send',
  async (type) => {
    const { status } = await send(JSON.stringify({ query: '{ nation { code } }' }), { 'content-type': type });
    expect(status).toBeGreaterThanOrEqual(400);
  },
);

test('questions in a list are not taken', async () => {
  const { status, codes } = await send(JSON.stringify([{ query: '{ nation { code } }' }]));
  expect(status).toBe(400);
  expect(codes).toEqual(['BAD_REQUEST']);
});

test('a body that never comes is not waited for', async () => {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.write('POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n{');
  const answer = await new Promise<string>((resolve) => {
    socket.once('data', (data) => resolve(data.toString()));
    socket.once('close', () => resolve('closed'));
  });
  socket.destroy();
  expect(answer === 'closed' || answer.startsWith('HTTP/1.1 408')).toBe(true);
});

test('a gate lets so many in, has so many wait in turn, and sends the rest away', async () => {
  const gate = new Gate(1, 1);
  const first = await gate.enter();
  const order: string[] = [];
  const second = gate.enter().then((leave) => {
    order.push('second');
    return leave;
  });
  expect(await gate.enter()).toBeUndefined();
  order.push('first leaves');
  first?.();
  first?.();
  const leave = await second;
  expect(order).toEqual(['first leaves', 'second']);
  leave?.();
  expect(await gate.enter()).toBeDefined();
});

test('every answer tells browsers to take it for nothing else', async () => {
  const answer = await fetch(new URL('/', server.url), { redirect: 'manual' });
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
});
