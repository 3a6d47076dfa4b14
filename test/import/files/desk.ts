import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportOptions } from '../../../src/import/files/import-file.ts';
import { importFile } from '../../../src/import/files/import-file.ts';
import type { ImportReport } from '../../../src/import/files/report.ts';
import type { TestDatabase } from '../../support/database.ts';
import { createTestDatabase } from '../../support/database.ts';
import { Seed } from '../../support/seed.ts';

/** A database and a folder in which files are brought in. */
export interface Desk {
  readonly database: TestDatabase;
  readonly seed: Seed;
  readonly folder: string;
  /** Writes a file and brings it in. */
  take(content: string | Uint8Array, options?: Partial<ImportOptions>): Promise<ImportReport>;
  /** Everything that a file can change, as text. */
  dump(): Promise<string>;
  close(): Promise<void>;
}

const TABLES = [
  ...['organization', 'placement', 'succession', 'structure_operation', 'member', 'member_cell', 'member_event'],
  ...['source_document', 'observation', 'indicator', 'indicator_dimension', 'import_file'],
  ...['report', 'report_event', 'report_figure'],
];

export async function openDesk(): Promise<Desk> {
  const database = await createTestDatabase();
  const seed = await Seed.open(database.url);
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-files-'));
  let files = 0;
  return {
    database,
    seed,
    folder,
    take: async (content, options = {}) => {
      files += 1;
      const path = join(folder, `file-${files}`);
      await writeFile(path, content);
      return importFile({ url: database.url, path, name: 'report.csv', ...options });
    },
    dump: async () => {
      const parts = TABLES.map(
        (table) => `select '${table}' as t, md5(string_agg(r::text, ',' order by r::text)) as h from ${table} r`,
      );
      const rows = await seed.rows<{ t: string; h: string }>(`${parts.join(' union all ')} order by t`);
      return JSON.stringify(rows);
    },
    close: async () => {
      await seed.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The causes of a report: code, property, rows. */
export function causesOf({ causes }: ImportReport): string[] {
  return causes
    .map(({ code, property, rows }) => [code, property, rows.join()].filter((part) => part !== '').join(' '))
    .sort();
}
