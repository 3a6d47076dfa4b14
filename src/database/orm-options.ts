import { fileURLToPath } from 'node:url';
import { Migrator } from '@mikro-orm/migrations';
import type { Options } from '@mikro-orm/postgresql';
import { defineConfig } from '@mikro-orm/postgresql';
import { SeedManager } from '@mikro-orm/seeder';
import { MIGRATIONS } from '../../migrations/index.ts';
import { ENTITIES } from './entities.ts';
import { ORM_LOGGER } from './orm-logger.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * How MikroORM finds the database, the entities, the migrations and the seeds.
 * @param url a postgres:// address
 */
export function ormOptions(url: string): Options {
  return defineConfig({
    clientUrl: url,
    entities: ENTITIES,
    extensions: [Migrator, SeedManager],
    migrations: {
      path: here('../../migrations'),
      migrationsList: MIGRATIONS,
      emit: 'ts',
      snapshotName: '.snapshot',
      snapshotOnMigrate: false,
      silent: true,
    },
    seeder: { path: here('../../seeds'), defaultSeeder: 'PublishedFiguresSeeder' },
    schemaGenerator: {
      skipTables: [
        'journal',
        'journal_horizon',
        'register_state',
        'placement_guard',
        'member_reading',
        'member_reading_head',
        'member_correction',
        'member_erasure',
        'import_file',
        'import_job',
      ],
    },
    pool: { min: 0, max: 10 },
    loggerFactory: () => ORM_LOGGER,
    debug: ['query'],
    allowGlobalContext: false,
  });
}
