import { rm } from 'node:fs/promises';
import { getRun } from './run.ts';

/** Stops the PostgreSQL of this run and removes its files. */
export default async function globalTeardown(): Promise<void> {
  const { folder, server } = getRun();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
