import type { ClientBase } from 'pg';
import pg from 'pg';
import { RegisterMaker } from './make-register.ts';
import type { OnRegisterProgress } from './progress.ts';
import { ProgressTeller } from './progress.ts';
import { RegisterError } from './register-error.ts';
import { removeRegister } from './remove-register.ts';
import type { RegisterScale } from './scale.ts';
import type { Summary } from './state.ts';
import { registerScale, writeState } from './state.ts';
import { suspendRules } from './write/suspend.ts';

/** The seed that is used where none is given. */
export const DEFAULT_SEED = 2025;

export interface GenerateOptions {
  /** A postgres:// address of a database with all migrations and the published figures. */
  readonly url: string;
  readonly scale: RegisterScale;
  /** A whole number; the same one gives the same rows. */
  readonly seed?: number;
  /** Takes a register that is there out first. */
  readonly replace?: boolean;
  readonly onProgress?: OnRegisterProgress;
}

/** Only one generation at a time. */
const REGISTER_LOCK = 7_203_916;

const TABLES = ['organization', 'placement', 'succession', 'observation', 'member', 'member_cell', 'member_event'];
/** The part of the time that writing the rows takes; the rest is for the rules that come back. */
const SHARE_OF_ROWS = 0.5;

/**
 * Makes up a register and writes it, in one transaction: interrupted, it leaves the database as it was. Whoever
 * reads or writes the same tables waits until it is done.
 * @throws RegisterError if there is a register already and `replace` is not set, or the published figures are missing
 */
export async function generateRegister(options: GenerateOptions): Promise<Summary> {
  const client = new pg.Client({ connectionString: options.url });
  // Where the connection breaks, the statement that runs says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const summary = await generate(client, options);
    await client.query('commit');
    await client.query(`analyze ${TABLES.join(', ')}`);
    return summary;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function generate(client: ClientBase, options: GenerateOptions): Promise<Summary> {
  const { scale, seed = DEFAULT_SEED, replace = false, onProgress = () => undefined } = options;
  const progress = new ProgressTeller(onProgress);
  progress.show('waiting for other writers', 0);
  await client.query('select pg_advisory_xact_lock($1)', [REGISTER_LOCK]);
  const there = await registerScale(client);
  if (there !== 'none' && !replace) {
    throw new RegisterError(`the database holds a register of the scale ${there}: use --replace to make another`);
  }
  await requirePublished(client);
  await client.query(`lock table ${TABLES.join(', ')} in share row exclusive mode`);
  const restore = await suspendRules(client);
  if (there !== 'none') {
    progress.show(`taking out the register of the scale ${there}`, 0);
    await removeRegister(client);
  }
  progress.show('reading the real tree', 0);
  const maker = await RegisterMaker.prepare(client, { scale, seed });
  const counts = await maker.make(progress, (share) => progress.show('writing members', share * SHARE_OF_ROWS));
  await advanceSequences(client);
  await restore((done, of) =>
    progress.show('checking and indexing', SHARE_OF_ROWS + (done / of) * (1 - SHARE_OF_ROWS)),
  );
  const summary = { scale, seed, ...counts, milliseconds: progress.elapsedMs };
  await writeState(client, summary);
  return summary;
}

/** Below the published units the register is made, and its targets are of a published indicator. */
async function requirePublished(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`
    select from organization, indicator where organization.code = 'K52-01' and indicator.code = 'MEMBERS_ADMITTED'`);
  if (rows.length === 0) throw new RegisterError('the published figures have to be loaded before the register is made');
}

/** Members and organisations came with ids of their own: the next ones continue from there. */
async function advanceSequences(client: ClientBase): Promise<void> {
  for (const table of ['organization', 'member']) {
    await client.query(`select setval(pg_get_serial_sequence('${table}', 'id'), max(id)) from ${table}`);
  }
}
