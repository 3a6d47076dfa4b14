import { readFile, stat } from 'node:fs/promises';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';
import { createLocalJWKSet } from 'jose';

/** How often the file is looked at, at most. */
const LOOK_EVERY_MS = 1000;

/**
 * The keys of a file, read anew when it changes: keys are exchanged without a restart.
 * @throws Error where the file has no key set
 */
export async function keysOfFile(path: string): Promise<JWTVerifyGetKey> {
  let held = await read(path);
  let lookedAt = performance.now();
  return async (header, token) => {
    if (performance.now() - lookedAt >= LOOK_EVERY_MS) {
      lookedAt = performance.now();
      if ((await stat(path)).mtimeMs !== held.changedAt) held = await read(path);
    }
    return held.keys(header, token);
  };
}

async function read(path: string): Promise<{ keys: JWTVerifyGetKey; changedAt: number }> {
  const { mtimeMs } = await stat(path);
  return { keys: createLocalJWKSet(JSON.parse(await readFile(path, 'utf8')) as JSONWebKeySet), changedAt: mtimeMs };
}
