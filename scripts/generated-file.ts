import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, getFileInfo, resolveConfig } from 'prettier';

/**
 * Writes a file that is made from the code; with `--check` only looks whether it is what it would become, and ends
 * the process with 1 where it is not.
 * @param path from the top of the project
 * @param script name of the npm script that makes it
 */
export async function keepGenerated(path: string, text: string, script: string): Promise<void> {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url));
  const wanted = await formatted(file, text);
  if (!process.argv.includes('--check')) {
    await writeFile(file, wanted);
    return;
  }
  if ((await readFile(file, 'utf8').catch(() => undefined)) === wanted) return;
  process.stderr.write(`${path} is not what the code makes of it: run npm run ${script}\n`);
  process.exitCode = 1;
}

/** As prettier would have it, where it has a say. */
async function formatted(file: string, text: string): Promise<string> {
  const { ignored, inferredParser } = await getFileInfo(file, { ignorePath: '.prettierignore' });
  if (ignored || inferredParser === null) return text;
  return format(text, { ...(await resolveConfig(file)), filepath: file });
}
