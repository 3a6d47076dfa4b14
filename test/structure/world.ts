import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { openOrm } from '../../src/database/orm.ts';
import type { Applied } from '../../src/import/structure/apply.ts';
import { applyOperation } from '../../src/import/structure/apply.ts';
import { readOperation } from '../../src/import/structure/read-row.ts';
import { createTestDatabase } from '../support/database.ts';
import type { NewUnit } from '../support/seed.ts';
import { Seed } from '../support/seed.ts';
import { keepUnits } from './histories.ts';

/** A province with a bloc, in which operations are tried. */
export const UNITS: readonly NewUnit[] = [
  { code: 'P', kind: 'PROVINCE', parent: 'VN' },
  { code: 'B', kind: 'BLOC', parent: 'P' },
  { code: 'B2', kind: 'BLOC', parent: 'P' },
  { code: 'G1', kind: 'GRASSROOTS_COMMITTEE', parent: 'B' },
  { code: 'G2', kind: 'GRASSROOTS_COMMITTEE', parent: 'B' },
  { code: 'GC1', kind: 'GRASSROOTS_CELL', parent: 'B' },
  { code: 'GC2', kind: 'GRASSROOTS_CELL', parent: 'B2' },
  { code: 'S1', kind: 'SECTION_COMMITTEE', parent: 'G1' },
  { code: 'C1', kind: 'CELL', parent: 'G1' },
  { code: 'C2', kind: 'CELL', parent: 'G1' },
  { code: 'C3', kind: 'CELL', parent: 'S1' },
  { code: 'C4', kind: 'CELL', parent: 'G2' },
];

/** Members, their cells and the days: from, to. */
export type StayRow = readonly [member: number, cell: string, from: string, to: string | null];

export interface World {
  readonly orm: MikroORM;
  readonly pool: Pool;
  readonly url: string;
  /** Does an import row. */
  apply(row: object): Promise<Applied>;
  /** Puts the units back as they were, and these members into them. */
  reset(stays?: readonly StayRow[]): Promise<void>;
  /** Everything that operations write, as lines of text. */
  dump(): Promise<string[]>;
  close(): Promise<void>;
}

export async function openWorld(): Promise<World> {
  const database = await createTestDatabase();
  const orm = await openOrm(database.url);
  const pool: Pool = await orm.em.getConnection().getNativeClient();
  const seed = await Seed.open(database.url);
  await keepUnits(pool, ['VN']);
  return {
    orm,
    pool,
    url: database.url,
    apply: (row) => applyOperation(orm.em, readOperation({ decision: '01-QĐ/TU', ...row }), 'tester'),
    reset: async (stays = []) => {
      await seed.sql('truncate member, succession, structure_operation cascade');
      await seed.sql(`delete from placement where parent_id is not null`);
      await seed.sql(`delete from organization where code <> 'VN'`);
      await writeUnits(seed);
      await writeStays(seed, stays);
    },
    dump: () => dump(pool),
    close: async () => {
      await seed.close();
      await orm.close(true);
      await database.drop();
    },
  };
}

async function writeUnits(seed: Seed): Promise<void> {
  const codes = UNITS.map(({ code }) => code);
  await seed.sql(
    `insert into organization (code, name, search_name) select code, code, code from unnest($1::text[]) code`,
    [codes],
  );
  await seed.sql(
    `insert into placement (organization_id, parent_id, kind, valid) select o.id, above.id, kind, '(,)'
     from unnest($1::text[], $2::text[], $3::organization_kind[]) as row(code, parent, kind)
     join organization o on o.code = row.code join organization above on above.code = row.parent`,
    [codes, UNITS.map(({ parent }) => parent), UNITS.map(({ kind }) => kind)],
  );
}

/** Members are admitted into the cells of their first stays. */
async function writeStays(seed: Seed, stays: readonly StayRow[]): Promise<void> {
  const columns = [0, 1, 2, 3].map((at) => stays.map((row) => row[at]));
  const ROWS = `unnest($1::int[], $2::text[], $3::date[], $4::date[]) as row(member, code, since, until)`;
  await seed.sql(
    `insert into member (id, full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
     select member, 'Đảng viên giả lập', 'MALE', '1980-01-01', '01', 'UNIVERSITY', 'FARMER', min(since), min(since), 'OFFICIAL', true
     from ${ROWS} group by member`,
    columns,
  );
  await seed.sql(
    `insert into member_cell (member_id, cell_id, valid) select member, o.id, daterange(since, until) from ${ROWS} join organization o using (code)`,
    columns,
  );
  await seed.sql(
    `insert into member_event (member_id, cell_id, kind, on_date)
     select distinct on (member) member, o.id, 'ADMISSION'::member_event_kind, since from ${ROWS} join organization o using (code) order by member, since`,
    columns,
  );
}

const DUMP = `
  select format('unit %s %s %s %s', code, name, coalesce(opened_on::text, '-'), coalesce(closed_on::text, '-')) as line from organization
  union all select format('place %s %s %s %s', o.code, coalesce(a.code, '-'), p.kind, p.valid)
    from placement p join organization o on o.id = p.organization_id left join organization a on a.id = p.parent_id
  union all select format('succession %s %s %s %s %s', f.code, coalesce(t.code, '-'), s.kind, s.on_date, s.decision)
    from succession s join organization f on f.id = s.from_id left join organization t on t.id = s.to_id
  union all select format('stay %s %s %s', c.member_id, o.code, c.valid) from member_cell c join organization o on o.id = c.cell_id
  union all select format('event %s %s %s %s', e.member_id, o.code, e.kind, e.on_date) from member_event e join organization o on o.id = e.cell_id
  union all select format('operation %s %s %s', kind, on_date, decision) from structure_operation
  order by 1`;

async function dump(pool: Pool): Promise<string[]> {
  return (await pool.query<{ line: string }>(DUMP)).rows.map(({ line }) => line);
}

/** What one state has and the other has not: + and − lines. */
export function difference(before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
  return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)].sort();
}
