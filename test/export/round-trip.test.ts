import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFile } from '../../src/import/files/import-file.ts';
import type { Downloads } from './people.ts';
import { openDownloads, people } from './people.ts';

/** What was exported comes in again, and changes nothing. */
let world: Downloads;
let folder: string;
beforeAll(async () => {
  world = await openDownloads();
  folder = await mkdtemp(join(tmpdir(), 'dangbo-round-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
  await world.close();
});

async function comesBack(path: string, form: string): Promise<object> {
  const response = await world.get(path, { role: 'ADMINISTRATOR' });
  expect(response.status).toBe(200);
  const file = join(folder, `out.${form}`);
  await writeFile(file, Buffer.from(await response.arrayBuffer()));
  const { outcome, subject, rows, created, updated, unchanged, causes } = await importFile({
    url: world.server.database.url,
    path: file,
    name: file,
    dryRun: true,
  });
  return { outcome, subject, rows, created, updated, unchanged, causes };
}

const same = (subject: string, rows: number): object => ({
  outcome: 'TAKEN',
  subject,
  rows,
  created: 0,
  updated: 0,
  unchanged: rows,
  causes: [],
});

/** Seven of them say of no time when they were so. */
const PUBLISHED = `
  select u.code, count(*)::int as count from observation o join organization u on u.id = o.organization_id
  where u.code not like 'X-E%' group by 1 order by 1`;

describe.each(['csv', 'xlsx'])('as %s', (form) => {
  test('observations, more than a page of them, with texts that a spreadsheet would run', async () => {
    expect(await comesBack(`/export/observations.${form}?unit=X-E&below=true`, form)).toEqual(
      same('observations', 5000),
    );
  }, 60_000);

  test('members', async () => {
    expect(await comesBack(`/export/members.${form}?unit=X-E`, form)).toEqual(same('members', people.length));
  });

  test('all that five articles published', async () => {
    const known = await world.seed.rows<{ code: string; count: number }>(PUBLISHED);
    expect(known.reduce((sum, { count }) => sum + count, 0)).toBe(107);
    for (const { code, count } of known) {
      expect(await comesBack(`/export/observations.${form}?unit=${code}`, form)).toEqual(same('observations', count));
    }
  }, 60_000);
});
