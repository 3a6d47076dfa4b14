import { readdir, readFile, writeFile } from 'node:fs/promises';
import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';
import { buildASTSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, parse } from 'graphql';

/** A change that breaks what the last release promised, and why it may not be made. */
export interface Broken {
  readonly path: string;
  readonly message: string;
  readonly why: string;
}

/**
 * What a schema breaks of the one before it. A breaking change is kept if the last release announced it: by
 * `@deprecated` with a day (YYYY-MM-DD) in its reason, from which on the thing may be gone, and if that day has come.
 * @param today YYYY-MM-DD
 */
export async function brokenPromises(before: string, after: string, today: string): Promise<Broken[]> {
  const [old, now] = [schemaOf(before), schemaOf(after)];
  const changes = await diff(old, now);
  const breaking = changes.filter(isBreaking).flatMap((change) => {
    const path = change.path ?? '';
    const why = notAnnounced(announcementOf(old, path), today);
    return why === undefined ? [] : [{ path, message: change.message, why }];
  });
  return [...breaking, ...undatedDeprecations(now)];
}

/** The text is a subgraph's: the directives of federation are not defined in it. */
function schemaOf(sdl: string): GraphQLSchema {
  return buildASTSchema(parse(sdl), { assumeValidSDL: true });
}

/** A key is what other agencies hold on to: taking one away breaks their subgraphs. */
function isBreaking({
  criticality,
  type,
  message,
}: Pick<Change, 'criticality' | 'message'> & { readonly type: string }): boolean {
  const losesKey = type.startsWith('DIRECTIVE_USAGE_') && type.endsWith('_REMOVED') && /'key'/.test(message);
  return criticality.level === CriticalityLevel.Breaking || losesKey;
}

function notAnnounced(reasons: readonly (string | undefined)[], today: string): string | undefined {
  if (reasons.length === 0 || reasons.includes(undefined)) return 'the last release does not deprecate it';
  const days = reasons.map((reason) => dayIn(reason ?? ''));
  if (days.includes(undefined)) return 'its deprecation names no day';
  const late = days.find((day) => (day ?? '') > today);
  return late === undefined ? undefined : `it was promised until ${late}`;
}

function dayIn(reason: string): string | undefined {
  return /\b\d{4}-\d{2}-\d{2}\b/.exec(reason)?.[0];
}

/** The deprecations that announce a change at a path such as `Type.field.argument`; of a type, those of all its parts. */
function announcementOf(schema: GraphQLSchema, path: string): readonly (string | undefined)[] {
  const [typeName = '', partName, argumentName] = path.split('.');
  const parts = partsOf(schema, typeName);
  if (partName === undefined) return Object.values(parts).map((part) => reasonOf(part));
  const part = parts[partName];
  if (part === undefined) return [];
  const argument = part.args?.find(({ name }) => name === argumentName);
  return [reasonOf(part) ?? (argument && reasonOf(argument))];
}

interface Part {
  readonly deprecationReason?: string | null;
  readonly args?: readonly { readonly name: string; readonly deprecationReason?: string | null }[];
}

function reasonOf({ deprecationReason }: Part): string | undefined {
  return deprecationReason ?? undefined;
}

function partsOf(schema: GraphQLSchema, typeName: string): Readonly<Record<string, Part>> {
  const type = schema.getType(typeName);
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return type.getFields();
  if (isEnumType(type)) return Object.fromEntries(type.getValues().map((value) => [value.name, value]));
  return {};
}

function undatedDeprecations(schema: GraphQLSchema): Broken[] {
  return Object.keys(schema.getTypeMap())
    .filter((name) => !name.startsWith('__'))
    .flatMap((type) => Object.entries(partsOf(schema, type)).map(([name, part]) => ({ path: `${type}.${name}`, part })))
    .filter(({ part }) => reasonOf(part) !== undefined && dayIn(reasonOf(part) ?? '') === undefined)
    .map(({ path }) => ({
      path,
      message: `${path} is deprecated`,
      why: 'a deprecation has to name the day of the end',
    }));
}

const RELEASES = new URL('../docs/schema-releases/', import.meta.url);
const CURRENT = new URL('../schema.graphql', import.meta.url);

/** The version that was released last, of the files `<version>.graphql`. */
export function newestOf(files: readonly string[]): string | undefined {
  const versions = files.filter((file) => file.endsWith('.graphql')).map((file) => file.slice(0, -'.graphql'.length));
  return versions.sort((a, b) => a.localeCompare(b, 'en', { numeric: true })).at(-1);
}

async function check(): Promise<void> {
  const version = newestOf(await readdir(RELEASES));
  if (version === undefined) throw new Error('docs/schema-releases is empty: npm run promises:release');
  const before = await readFile(new URL(`${version}.graphql`, RELEASES), 'utf8');
  const today = new Date().toISOString().slice(0, 10);
  const broken = await brokenPromises(before, await readFile(CURRENT, 'utf8'), today);
  for (const { message, why } of broken) process.stderr.write(`${message} But ${why}.\n`);
  if (broken.length > 0) process.exitCode = 1;
  else process.stdout.write(`schema.graphql keeps what release ${version} promised\n`);
}

/** Writes down what is promised from now on, under the version of package.json. */
async function release(): Promise<void> {
  const text = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  const { version } = JSON.parse(text) as { version: string };
  await writeFile(new URL(`${version}.graphql`, RELEASES), await readFile(CURRENT, 'utf8'));
}

if (import.meta.main) await (process.argv.includes('--release') ? release() : check());
