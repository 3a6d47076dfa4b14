import { setTimeout as sleep } from 'node:timers/promises';
import { MIGRATIONS } from '../../../migrations/index.ts';
import type { Statements } from '../../database/statements.ts';
import type { SnapshotStore } from '../../loaders/snapshot/store.ts';

const PATIENCE_MS = 2_000;

/** What a server needs in order to answer, each with `ok` or what is wrong. */
export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<'server' | 'database' | 'migrations' | 'rollups', string>>;
}

const MIGRATED = 'select name from mikro_orm_migrations';

/** Looks whether the server can answer: the database, its tables, and the figures in memory brought up to date. */
export async function readinessOf(statements: Statements, store: SnapshotStore, stopping: boolean): Promise<Readiness> {
  const migrations = inTime(missingMigrations(statements));
  const [tables, rollups] = await Promise.all([migrations, inTime(store.current().then(() => 'ok'))]);
  const checks = {
    server: stopping ? 'is stopping' : 'ok',
    database: tables === AWAY ? AWAY : 'ok',
    migrations: tables,
    rollups,
  };
  return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
}

async function missingMigrations(statements: Statements): Promise<string> {
  const rows = await statements.rows<{ name: string }>('migrations', MIGRATED);
  const done = new Set(rows.map(({ name }) => name));
  const missing = MIGRATIONS.filter(({ name }) => !done.has(name)).map(({ name }) => name);
  return missing.length === 0 ? 'ok' : `missing: ${missing.join(', ')}`;
}

const AWAY = 'cannot be reached';

/** Who asks whether all is well waits for seconds, not for ever. */
async function inTime(check: Promise<string>): Promise<string> {
  const waiting = new AbortController();
  const late = sleep(PATIENCE_MS, AWAY, { signal: waiting.signal, ref: false }).catch(() => AWAY);
  const told = await Promise.race([check.catch(() => AWAY), late]);
  waiting.abort();
  return told;
}
