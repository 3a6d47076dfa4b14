import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoKey, signDemoToken } from '../../src/access/sign-in/demo-key.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import type { Platform } from '../support/platform.ts';
import { startPlatform } from '../support/platform.ts';
import type { Attack, Target } from './support/attack.ts';
import type { Memory } from './support/memory.ts';
import { memoryOf, tellsMemory } from './support/memory.ts';
import { outcomeOf } from './support/settled.ts';
import { DOCUMENTS } from './tables/documents.ts';
import { HTTP, PERSISTED } from './tables/http.ts';
import { SOCKETS } from './tables/sockets.ts';
import { TOKENS } from './tables/tokens.ts';
import { VARIANTS } from './tables/variants.ts';
import { COSTLY, VALUES } from './tables/values.ts';

/**
 * Attacks on a server in a process of its own, as `npm start` makes it: each is answered within two seconds, with a
 * code and without a secret; a plain question after it, too; and in the end the memory is what it was.
 */
let folder: string;
let database: TestDatabase;
let platform: Platform;
let target: Target;
let before: Memory;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dangbo-attacks-'));
  database = await createTestDatabase();
  platform = startPlatform({
    DANGBO_DATA_DIR: folder,
    DANGBO_SCALE: 'none',
    DATABASE_URL: database.url,
    ...tellsMemory(join(folder, 'memory')),
    // The tests wait for what is slow.
    DANGBO_LIMIT_HEADERS_MILLISECONDS: '1500',
    DANGBO_LIMIT_BODY_MILLISECONDS: '1500',
  });
  const key = await demoKey(folder);
  target = {
    url: await platform.ready,
    officer: await signDemoToken(key, { subject: 'officer', role: 'officer', unit: 'H509' }, 1),
    administrator: await signDemoToken(key, { subject: 'administrator', role: 'administrator' }, 1),
  };
  await Promise.all(DOCUMENTS.slice(0, 20).map((attack) => attack.send(target)));
  before = await memory();
}, 60_000);

afterAll(async () => {
  platform.process.kill('SIGTERM');
  await platform.ended;
  await database.drop();
  await rm(folder, { recursive: true });
});

const memory = (): Promise<Memory> => memoryOf(platform.process.pid ?? 0, join(folder, 'memory'));

/** Texts that were parsed are kept, up to 30 MB of them; the system takes back what the process no longer holds when it needs it. */
const MAY_STAY = { held: 64 * 1024 * 1024, resident: 320 * 1024 * 1024 };

const cases = (attacks: readonly Attack[]): [string, Attack][] => attacks.map((attack) => [attack.name, attack]);

const TABLES: readonly [string, readonly Attack[]][] = [
  ['documents', DOCUMENTS],
  ['values', VALUES],
  ['costly questions', COSTLY],
  ['HTTP', HTTP],
  ['persisted queries', PERSISTED],
  ['connections', SOCKETS],
  ['tokens', TOKENS],
  ['variants', VARIANTS],
];

describe.each(TABLES)('%s', (_, attacks) => {
  test.each(cases(attacks))('%s', async (_name, attack) => {
    const { codes, status, ...rest } = await outcomeOf(attack, target);
    expect(rest).toEqual({
      isServerError: false,
      inTime: true,
      secrets: null,
      health: '{"data":{"nation":{"code":"VN"}}}',
      healthInTime: true,
    });
    expect(codes.length > 0).toBe(attack.codes.length > 0);
    expect(attack.codes).toEqual(expect.arrayContaining([...codes]));
    if (attack.status) expect(attack.status).toContain(status);
  });
});

test('there are far more than eighty, each of its own name', () => {
  const names = TABLES.flatMap(([, attacks]) => attacks.map(({ name }) => name));
  expect(names.length).toBeGreaterThan(200);
  expect(new Set(names).size).toBe(names.length);
});

test('nothing of it is left in the memory, nor in the log', async () => {
  const after = await memory();
  expect(after.held - before.held).toBeLessThan(MAY_STAY.held);
  expect(after.resident - before.resident).toBeLessThan(MAY_STAY.resident);
  platform.process.kill('SIGTERM');
  const { code, err } = await platform.ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
});
