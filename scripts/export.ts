import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { memberAccess } from '../src/access/member-access.ts';
import { scopeOf } from '../src/access/scope.ts';
import type { Viewer } from '../src/access/viewer.ts';
import { openAppPool } from '../src/database/app-pool.ts';
import { Statements } from '../src/database/statements.ts';
import { membersTable } from '../src/export/members.ts';
import { observationsTable } from '../src/export/observations.ts';
import type { ExportTable } from '../src/export/table.ts';
import { EXPORT_FORMS } from '../src/export/table.ts';
import { withAllBelow } from '../src/export/units.ts';
import { writeTable } from '../src/export/write.ts';
import { readTree } from '../src/loaders/snapshot/read-tree.ts';
import { dayInVietnam } from '../src/periods/day.ts';
import type { Lifetime } from '../src/startup/lifetime.ts';
import { openTables, runCommand } from './command.ts';

/**
 * npm run export -- observations|members [--unit CODE] [--below] out.csv|out.xlsx: writes what import takes in again. Works
 * as an administrator of this machine; readings of members are written down as everywhere.
 */
const USAGE = 'usage: npm run export -- observations|members [--unit CODE] [--below] out.csv|out.xlsx';
const VIEWER: Viewer = { role: 'ADMINISTRATOR', subject: 'npm run export', unit: null };

async function run(life: Lifetime): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { unit: { type: 'string' }, below: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  const [what, path = ''] = positionals;
  const form = EXPORT_FORMS.find((each) => path.endsWith(`.${each}`));
  if ((what !== 'observations' && what !== 'members') || !form || positionals.length !== 2) throw new Error(USAGE);
  const { url } = await openTables(life);
  const pool = await life.open(
    () => openAppPool(url),
    (opened) => opened.end(),
  );
  const table = await tableOf(Statements.on(pool), what, values);
  const part = `${path}.part`;
  await life.open(
    async () => part,
    (left) => rm(left, { force: true }),
  );
  await pipeline(writeTable(table, form), createWriteStream(part));
  await rename(part, path);
  process.stderr.write(`written: ${path}\n`);
}

async function tableOf(
  statements: Statements,
  what: 'observations' | 'members',
  { unit: code, below }: { readonly unit?: string; readonly below: boolean },
): Promise<ExportTable> {
  const [tree, today] = [await readTree(statements), dayInVietnam(new Date())];
  const unit = code === undefined ? undefined : tree.byCode(code);
  if (code !== undefined && !unit) throw new Error(`expected the code of a party organisation; got ${code}`);
  const all = unit ? withAllBelow(tree, unit, today) : null;
  if (what === 'observations') return observationsTable(statements, unit && !below ? [unit.id] : all);
  const members = memberAccess(statements, VIEWER, scopeOf(VIEWER, tree, today), today);
  return membersTable({ statements, viewer: VIEWER, members }, all);
}

await runCommand(run);
