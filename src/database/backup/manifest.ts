import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CarriedSequence, CarriedTable } from './tables.ts';

/** A backup or a restore that cannot be; the message is one line for the person at the terminal. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** A table's file in a backup. */
export interface SavedTable extends CarriedTable {
  readonly rows: number;
  /** Of the file as it lies there, compressed. */
  readonly bytes: number;
  readonly sha256: string;
}

/** What a backup holds. */
export interface Manifest {
  readonly format: 1;
  readonly madeAt: string;
  /** Of the PostgreSQL that it was taken from. */
  readonly server: string;
  readonly migrations: readonly string[];
  readonly tables: readonly SavedTable[];
  readonly sequences: readonly CarriedSequence[];
}

const FILE = 'manifest.json';

export function tableFile(folder: string, { name }: CarriedTable): string {
  return join(folder, `${name}.copy.zst`);
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, FILE), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

/** @throws BackupError where the folder holds no backup that this version reads */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => undefined);
  if (text === undefined) throw new BackupError(`${folder} holds no backup: there is no ${FILE} in it`);
  const manifest = JSON.parse(text) as Manifest | { format: unknown };
  if (manifest.format === 1) return manifest as Manifest;
  throw new BackupError(`${folder} holds a backup of format ${String(manifest.format)}; this version reads format 1`);
}
