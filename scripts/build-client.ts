import { execFile } from 'node:child_process';
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { generate } from '@graphql-codegen/cli';
import config from '../client/codegen.ts';
import { keepGenerated } from './generated-file.ts';

/**
 * Builds the client package from schema.graphql and client/operations: the sources that are generated, then ES
 * modules with their types in dist/client, which is the package. With `--check` only looks whether what is generated is up to date.
 */

const GENERATED = 'client/src/generated/graphql.ts';
const MANIFEST = 'trusted-documents/client.json';
const SCRIPT = 'build:client';

const made = (await generate({ ...config, silent: true }, false)) as readonly { filename: string; content: string }[];
const files = new Map(made.map(({ filename, content }) => [filename, content]));
await mkdir(new URL('../client/src/generated', import.meta.url), { recursive: true });
await keepGenerated(GENERATED, shakable(fileAt(GENERATED)), SCRIPT);
await keepGenerated(MANIFEST, fileAt('client/src/generated/persisted-documents.json'), SCRIPT);
if (!process.argv.includes('--check')) await build();

function fileAt(name: string): string {
  const content = files.get(name);
  if (content === undefined) throw new Error(`the code generator made no ${name}`);
  return content;
}

/** A bundler leaves out a document that nobody asks for only if it is told that making it does nothing else. */
function shakable(source: string): string {
  return source.replaceAll('= new TypedDocumentString(', '= /*#__PURE__*/ new TypedDocumentString(');
}

async function build(): Promise<void> {
  const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));
  await rm(at('dist/client'), { recursive: true, force: true });
  const tsc = at('node_modules/typescript-7/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '--project', at('client/tsconfig.build.json')]);
  for (const file of ['client/package.json', 'client/README.md', 'schema.graphql']) {
    await copyFile(at(file), at(`dist/client/${basename(file)}`));
  }
  await copyFile(at(MANIFEST), at('dist/client/persisted-documents.json'));
}
