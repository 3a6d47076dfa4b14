import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../src/config.ts';
import { ERROR_CATALOGUE } from '../../src/errors/catalogue.ts';

/** The page for whoever is on duty, held against the code. */

const ROOT = join(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/operations.md'), 'utf8');
const source = ['src/server/telemetry', 'src/settings']
  .flatMap((folder) => readdirSync(join(ROOT, folder)).map((name) => readFileSync(join(ROOT, folder, name), 'utf8')))
  .join('\n');

test.each(Object.keys(SETTINGS))('the setting %s is explained', (name) => {
  expect(page).toContain(`\`${name}\``);
});

test('no other setting is explained', () => {
  const named = [...page.matchAll(/`((?:DANGBO|DATABASE|AUTH|LOG)_[A-Z_]+)`/g)].flatMap(([, name]) => name ?? []);
  const codes = new Set(Object.keys(ERROR_CATALOGUE));
  expect(named.filter((name) => !(name in SETTINGS) && !codes.has(name))).toEqual([]);
});

test('every metric is explained, and no other', () => {
  const names = (text: string): Set<string> =>
    new Set([...text.matchAll(/dangbo_(?!app)[a-z]+_[a-z_]+/g)].map(([name]) => name));
  expect([...names(page)].sort()).toEqual([...names(source)].sort());
});

test('every alarm on a code is on one that there is', () => {
  const codes = [...page.matchAll(/code="(\w+)"/g)].flatMap(([, code]) => code ?? []);
  expect(codes.length).toBeGreaterThan(4);
  expect(codes.filter((code) => !(code in ERROR_CATALOGUE))).toEqual([]);
});

test('every command of the page is one of the project', () => {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
  const commands = [...page.matchAll(/npm run ([\w:]+)/g)].flatMap(([, name]) => name ?? []);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
