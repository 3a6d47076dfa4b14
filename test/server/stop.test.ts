import { once } from 'node:events';
import { connect } from 'node:net';
import { startTestServer } from '../support/server.ts';

test('a connection over which nothing was asked does not hold the stop', async () => {
  const server = await startTestServer();
  const { hostname, port } = new URL(server.url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  await server.ask('{ nation { code } }');
  const closed = once(socket.resume(), 'close');
  const began = performance.now();
  await server.stop();
  await closed;
  expect(performance.now() - began).toBeLessThan(5_000);
});
