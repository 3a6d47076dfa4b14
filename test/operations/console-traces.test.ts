import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { jest } from '@jest/globals';
import { startTestServer } from '../support/server.ts';

/** OTEL_TRACES_EXPORTER=console tells each span on the standard output, and sends nothing, though there is an address. */

test('spans are told on the standard output alone', async () => {
  let sent = 0;
  const collector = createServer((_, response) => {
    sent += 1;
    response.end();
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  process.env['OTEL_EXPORTER_OTLP_ENDPOINT'] = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
  const told = jest.spyOn(console, 'dir').mockImplementation(() => undefined);
  const server = await startTestServer({ traces: 'console' });
  await server.ask('query Told { organization(code: "H509") { name } }');
  await server.stop();
  const names = told.mock.calls.map(([span]) => (span as { name: string }).name);
  told.mockRestore();
  collector.close();
  expect(names).toEqual(expect.arrayContaining(['POST /graphql', 'query Told', 'sql journal-since']));
  expect(sent).toBe(0);
}, 60_000);
