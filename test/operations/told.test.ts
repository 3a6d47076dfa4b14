import { once } from 'node:events';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loggerLines } from './lines.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** What an operator sees of a server: health, metrics, log lines, traces; and what must never be in them. */

let server: TestServer;
let collector: Server;
const bodies: Buffer[] = [];
const { lines, log } = loggerLines();

const QUESTION = `query MembersOfQueSon {
  organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value sources { title } } }
}`;

beforeAll(async () => {
  collector = createServer((request, response) => {
    request.on('data', (part: Buffer) => bodies.push(part)).on('end', () => response.end());
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  process.env['OTEL_BSP_SCHEDULE_DELAY'] = '50';
  server = await startTestServer({ log, traces: 'otlp' });
}, 60_000);
afterAll(async () => {
  await server.stop();
  collector.close();
});

const at = (path: string): string => new URL(path, server.url).href;

test('alive and ready are told', async () => {
  expect(await (await fetch(at('/livez'))).json()).toEqual({ status: 'alive' });
  const ready = await fetch(at('/readyz'));
  expect([ready.status, await ready.json()]).toEqual([
    200,
    { status: 'ready', checks: { server: 'ok', database: 'ok', migrations: 'ok', rollups: 'ok' } },
  ]);
});

test('a migration that is missing makes the server not ready', async () => {
  const connection = server.orm.em.getConnection();
  await connection.execute(`update mikro_orm_migrations set name = name || '-' where name like '%FirstTables'`);
  const told = await fetch(at('/readyz'));
  await connection.execute(`update mikro_orm_migrations set name = rtrim(name, '-')`);
  expect([told.status, await told.json()]).toMatchObject([
    503,
    { status: 'not ready', checks: { database: 'ok', migrations: 'missing: Migration20261122000000FirstTables' } },
  ]);
});

describe('metrics', () => {
  const metrics = async (): Promise<string> => (await fetch(at('/metrics'))).text();

  test('tell operations, errors by code, statements and batches', async () => {
    await server.ask(QUESTION);
    await server.ask(
      'query Wrong { organization(code: "H509") { indicator(code: "NO_SUCH", period: "2023") { value } } }',
    );
    await server.ask('{ nonsense }');
    const text = await metrics();
    expect(text).toContain('dangbo_requests_total{operation="MembersOfQueSon",type="query"} 1');
    expect(text).toContain('dangbo_errors_total{operation="Wrong",code="INDICATOR_UNKNOWN"} 1');
    expect(text).toContain('dangbo_errors_total{operation="UNREAD",code="GRAPHQL_VALIDATION_FAILED"} 1');
    expect(text).toMatch(/dangbo_sql_statements_sum\{operation="MembersOfQueSon"\} [1-9]/);
    expect(text).toMatch(/dangbo_sql_seconds_count\{statement="journal-since"\} \d/);
    expect(text).toContain('dangbo_loader_batch_size_count{loader="sources"} 1');
    expect(text).toMatch(/dangbo_pool_connections\{pool="app",state="idle"\} \d/);
    expect(text).toContain('process_resident_memory_bytes');
  });

  test('tell a lag of the roll-ups until the next question', async () => {
    await server.ask(QUESTION);
    expect(await metrics()).toMatch(/dangbo_rollup_pending_changes 0\n/);
    await server.orm.em.getConnection().execute(`update source_document set title = title`);
    expect(await metrics()).toMatch(/dangbo_rollup_pending_changes [1-9]/);
    expect(await metrics()).not.toMatch(/dangbo_rollup_lag_seconds 0\n/);
    await server.ask(QUESTION);
    expect(await metrics()).toMatch(/dangbo_rollup_lag_seconds 0\n/);
  });

  test('tell apart no more names than there is room for', async () => {
    for (let round = 0; round < 130; round += 1) await server.ask(`query Made_up_${round} { __typename }`);
    const told = new Set(
      [...(await metrics()).matchAll(/dangbo_requests_total\{operation="(\w+)"/g)].map(([, name]) => name),
    );
    expect(told.size).toBeLessThanOrEqual(103);
    expect(told).toContain('OTHER');
  });
});

test('a log line has the number of its request and the operation, and nothing of what was said', async () => {
  const token = 'eyJhbGciOi.secret.token';
  const response = await fetch(`${server.url}?apikey=hunter2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-request-id': 'gateway-0001' },
    body: JSON.stringify({ query: QUESTION, variables: { name: 'Nguyễn Văn A' } }),
  });
  expect(response.headers.get('x-request-id')).toBe('gateway-0001');
  await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: '{"query":"{ __typename }"}',
  });
  const line = lines().find(({ reqId }) => reqId === 'gateway-0001');
  expect(line).toMatchObject({
    msg: 'answered',
    route: '/graphql',
    status: 200,
    operation: 'MembersOfQueSon',
    codes: [],
  });
  const everything = JSON.stringify(lines());
  for (const secret of ['hunter2', 'secret.token', 'Nguyễn', 'Quế Sơn']) expect(everything).not.toContain(secret);
  expect(lines().find(({ status }) => status === 401)).toMatchObject({ codes: ['UNAUTHENTICATED'] });
});

test('a trace goes from the request over the operation to its statements, and on from the one who asked', async () => {
  const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
  await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', traceparent: `00-${trace}-00f067aa0ba902b7-01` },
    body: JSON.stringify({ query: QUESTION }),
  });
  const hex = (): string => Buffer.concat(bodies).toString('hex');
  for (let wait = 0; wait < 100 && !hex().includes(trace); wait += 1) await new Promise((done) => setTimeout(done, 50));
  expect(hex()).toContain(trace);
  const text = Buffer.concat(bodies).toString('latin1');
  for (const name of ['POST /graphql', 'query MembersOfQueSon', 'sql journal-since', 'db.query.text'])
    expect(text).toContain(name);
}, 20_000);
