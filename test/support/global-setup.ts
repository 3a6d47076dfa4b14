import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tsImport } from 'tsx/esm/api';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';
import globalTeardown from './global-teardown.ts';
import { removeAbandoned, setRun } from './run.ts';
import type * as Template from './template.ts';

/**
 * Starts a PostgreSQL for this run alone, beside any other, and fills the template that every test database is copied
 * from.
 */
export default async function globalSetup(): Promise<void> {
  await removeAbandoned();
  const folder = await mkdtemp(join(tmpdir(), `dangbo-test-${process.pid}-`));
  const server = await startEmbeddedPostgres({ dataDir: join(folder, 'postgres'), durable: false });
  setRun({ folder, server });
  try {
    // jest runs this file without its transforms, and the entities' decorators need one.
    const { fillTemplate } = (await tsImport('./template.ts', import.meta.url)) as typeof Template;
    await fillTemplate(server.url);
  } catch (error) {
    await globalTeardown();
    throw error;
  }
}
