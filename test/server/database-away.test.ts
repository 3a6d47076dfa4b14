import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PublishedFiguresSeeder } from '../../seeds/PublishedFiguresSeeder.ts';
import type { EmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** A PostgreSQL of this suite's own goes away and comes back; the server stays up, and says what is so. */

const QUESTION = '{ organization(code: "H509") { indicator(code: "PARTY_MEMBERS", period: "2023-09-30") { value } } }';
const ANSWER = { data: { organization: { indicator: { value: 3716 } } } };
const AWAY = {
  message:
    'The database cannot be reached, or has no room, at the moment. Ask again shortly; of a change, look first whether it was done.',
  extensions: { code: 'DATABASE_UNAVAILABLE' },
};

let folder: string;
let postgres: EmbeddedPostgres;
let server: TestServer;

const startPostgres = (port?: string): Promise<EmbeddedPostgres> =>
  startEmbeddedPostgres({
    dataDir: join(folder, 'postgres'),
    durable: false,
    settings: port === undefined ? {} : { port },
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-away-'));
  await chmod(folder, 0o755);
  postgres = await startPostgres();
  const orm = await openOrm(postgres.url);
  await migrateUp(orm);
  await orm.seeder.seed(PublishedFiguresSeeder);
  await orm.close(true);
  server = await startTestServer({ url: postgres.url });
}, 60_000);
afterAll(async () => {
  await server.stop();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
});

test('while the database is away every question is told so, and it recovers by itself', async () => {
  expect(await server.ask(QUESTION)).toEqual(ANSWER);
  await postgres.stop();

  for (const query of [QUESTION, '{ nation { code } }', QUESTION]) {
    const answer = await server.ask(query);
    expect(answer).toMatchObject({ data: null, errors: [AWAY] });
    expect(JSON.stringify(answer)).not.toMatch(/ECONN|127\.0\.0\.1|at \w+ \(|select /);
  }
  const many = await Promise.all(Array.from({ length: 40 }, () => server.ask(QUESTION)));
  for (const answer of many) expect(answer).toMatchObject({ data: null, errors: [AWAY] });

  expect(await server.ask('{ __typename }')).toEqual({ data: { __typename: 'Query' } });
  expect(await server.ask('{ _service { sdl } }')).toMatchObject({
    data: { _service: { sdl: expect.stringContaining('@link') as string } },
  });
  expect((await server.ask('{ nonsense }')).errors).toMatchObject([
    { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
  ]);

  postgres = await startPostgres(new URL(postgres.url).port);
  expect(await server.ask(QUESTION)).toEqual(ANSWER);
  expect(server.unexpected).toEqual([]);
}, 60_000);

test('a connection that dies under a question costs that question at most', async () => {
  const connection = server.orm.em.getConnection();
  for (let round = 0; round < 5; round += 1) {
    const [answer] = await Promise.all([
      server.ask(QUESTION),
      connection
        .execute(
          'select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and datname = current_database()',
        )
        .catch(() => undefined),
    ]);
    if (answer.errors) expect(answer).toMatchObject({ data: null, errors: [AWAY] });
    else expect(answer).toEqual(ANSWER);
    await sleep(50);
    expect(await server.ask(QUESTION)).toEqual(ANSWER);
  }
  expect(server.unexpected).toEqual([]);
}, 60_000);
