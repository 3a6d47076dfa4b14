import { mkdtemp, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { removeLeftUploads } from '../../../src/server/http/uploads.ts';
import { workbookOf } from '../../../src/import/files/template/workbook.ts';
import type { TestServer } from '../../support/server.ts';
import { startTestServer } from '../../support/server.ts';
import { Seed } from '../../support/seed.ts';
import type { Claims, Sent } from './send.ts';
import { IMPORT, leftOver, sendFile, uploads } from './send.ts';

let server: TestServer;
let seed: Seed;

beforeAll(async () => {
  server = await startTestServer();
  seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'P', kind: 'PROVINCE', parent: 'VN' },
    { code: 'B', kind: 'BLOC', parent: 'P' },
    { code: 'G', kind: 'GRASSROOTS_COMMITTEE', parent: 'B' },
    { code: 'OTHER', kind: 'BLOC', parent: 'P' },
  ]);
});

afterAll(async () => {
  await seed.close();
  await server.stop();
});

const send = (
  content: string | Uint8Array<ArrayBuffer>,
  claims: Claims,
  own?: Parameters<typeof sendFile>[3],
): Promise<Sent> => sendFile(server, content, claims, own);

const ADMINISTRATOR = { role: 'administrator' };
const OFFICER = { role: 'officer', unit: 'B', subject: 'officer-b' };
const sources = (id: string): string => `id,title,kind\n${id},Báo cáo,FORM\n`;
const figures = (...units: string[]): string =>
  [
    'organization,indicator,period,value,source',
    ...units.map((unit) => `${unit},MEMBERS_ADMITTED,2024,5,article-que-son-2023`),
  ].join('\n');

test('a file goes in, and its report comes back', async () => {
  const there = await uploads();
  const { job, codes } = await send(sources('up-1'), ADMINISTRATOR);
  expect(codes).toEqual([]);
  expect(job).toMatchObject({ state: 'DONE', report: { outcome: 'TAKEN', created: 1, causes: [] } });
  const [row] = await seed.rows<{ title: string }>(`select title from source_document where id = 'up-1'`);
  expect(row?.title).toBe('Báo cáo');
  expect(await leftOver(there)).toEqual([]);
});

test.each([
  ['without the header', { headers: {} }, ['UPLOAD_REFUSED']],
  ['with a map that is none', { map: '[]' }, ['UPLOAD_REFUSED']],
  ['with a place that is none', { map: '{"0":["variables.other"]}' }, ['UPLOAD_REFUSED']],
  ['with a place outside of the variables', { map: '{"0":["query"]}' }, ['UPLOAD_REFUSED']],
  ['with a place in the prototype', { map: '{"0":["variables.__proto__"]}' }, ['UPLOAD_REFUSED']],
  ['without a question', { operations: '{"variables":{"file":null}}' }, ['BAD_REQUEST']],
])('%s nothing runs', async (_, own, codes) => {
  const there = await uploads();
  const before = await seed.rows('select count(*) from import_job');
  const sent = await send(sources('up-none'), ADMINISTRATOR, own);
  expect(sent.codes).toEqual(codes);
  expect(await seed.rows('select count(*) from import_job')).toEqual(before);
  expect(await leftOver(there)).toEqual([]);
});

test('the public and analysts send no files', async () => {
  expect((await send(sources('up-2'), undefined)).codes).toEqual(['FORBIDDEN']);
  expect((await send(sources('up-2'), { role: 'analyst' })).codes).toEqual(['FORBIDDEN']);
});

test('an officer brings in what is about the unit’s own, and is told the same of others as of none', async () => {
  expect((await send(figures('G', 'B'), OFFICER)).job).toMatchObject({ report: { outcome: 'TAKEN', created: 2 } });
  const drafted = await seed.rows(
    `select o.code, r.state from report r join organization o on o.id = r.organization_id order by code`,
  );
  expect(drafted).toEqual([
    { code: 'B', state: 'DRAFT' },
    { code: 'G', state: 'DRAFT' },
  ]);
  expect(
    await seed.rows(`select from observation where period_key = '2024' and indicator_code = 'MEMBERS_ADMITTED'`),
  ).toEqual([]);
  const { job } = await send(figures('OTHER', 'NOWHERE'), OFFICER);
  expect(job?.report).toMatchObject({ outcome: 'REFUSED', rejected: 2, causes: [{ code: 'FORBIDDEN', rows: [2, 3] }] });
  const operations = 'op,on,decision,code,name,kind,parent\nOPEN,2024-01-01,1,NEW,Tên,CELL,G\n';
  expect((await send(operations, OFFICER)).job?.report).toMatchObject({
    outcome: 'REFUSED',
    causes: [{ code: 'FORBIDDEN' }],
  });
});

test('rejected rows come back to whoever sent them, and nobody else sees the job', async () => {
  const { job } = await send(figures('OTHER', 'B', 'G').replaceAll('2024', '2023'), OFFICER, { acceptValid: true });
  expect(job?.report).toMatchObject({ outcome: 'TAKEN', created: 2, rejected: 1 });
  expect(job?.rejectedFile).toContain('OTHER,MEMBERS_ADMITTED,2023,5');
  const book = await workbookOf('A', [
    ['organization', 'indicator', 'period', 'value', 'source'],
    ['OTHER', 'MEMBERS_ADMITTED', 2022, 5, 'article-que-son-2023'],
    ['G', 'MEMBERS_ADMITTED', 2022, 5, 'article-que-son-2023'],
  ]);
  const second = await send(new Uint8Array(book), OFFICER, { acceptValid: true });
  expect(second.job?.rejectedFile).toContain('OTHER,MEMBERS_ADMITTED,2022,5');
  const question = `query ($id: ID!) { importJob(id: $id) { id state } }`;
  const asked = async (claims: { role: string; unit?: string; subject?: string }): Promise<unknown> =>
    (await server.as(claims)).data(question, { id: job?.id });
  const seen = { importJob: { id: job?.id, state: 'DONE' } };
  expect(await asked(OFFICER)).toEqual(seen);
  expect(await asked(ADMINISTRATOR)).toEqual(seen);
  expect(await asked({ ...OFFICER, subject: 'officer-of-another' })).toEqual({ importJob: null });
});

test('what a killed server left is removed the next day', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-upload-'));
  await writeFile(join(folder, 'members'), 'x');
  await removeLeftUploads();
  expect(await uploads()).toContain(basename(folder));
  const yesterday = new Date(Date.now() - 25 * 60 * 60 * 1000);
  await utimes(folder, yesterday, yesterday);
  await removeLeftUploads();
  expect(await uploads()).not.toContain(basename(folder));
});

test('a file is given by a variable alone', async () => {
  const administrator = await server.as(ADMINISTRATOR);
  for (const variables of [{ file: 'x' }, { file: { path: '/etc/passwd', name: 'x' } }]) {
    const { errors = [] } = await administrator.ask(IMPORT, variables);
    expect(errors.length).toBeGreaterThan(0);
  }
  expect(server.unexpected).toEqual([]);
});
