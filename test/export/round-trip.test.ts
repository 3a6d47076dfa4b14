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

describe.each(['csv', 'xlsx'])('as %s', (form) => {
  test('observations, more than a page of them, with texts that a spreadsheet would run', async () => {
    expect(await comesBack(`/export/observations.${form}?unit=X-E&below=true`, form)).toEqual(
      same('observations', 5000),
    );
  });

  test('members', async () => {
    expect(await comesBack(`/export/members.${form}?unit=X-E`, form)).toEqual(same('members', people.length));
  });

  test('all that five articles published', async () => {
    for (const unit of ['H509', 'H513', 'K52-01', 'T49']) {
      const [known] = await world.seed.rows<{ count: number }>(
        `select count(*)::int as count from observation o join organization u on u.id = o.organization_id where u.code = $1`,
        [unit],
      );
      if (known?.count === 0) continue;
      expect(await comesBack(`/export/observations.${form}?unit=${unit}`, form)).toEqual(
        same('observations', known?.count ?? -1),
      );
    }
  });
});
