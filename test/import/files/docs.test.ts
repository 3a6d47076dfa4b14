import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { FILE_LIMITS } from '../../../src/import/files/limits.ts';
import { SUBJECT_LIST } from '../../../src/import/files/subjects/index.ts';
import { writeTemplate } from '../../../src/import/files/template/write.ts';
import type { TestServer } from '../../support/server.ts';
import { startTestServer } from '../../support/server.ts';
import type { Desk } from './desk.ts';
import { openDesk } from './desk.ts';

const page = readFileSync(new URL('../../../docs/import.md', import.meta.url), 'utf8');
const examples = [...page.matchAll(/```(csv|graphql)\n(.*?)```/gs)].map(([, , text = '']) => text);

let desk: Desk;
let server: TestServer;

beforeAll(async () => {
  desk = await openDesk();
  server = await startTestServer({ url: desk.database.url });
});

afterAll(async () => {
  await server.stop();
  await desk.close();
});

test('the example goes in as it stands there, and comes back at every level', async () => {
  const [sources = '', figures = '', question = ''] = examples;
  const administrator = await server.as({ role: 'administrator' });
  await administrator.data(question);
  expect(await desk.take(figures, { dryRun: true })).toMatchObject({ outcome: 'REFUSED', rejected: 2 });
  expect(await desk.take(sources)).toMatchObject({ outcome: 'TAKEN', subject: 'sources', created: 1 });
  expect(await desk.take(figures)).toMatchObject({ outcome: 'TAKEN', subject: 'observations', created: 2 });
  const value = (of: number): object => ({ indicator: { value: of } });
  expect(await administrator.data(question)).toEqual({
    commune: value(3),
    district: value(3),
    province: value(7),
    nation: value(7),
  });
});

test('an officer’s example is drafted as one report', async () => {
  const drafts = examples[3] ?? '';
  const actor = { subject: 'officer', role: 'OFFICER', unit: 'X20644' };
  await desk.seed.units([{ code: 'X20644-C01', kind: 'CELL', parent: 'X20644' }]);
  const report = await desk.take(drafts, { scope: { unit: 'X20644', today: '2024-01-01', actor }, by: 'officer' });
  expect(report).toMatchObject({ outcome: 'TAKEN', created: 2 });
  const officer = await server.as(actor);
  const question = /`reports\(.*?\{.*?\} \}`/.exec(page)?.[0].replaceAll('`', '') ?? '';
  expect(await officer.data(`{ ${question} }`)).toEqual({
    reports: { nodes: [{ id: expect.any(String), organization: { code: 'X20644-C01' }, period: '2023-Q3' }] },
  });
});

test('every column of every subject stands on the page', () => {
  for (const { name, columns } of SUBJECT_LIST) {
    const section = page.split(`\n**\`${name}\`**`)[1]?.split('\n**`')[0] ?? '';
    for (const { header, name: english, required = false } of columns) {
      expect(section).toMatch(new RegExp(`\\| ${header}${required ? ' \\*' : ''} +\\| \`${english}\``));
    }
  }
});

test('the limits on the page are those that hold', () => {
  for (const number of [
    FILE_LIMITS.rows,
    FILE_LIMITS.columns,
    FILE_LIMITS.cell,
    FILE_LIMITS.row,
    FILE_LIMITS.sharedTexts,
  ]) {
    expect(page).toContain(number.toLocaleString('en'));
  }
});

test.each(SUBJECT_LIST.map((subject) => [subject.name, subject] as const))(
  'the template of %s is a file of it',
  async (name, subject) => {
    for (const ending of ['csv', 'xlsx']) {
      const path = join(desk.folder, `template-${name}.${ending}`);
      await writeTemplate(subject, path);
      const report = await desk.take(await readFile(path), { dryRun: true });
      expect(report).toMatchObject({ outcome: 'TAKEN', subject: name, rows: 0, causes: [] });
    }
  },
);

test('a file that says what it is about need not be guessed', async () => {
  const report = await desk.take('first,second\n', { subject: 'sources' });
  expect(report).toMatchObject({ subject: 'sources', outcome: 'REFUSED' });
});
