import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chown, mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Account, handOver } from './account.ts';
import type { Binaries } from './binaries.ts';
import { EmbeddedPostgresError } from './error.ts';
import { isAlive } from './postmaster.ts';

/** The owner of everything in the embedded cluster. */
export const SUPERUSER = 'dangbo';

/** A PostgreSQL data directory and the password of its only user. */
export interface Cluster {
  readonly path: string;
  readonly password: string;
}

const PASSWORD_FILE = 'dangbo.password';

/**
 * Makes the cluster inside the folder unless it is there. It is built beside its final place and moved there in one
 * step, so a half-made cluster is never seen, and of two that start at once one wins and the other uses its cluster.
 */
export async function ensureCluster(folder: string, binaries: Binaries, account: Account): Promise<Cluster> {
  const path = join(folder, 'cluster');
  if (!existsSync(join(path, 'PG_VERSION'))) await create(folder, path, binaries, account);
  handOver(account, path);
  return { path, password: (await readFile(join(path, PASSWORD_FILE), 'utf8')).trim() };
}

async function create(folder: string, path: string, binaries: Binaries, account: Account): Promise<void> {
  await removeAbandoned(folder);
  const draft = join(folder, `draft-${process.pid}-${randomBytes(4).toString('hex')}`);
  const passwordFile = `${draft}.password`;
  await mkdir(draft, { mode: 0o700 });
  try {
    await writeFile(passwordFile, `${randomBytes(24).toString('hex')}\n`, { mode: 0o600 });
    if (account.owner !== undefined) {
      await chown(passwordFile, account.owner.uid, account.owner.gid);
      await chown(draft, account.owner.uid, account.owner.gid);
    }
    await initialise(draft, passwordFile, binaries, account);
    await rename(passwordFile, join(draft, PASSWORD_FILE));
    await moveUnlessTaken(draft, path);
  } finally {
    await rm(draft, { recursive: true, force: true });
    await rm(passwordFile, { force: true });
  }
}

/**
 * The built-in C.UTF-8 locale compares by code point, the same on every machine; the Vietnamese order is asked for
 * where it is wanted, with `collate "vi-x-icu"`.
 */
async function initialise(path: string, passwordFile: string, binaries: Binaries, account: Account): Promise<void> {
  const { file, args } = account.wrap(binaries.initdb, [
    `--pgdata=${path}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    '--no-sync',
  ]);
  try {
    await promisify(execFile)(file, args, { ...account.spawn, env: {}, cwd: '/' });
  } catch (error) {
    const said = String((error as { stderr?: string }).stderr)
      .trim()
      .split('\n')
      .at(-1);
    throw new EmbeddedPostgresError(`a new database could not be made in ${path}: ${said}`);
  }
}

async function moveUnlessTaken(draft: string, path: string): Promise<void> {
  try {
    await rename(draft, path);
  } catch (error) {
    if (!existsSync(join(path, 'PG_VERSION'))) throw error;
  }
}

/** Drafts of processes that were killed while they made one. */
async function removeAbandoned(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const pid = /^draft-(\d+)-/.exec(name)?.[1];
    if (pid !== undefined && !isAlive(Number(pid))) {
      await rm(join(folder, name), { recursive: true, force: true });
    }
  }
}
