import pg from 'pg';
import { ConfigError } from '../../settings/setting.ts';
import { CALLS, KEYS } from './plan.ts';

/**
 * Spreads the tables over the machines of a Citus cluster; does nothing where that is done. All of it, or nothing.
 * @param url address of the coordinator, as the owner of the tables, with all migrations
 * @throws ConfigError where the database has no Citus, or where changes would not be heard of through the journal
 */
export async function distribute(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'dangbo distribution' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await requireCitus(client);
    const { rows } = await client.query(`select from pg_dist_partition where logicalrel = 'member'::regclass`);
    if (rows.length > 0) return;
    await client.query('begin; set local citus.enable_unsafe_triggers = on');
    for (const statement of [...KEYS, ...CALLS]) await client.query(statement);
    await requireJournal(client);
    await client.query('commit');
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function requireCitus(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`select from pg_available_extensions where name = 'citus'`);
  if (rows.length === 0) throw new ConfigError('DISTRIBUTED is citus, but the database has no extension of that name');
  await client.query('create extension if not exists citus');
}

/** What a change of a table leaves in the journal: rows of this transaction, of a topic. */
const PROBES: readonly (readonly [string, string])[] = [
  ['ORGANIZATION', `update organization set name = name where id = (select min(id) from organization)`],
  [
    'OBSERVATION',
    `update observation set note = note where (organization_id, id) = (select organization_id, id from observation limit 1)`,
  ],
  [
    'REGISTER',
    `with made as (
      insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status)
      values ('-', 'FEMALE', '1980-01-01', '-', 'UNIVERSITY', 'CIVIL_SERVANT', '2000-01-01', 'OFFICIAL') returning id)
    insert into member_cell (member_id, cell_id, valid)
    select made.id, organization.id, '[2000-01-01,2000-01-02)' from made, (select min(id) as id from organization) organization`,
  ],
];

/**
 * Instances answer from memory, and hear of changes through the journal alone: rows of the transaction that made
 * them, once each. Whether triggers on tables that are spread see to that is tried out, and taken back.
 */
async function requireJournal(client: pg.Client): Promise<void> {
  for (const [topic, change] of PROBES) {
    await client.query('savepoint probe');
    const { rowCount } = await client.query(change);
    const { rows } = await client.query<{ heard: number }>(
      'select count(*)::int as heard from journal where xid = pg_current_xact_id() and topic = $1',
      [topic],
    );
    await client.query('rollback to savepoint probe');
    if (rowCount !== 0 && rows[0]?.heard !== 1)
      throw new ConfigError(`DISTRIBUTED is citus, but there a change of ${topic} does not reach the journal once`);
  }
}
