import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';

/** A program and its arguments, ready for spawn. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** Whom PostgreSQL runs as. It refuses to run as root, so root needs one of the two detours below. */
export interface Account {
  readonly kind: 'own user' | 'unprivileged user' | 'user namespace';
  /** Spawn options that switch to the account. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** The user that must own the data folder, as seen from here. Undefined: leave it as it is. */
  readonly owner?: { readonly uid: number; readonly gid: number };
  /** Wraps a command where the account needs a helper program. */
  wrap(file: string, args: readonly string[]): Command;
}

const asIs = (file: string, args: readonly string[]): Command => ({ file, args });
const NOBODY = { uid: 65534, gid: 65534 } as const;

const ownUser: Account = { kind: 'own user', spawn: {}, wrap: asIs };

const unprivilegedUser: Account = {
  kind: 'unprivileged user',
  spawn: NOBODY,
  owner: NOBODY,
  wrap: asIs,
};

/** Root outside, user 1000 inside: PostgreSQL is content, and can still enter folders that only root may enter. */
const userNamespace: Account = {
  kind: 'user namespace',
  spawn: {},
  owner: { uid: 0, gid: 0 },
  wrap: (file, args) => ({ file: 'unshare', args: ['--user', '--map-user=1000', file, ...args] }),
};

/** Can the account enter the folder and run the program? */
function canRun(account: Account, program: string, folder: string): boolean {
  const { file, args } = account.wrap('/bin/sh', ['-c', 'cd "$1" && exec "$2" --version', 'sh', folder, program]);
  return spawnSync(file, args, { ...account.spawn, cwd: '/', stdio: 'ignore' }).status === 0;
}

/**
 * Chooses the account that PostgreSQL can run as.
 * @param program absolute path of the postgres program
 * @param dataFolder absolute path of the data folder; its parent must exist
 * @throws EmbeddedPostgresError for root on a machine where neither detour works
 */
export function chooseAccount(program: string, dataFolder: string): Account {
  if (process.getuid?.() !== 0) return ownUser;
  const found = [unprivilegedUser, userNamespace].find((account) => canRun(account, program, dirname(dataFolder)));
  if (found === undefined) {
    throw new EmbeddedPostgresError(
      'PostgreSQL refuses to run as root, and no unprivileged user can reach its files: start as another user, or set DATABASE_URL',
    );
  }
  return found;
}

/** Makes the account the owner of a folder and all that is in it. Does nothing if it already is. */
export function handOver(account: Account, path: string): void {
  const { owner } = account;
  if (owner === undefined || lstatSync(path).uid === owner.uid) return;
  for (const entry of readdirSync(path, { recursive: true, encoding: 'utf8' })) {
    chownIfReal(join(path, entry), owner);
  }
  chownSync(path, owner.uid, owner.gid);
}

/** Never through a symbolic link: what it points to may lie outside the data folder. */
function chownIfReal(path: string, owner: { uid: number; gid: number }): void {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner.uid, owner.gid);
}
