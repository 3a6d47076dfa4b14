import { readFileSync } from 'node:fs';

/** The documents of the client package by their hashes. */
export const MANIFEST = JSON.parse(
  readFileSync(new URL('../../../trusted-documents/client.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, string>>;
