import type { ClientRequest, OutgoingHttpHeaders } from 'node:http';
import { request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEFAULT_LIMITS } from '../../src/limits.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';
import { leftOver, uploads } from '../import/files/send.ts';

/** Files may come slowly, if whoever sends them is allowed to; nothing else may. */
const BODY_MILLISECONDS = 1_000;
const PIECE_MILLISECONDS = 100;
let server: TestServer;
let uploader: string;

beforeAll(async () => {
  const limits = {
    ...DEFAULT_LIMITS,
    bodyMilliseconds: BODY_MILLISECONDS,
    uploadMilliseconds: 3_000,
    uploadsAtOnce: 1,
  };
  server = await startTestServer({ limits });
  uploader = `Bearer ${await signedToken({ role: 'administrator' })}`;
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

interface Answered {
  readonly status: number;
  readonly text: string;
  /** Milliseconds until the connection was given up, or the answer had come. */
  readonly after: number;
}

/** Sends a body piece by piece. */
function begin(headers: OutgoingHttpHeaders): { sending: ClientRequest; answered: Promise<Answered> } {
  const began = performance.now();
  const sending = request(server.url, { method: 'POST', headers, agent: false });
  const answered = new Promise<Answered>((resolve) => {
    const end = (status: number, text: string): void => resolve({ status, text, after: performance.now() - began });
    sending.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
      response.once('close', () => end(response.statusCode ?? 0, text));
    });
    sending.on('error', () => end(0, ''));
  });
  return { sending, answered };
}

async function drip(sending: ClientRequest, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (sending.destroyed || sending.writableEnded) return;
    sending.write(piece);
    await wait(PIECE_MILLISECONDS);
  }
}

const MULTIPART = { 'content-type': 'multipart/form-data; boundary=x', 'apollo-require-preflight': 'true' };
const part = (name: string, text: string): string =>
  `--x\r\ncontent-disposition: form-data; name="${name}"${name === '0' ? '; filename="f.csv"' : ''}\r\n\r\n${text}`;
const HEAD = [
  part(
    'operations',
    '{"query":"mutation ($f: Upload!) { importFile(file: $f) { report { outcome created } } }","variables":{"f":null}}',
  ),
  part('map', '{"0":["variables.f"]}'),
  part('0', 'id,title,kind'),
].join('\r\n');
const rows = (count: number): string[] => Array.from({ length: count }, (_, at) => `\nslow-${at},Báo cáo,FORM`);

test('a file that comes more slowly than any other body is taken', async () => {
  const { sending, answered } = begin({ ...MULTIPART, authorization: uploader });
  await drip(sending, [HEAD, ...rows(20), '\r\n--x--\r\n']);
  sending.end();
  const { status, text, after } = await answered;
  expect(after).toBeGreaterThan(2 * BODY_MILLISECONDS);
  expect({ status, text: JSON.parse(text) as unknown }).toEqual({
    status: 200,
    text: { data: { importFile: { report: { outcome: 'TAKEN', created: 20 } } } },
  });
});

test('a file that stops coming is not waited for, and nothing of it stays', async () => {
  const there = await uploads();
  const { sending, answered } = begin({ ...MULTIPART, authorization: uploader });
  await drip(sending, [HEAD, ...rows(2)]);
  expect(await answered).toMatchObject({ status: 408, text: expect.stringContaining('REQUEST_TOO_SLOW') });
  sending.destroy();
  expect(await leftOver(there)).toEqual([]);
});

test('nor is one that comes for ever; meanwhile others are told to send theirs later', async () => {
  const { sending, answered } = begin({ ...MULTIPART, authorization: uploader });
  const dripping = drip(sending, [HEAD, ...rows(100)]);
  await wait(3 * PIECE_MILLISECONDS);
  const second = begin({ ...MULTIPART, authorization: uploader });
  second.sending.end(HEAD);
  expect(await second.answered).toMatchObject({ status: 503, text: expect.stringContaining('SERVER_BUSY') });
  const { status, after } = await answered;
  expect([0, 408]).toContain(status);
  expect(after).toBeGreaterThan(2_900);
  expect(after).toBeLessThan(6_000);
  sending.destroy();
  await dripping;
});

test.each([
  ['a question', { 'content-type': 'application/json' }, '{"query":"{ nation { code } }","padding":"', undefined],
  ['what somebody sends who may send no files', MULTIPART, HEAD, 'FORBIDDEN'],
  ['what goes to no path', MULTIPART, HEAD, 'PATH_UNKNOWN'],
])('%s has no longer than before', async (_, headers, head, code) => {
  const began = performance.now();
  const path = code === 'PATH_UNKNOWN' ? '/elsewhere' : '/graphql';
  const { hostname, port } = new URL(server.url);
  const sending = request({ hostname, port, path, method: 'POST', headers, agent: false });
  sending.on('error', () => undefined);
  let text = '';
  sending.once('response', (response) => response.on('data', (piece: Buffer) => (text += piece.toString())));
  const closed = new Promise((resolve) => sending.once('socket', (socket) => socket.once('close', resolve)));
  const dripping = drip(sending, [head, ...rows(100)]);
  await closed;
  expect(performance.now() - began).toBeLessThan(BODY_MILLISECONDS + 2_500);
  expect(text).toContain(code ?? 'REQUEST_TOO_SLOW');
  sending.destroy();
  await dripping;
});
