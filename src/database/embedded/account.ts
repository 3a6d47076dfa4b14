import { spawnSync } from 'node:child_process';
import { chownSync, lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './error.ts';

/** A program and its arguments, ready for spawn. */
export interface Command {
  readonly file: string;
  readonly args: readonly string[];
}

/** Whom PostgreSQL runs as. It refuses root, and a user without a name: they need one of the detours below. */
export interface Account {
  /** Spawn options that switch to the account. */
  readonly spawn: { readonly uid?: number; readonly gid?: number };
  /** The user that must own the data folder, as seen from here. Undefined: leave it as it is. */
  readonly owner?: Owner;
  /** Wraps a command where the account needs a helper program. */
  wrap(file: string, args: readonly string[]): Command;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const asIs = (file: string, args: readonly string[]): Command => ({ file, args });
/** The user `nobody`, which nearly every system knows by this number. */
const NOBODY: Owner = { uid: 65534, gid: 65534 };

const ownUser: Account = { spawn: {}, wrap: asIs };

const nobody: Account = { spawn: NOBODY, owner: NOBODY, wrap: asIs };

/** Nobody inside, the same user as before outside: so it can still enter folders that only this user may enter. */
const nobodyInNamespace: Account = {
  spawn: {},
  wrap: (file, args) => ({ file: 'unshare', args: ['--user', `--map-user=${NOBODY.uid}`, file, ...args] }),
};

/** What can be tried, the simplest first. */
function candidates(user: number): readonly Account[] {
  if (user !== 0) return [ownUser, nobodyInNamespace];
  return [nobody, { ...nobodyInNamespace, owner: { uid: 0, gid: 0 } }];
}

/** Why the account cannot enter the folder, has no name, or cannot run the program; undefined if it can. */
function obstacle(account: Account, program: string, folder: string): string | undefined {
  const script = 'cd "$1" && id -un && exec "$2" --version';
  const { file, args } = account.wrap('/bin/sh', ['-c', script, 'sh', folder, program]);
  const { status, stderr, error } = spawnSync(file, args, { ...account.spawn, cwd: '/', encoding: 'utf8' });
  if (status === 0) return undefined;
  return error?.message ?? stderr.trim().split('\n').at(-1);
}

/**
 * Chooses the account that PostgreSQL can run as.
 * @param program absolute path of the postgres program
 * @param dataFolder absolute path of the data folder; its parent must exist
 * @throws EmbeddedPostgresError where none can, with the reason of each
 */
export function chooseAccount(program: string, dataFolder: string): Account {
  const user = process.getuid?.();
  if (user === undefined) return ownUser;
  const reasons: (string | undefined)[] = [];
  for (const account of candidates(user)) {
    const reason = obstacle(account, program, dirname(dataFolder));
    if (reason === undefined) return account;
    reasons.push(reason);
  }
  throw new EmbeddedPostgresError(
    `the embedded PostgreSQL cannot run for user ${user} (${reasons.join('; ')}): start as another user, or set DATABASE_URL`,
  );
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
function chownIfReal(path: string, owner: Owner): void {
  if (!lstatSync(path).isSymbolicLink()) chownSync(path, owner.uid, owner.gid);
}
