import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { validate } from 'dockerfile-utils';
import { parse } from 'yaml';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';
import { startPlatform } from '../support/platform.ts';
import { post } from '../support/server.ts';

/**
 * The container as far as it can be tried without an engine: both files are read, the start command and the check of
 * health run with the image's own settings. Not tried: that the image builds, and what an engine makes of the rest.
 */

const ROOT = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const dockerfile = read('Dockerfile');
/** The lines of the stage that becomes the image. */
const image = dockerfile.slice(dockerfile.lastIndexOf('FROM ')).split('\n');

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

/** An instruction's arguments, in the form that needs no shell. */
function command(instruction: string): string[] {
  const line = image.find((each) => each.startsWith(instruction)) ?? '';
  return JSON.parse(line.slice(line.indexOf('['))) as string[];
}

/** The variables that the image sets. */
function variables(): Record<string, string> {
  const line = image.find((each) => each.startsWith('ENV ')) ?? '';
  return Object.fromEntries([...line.matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value]));
}

let database: TestDatabase;
beforeAll(async () => {
  process.stdout.write('Not tried, for want of a container engine: building the image, and compose up.\n');
  database = await createTestDatabase();
});
afterAll(() => database.drop());

test('the linter has nothing to say of the Dockerfile', () => {
  expect(validate(dockerfile).map(({ range, message }) => [range.start.line + 1, message])).toEqual([]);
});

test('the image has production dependencies alone, no root, and everything that the server reads', () => {
  expect(dockerfile).toContain('RUN ["npm", "ci", "--omit=dev"]');
  expect(image).toContain('COPY --from=modules /app/node_modules node_modules');
  expect(image).toContain('USER node');
  const copied = image.filter((line) => line.startsWith('COPY ')).join('\n');
  for (const folder of ['src', 'migrations', 'seeds', 'trusted-documents', 'gallery', 'dist', 'tsconfig.json'])
    expect(copied).toMatch(new RegExp(`[ /]${folder}\\b`));
});

test('what is copied is there, and let through', () => {
  const allowed = read('.dockerignore')
    .split('\n')
    .filter((line) => line.startsWith('!'))
    .map((line) => line.slice(1));
  for (const line of dockerfile.split('\n').filter((each) => /^COPY (?!--from)/.test(each))) {
    for (const name of line.split(' ').slice(1, -1)) {
      expect([name, existsSync(join(ROOT, name)), allowed.includes(name)]).toEqual([name, true, true]);
    }
  }
});

test('nothing that the server loads is a development dependency', () => {
  const sources = ['src', 'migrations', 'seeds'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(join(folder, name))),
  );
  const loaded = sources.flatMap((text) =>
    [...text.matchAll(/^(?:import|export) (?!type)[^;]*?from '([^.'][^']*)'/gms)].flatMap(([, name]) => name ?? []),
  );
  const packages = new Set(
    loaded.filter((name) => !name.startsWith('node:')).map((name) => /^(@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name),
  );
  expect([...packages].filter((name) => !(name in manifest.dependencies))).toEqual([]);
});

test('the image’s own command starts, and its own check of health tells when it is ready', async () => {
  expect(command('CMD ')).toEqual(manifest.scripts['start']?.replace('exec ', '').split(' '));
  const settings = { ...variables(), HOST: '127.0.0.1', PORT: '0', DATABASE_URL: database.url };
  const platform = startPlatform(settings);
  const url = await platform.ready;
  expect(await post(url, { query: '{ organization(code: "VN") { code } }' })).toEqual({
    data: { organization: { code: 'VN' } },
  });
  const [, ...check] = command('HEALTHCHECK');
  const healthy = (port: string): number | null =>
    spawnSync(process.execPath, check, { cwd: ROOT, env: { PORT: port } }).status;
  expect(healthy(new URL(url).port)).toBe(0);
  platform.process.kill('SIGTERM');
  expect((await platform.ended).code).toBe(0);
  expect(healthy(new URL(url).port)).toBe(1);
}, 120_000);

test('the linter of compose files, which knows their schema, has nothing to say but of the order of lines', () => {
  const order = ['services-alphabetical-order', 'service-keys-order'].flatMap((rule) => ['--disable-rule', rule]);
  const linter = join(ROOT, 'node_modules/dclint/bin/dclint.cjs');
  const { status, stdout } = spawnSync(
    process.execPath,
    [linter, 'compose.yaml', '--max-warnings', '0', '--formatter', 'json', ...order],
    { cwd: ROOT, encoding: 'utf8' },
  );
  const [{ messages }] = JSON.parse(stdout) as [{ messages: unknown[] }];
  expect([status, messages]).toEqual([0, []]);
});

interface Service {
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly environment?: Readonly<Record<string, string>>;
  readonly image?: string;
}

test('compose starts database, platform and gateway in this order, each with a version and no password in it', () => {
  const { services } = parse(read('compose.yaml')) as { services: Readonly<Record<string, Service>> };
  expect(Object.keys(services)).toEqual(['postgres', 'dangbo', 'gateway']);
  expect(services['dangbo']?.depends_on).toEqual({ postgres: { condition: 'service_healthy' } });
  expect(services['gateway']?.depends_on).toEqual({ dangbo: { condition: 'service_healthy' } });
  for (const { image: named } of Object.values(services)) expect(named ?? 'built:here').toMatch(/:(?!latest)\S+$/);
  expect(services['dangbo']?.environment?.['DATABASE_URL']).toBe(
    'postgres://dangbo:${POSTGRES_PASSWORD}@postgres:5432/dangbo',
  );
});
