import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { Seed } from '../support/seed.ts';
import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** The way to the database breaks while a change is being committed: it is done, and nobody can say so. */

let database: TestDatabase;
let way: Server;
let server: TestServer;
let administrator: Asker;
let seed: Seed;
/** Whether the next commit is passed on, and its answer is not. */
let breaks = false;

function passOn(near: Socket): void {
  const { hostname, port } = new URL(database.url);
  const far = connect(Number(port), hostname);
  const cut = (): void => {
    near.destroy();
    far.destroy();
  };
  for (const end of [near, far]) end.on('error', cut).on('close', cut);
  near.on('data', (bytes: Buffer) => {
    if (!breaks || !bytes.includes('commit\0')) return void far.write(bytes);
    breaks = false;
    // PostgreSQL has it, and its answer finds nobody.
    far.write(bytes, () => far.once('data', cut));
  });
  far.on('data', (bytes: Buffer) => {
    if (far.listenerCount('data') === 1) near.write(bytes);
  });
}

beforeAll(async () => {
  database = await createTestDatabase();
  way = createServer(passOn).listen(0, '127.0.0.1');
  await once(way, 'listening');
  const url = new URL(database.url);
  url.host = `127.0.0.1:${(way.address() as AddressInfo).port}`;
  server = await startTestServer({ url: url.href });
  administrator = await server.as({ role: 'ADMINISTRATOR' });
  seed = await Seed.open(database.url);
});
afterAll(async () => {
  await seed.close();
  await server.stop();
  way.close();
  await database.drop();
});

test('the answer does not say that nothing was changed', async () => {
  const rename = `mutation { renameOrganization(input: { code: "H509", name: "Tên mới", on: "2024-01-01", decision: "1-QĐ" }) { operation { id } } }`;
  breaks = true;
  const { data, errors } = await administrator.ask(rename);
  expect([data, errors?.map(({ extensions }) => extensions.code)]).toEqual([null, ['DATABASE_UNAVAILABLE']]);
  expect(errors?.[0]?.message).toContain('of a change, look first whether it was done');
  expect(await seed.rows(`select name from organization where code = 'H509'`)).toEqual([{ name: 'Tên mới' }]);
  expect(await server.data('{ organization(code: "H509") { name } }')).toEqual({ organization: { name: 'Tên mới' } });
  expect(server.unexpected).toEqual([]);
});
