import type { MigrationObject } from '@mikro-orm/core';
import { Migration20261122000000FirstTables } from './Migration20261122000000FirstTables.ts';
import { Migration20261122000100Journal } from './Migration20261122000100Journal.ts';

/** Every migration, in the order in which they run. */
export const MIGRATIONS: MigrationObject[] = [
  { name: 'Migration20261122000000FirstTables', class: Migration20261122000000FirstTables },
  { name: 'Migration20261122000100Journal', class: Migration20261122000100Journal },
];
