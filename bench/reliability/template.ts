import { chmod, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PublishedFiguresSeeder } from '../../seeds/PublishedFiguresSeeder.ts';
import type { EmbeddedPostgres, EmbeddedPostgresOptions } from '../../src/database/embedded/server.ts';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import { migrateUp, openOrm } from '../../src/database/orm.ts';
import { Seed } from '../../test/support/seed.ts';
import { CELL, FIRST_VALUE, INDICATOR, NAMES, PARENT, PERIOD, REPORTING, TOTAL } from './world.ts';

/** Small, so that a small disk holds it and a crash is recovered from at once. */
export const SETTINGS = { shared_buffers: '64MB', max_wal_size: '64MB', min_wal_size: '32MB' };

/** A folder that the account of PostgreSQL may enter. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'dangbo-reliability-'));
  await chmod(folder, 0o755);
  return folder;
}

let template: Promise<string> | undefined;

/** Starts a durable PostgreSQL on a copy of a data folder with tables, published figures and a few units. */
export async function startDatabase(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  template ??= makeTemplate();
  await cp(await template, options.dataDir, { recursive: true });
  return startEmbeddedPostgres({ ...options, settings: { ...SETTINGS, ...options.settings } });
}

/** Takes the folder away that databases were copied from. */
export async function forgetTemplate(): Promise<void> {
  if (template) await rm(await template, { recursive: true, force: true });
  template = undefined;
}

async function makeTemplate(): Promise<string> {
  const dataDir = await makeFolder();
  const postgres = await startEmbeddedPostgres({ dataDir, durable: true, settings: { ...SETTINGS, fsync: 'off' } });
  const orm = await openOrm(postgres.url);
  await migrateUp(orm);
  await orm.seeder.seed(PublishedFiguresSeeder);
  await orm.close(true);
  const seed = await Seed.open(postgres.url);
  const from = '2000-01-01';
  await seed.units([{ code: TOTAL, kind: 'PROVINCE', parent: 'VN', from }]);
  await seed.units([{ code: PARENT, kind: 'BLOC', parent: TOTAL, from }]);
  await seed.units(REPORTING.map((code) => ({ code, kind: 'GRASSROOTS_COMMITTEE', parent: PARENT, from })));
  await seed.units([{ code: CELL, kind: 'GRASSROOTS_CELL', parent: PARENT, from }]);
  await seed.facts(
    REPORTING.map((organization) => ({
      organization,
      indicator: INDICATOR,
      period: `${PERIOD}-01-01/${PERIOD}-12-31`,
      value: FIRST_VALUE,
    })),
  );
  // The period as a report names it.
  await seed.sql(`update observation set period_key = $1 where indicator_code = $2 and value = $3`, [
    PERIOD,
    INDICATOR,
    FIRST_VALUE,
  ]);
  await seed.sql(MEMBERS, [NAMES, CELL]);
  await seed.close();
  await postgres.stop();
  return dataDir;
}

const MEMBERS = `
  with made as (
    insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
    select name, 'FEMALE', '1980-01-01', 'Kinh', 'UNIVERSITY', 'CIVIL_SERVANT', '2021-02-03', 'OFFICIAL', true
    from unnest($1::text[]) as name returning id)
  insert into member_cell (member_id, cell_id, valid)
  select made.id, cell.id, '[2021-02-03,)' from made, organization cell where cell.code = $2`;
