import { readFile } from 'node:fs/promises';
import type { ClientBase } from 'pg';

/**
 * Runs the statements of a file of this folder, one after the other. Blank lines part them.
 * @param values texts that stand in for :names; written as SQL
 */
export async function runScript(
  client: ClientBase,
  name: string,
  values: Readonly<Record<string, string>> = {},
): Promise<void> {
  const text = await readFile(new URL(`./${name}.sql`, import.meta.url), 'utf8');
  for (const statement of text.split(/\n\n/)) {
    await client.query(statement.replace(/(?<!:):([a-z_]+)\b/g, (whole, key: string) => values[key] ?? whole));
  }
}
