import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  AnswerFailed,
  CatalogueDocument,
  createClient,
  RollUpDocument,
  UnitsBelowDocument,
} from '../../client/src/index.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer();
});

afterAll(async () => {
  await server.stop();
});

describe('against the running server', () => {
  const ROLL_UP = { code: 'H509', indicators: ['PARTY_MEMBERS', 'MEMBERS_ADMITTED'], period: '2023-09-30' } as const;

  test('answers come with their types', async () => {
    const ask = createClient({ url: server.url });
    const { organization } = await ask(RollUpDocument, { ...ROLL_UP, indicators: [...ROLL_UP.indicators] });
    expect(organization).toMatchObject({ __typename: 'District', code: 'H509', kind: 'DISTRICT' });
    expect(organization?.indicators.map(({ indicator, value, status }) => [indicator.code, value, status])).toEqual([
      ['PARTY_MEMBERS', 3716, 'OBSERVED'],
      ['MEMBERS_ADMITTED', null, 'MISSING'],
    ]);
    const { indicators } = await ask(CatalogueDocument);
    expect(indicators.length).toBeGreaterThan(50);
  });

  test('pages go on where the last one ended', async () => {
    const ask = createClient({ url: server.url });
    const page = async (after: string | null) =>
      (
        await ask(UnitsBelowDocument, {
          code: 'H509',
          indicator: 'PARTY_MEMBERS',
          period: '2023',
          on: '2023-12-31',
          first: 12,
          after,
        })
      ).organization?.children;
    const first = await page(null);
    const second = await page(first?.pageInfo.endCursor ?? null);
    expect([first?.nodes.length, second?.nodes.length, second?.totalCount]).toEqual([12, 7, 19]);
  });

  test('documents are asked for by hash, and by text where the hash is not known', async () => {
    const asked: string[] = [];
    const watched = async (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const address = input instanceof Request ? input.url : input.toString();
      asked.push(init?.method ?? 'GET');
      const isSecond = asked.length === 2;
      return fetch(isSecond ? address.replace('sha256%3A', 'sha256%3A0') : address, init);
    };
    const ask = createClient({ url: server.url, fetch: watched });
    await ask(CatalogueDocument);
    expect(asked).toEqual(['GET']);
    expect((await ask(CatalogueDocument)).indicators.length).toBeGreaterThan(50);
    expect(asked).toEqual(['GET', 'GET', 'POST']);
  });

  test('errors are thrown with their codes', async () => {
    const ask = createClient({ url: server.url });
    const failed = ask(RollUpDocument, { code: 'H509', indicators: ['PARTY_MEMBERS'], period: 'yesterday' });
    await expect(failed).rejects.toThrow(AnswerFailed);
    await failed.catch((error: AnswerFailed) => expect(error.has('PERIOD_MALFORMED')).toBe(true));
  });

  test('what is no answer of GraphQL is an error, too', async () => {
    const ask = createClient({ url: server.url, fetch: async () => new Response('<html>', { status: 502 }) });
    await expect(ask(CatalogueDocument)).rejects.toMatchObject({ status: 502, name: 'AnswerFailed' });
  });
});

describe('the package', () => {
  let folder: string;
  let installed: string;

  beforeAll(async () => {
    await mkdir(join(ROOT, 'artifacts'), { recursive: true });
    folder = await mkdtemp(join(ROOT, 'artifacts', 'client-'));
    installed = join(folder, 'node_modules', '@dangbo', 'client');
    const tsc = join(ROOT, 'node_modules/typescript-7/bin/tsc');
    await run(process.execPath, [tsc, '--project', join(ROOT, 'client/tsconfig.build.json'), '--outDir', installed]);
    await writeFile(join(installed, 'package.json'), await readFile(join(ROOT, 'client/package.json')));
    await symlink(
      join(ROOT, 'node_modules/@graphql-typed-document-node'),
      join(folder, 'node_modules/@graphql-typed-document-node'),
    );
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  test('gives a bundle what is asked for and nothing else', async () => {
    const entry = join(folder, 'entry.js');
    await writeFile(
      entry,
      `import { createClient, RollUpDocument } from '@dangbo/client';
       createClient({ url: '/graphql' })(RollUpDocument, {}).then((answer) => { document.title = answer.organization.name; });`,
    );
    const build = { minify: false, rollupOptions: { input: entry, output: { entryFileNames: 'bundle.js' } } };
    const config = join(folder, 'vite.config.mjs');
    await writeFile(config, `export default ${JSON.stringify({ root: folder, logLevel: 'error', build })};`);
    await run(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build', '--config', config]);
    const code = await readFile(join(folder, 'dist', 'bundle.js'), 'utf8');
    expect(code).toContain('query RollUp');
    for (const other of ['Catalogue', 'FindUnits', 'Series', 'UnitsBelow']) expect(code).not.toContain(other);
    expect(code).not.toMatch(/\bfrom ['"](?!\.)|type-graphql|graphql-js|node:/);
    expect(code.length).toBeLessThan(6_000);
  });

  test('has types that hold a user to the schema', async () => {
    await writeFile(
      join(folder, 'user.ts'),
      `import { createClient, RollUpDocument, CatalogueDocument } from '@dangbo/client';
       const ask = createClient({ url: '/graphql' });
       const { organization } = await ask(RollUpDocument, { code: 'H509', indicators: ['PARTY_MEMBERS'], period: '2023', on: '2023-09-30' });
       const value: number | null | undefined = organization?.indicators[0]?.value;
       await ask(CatalogueDocument);
       // @ts-expect-error a value may be null
       const sure: number = organization!.indicators[0]!.value;
       // @ts-expect-error the period is missing
       await ask(RollUpDocument, { code: 'H509', indicators: ['PARTY_MEMBERS'] });
       // @ts-expect-error codes are upper case
       await ask(RollUpDocument, { code: 'H509', indicators: ['party_members'], period: '2023' });
       // @ts-expect-error this is no day
       await ask(RollUpDocument, { code: 'H509', indicators: [], period: '2023', on: 'yesterday' });
       // @ts-expect-error there is no such field
       organization?.nmae;
       export { sure, value };`,
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      target: 'es2022',
      module: 'esnext',
      moduleResolution: 'bundler',
      types: [],
    };
    await writeFile(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['user.ts'] }));
    const tsc = join(ROOT, 'node_modules/typescript-7/bin/tsc');
    await run(process.execPath, [tsc, '--project', folder]).catch(({ stdout }: { stdout: string }) => {
      throw new Error(stdout);
    });
  });
});
