import type { Seed } from '../support/seed.ts';

/** Two cells, each under its commune and district until the reform, and under a new commune since. */
export const CELLS = { a: 'X20644-C01', b: 'X20800-C01' } as const;
/** Units that have the one cell and not the other. */
export const UNITS_OF_A = ['X20644-C01', '2025-X20650', 'X20644', 'H509'] as const;

const PLACES = [
  [CELLS.a, 'X20644', '2025-X20650'],
  [CELLS.b, 'X20800', '2025-X20791'],
] as const;

/** Who is where: the last stay without an end is today's. */
const STAYS = {
  An: [['a', '2020-01-01', null]],
  Binh: [['a', '2021-01-01', null]],
  Chi: [['b', '2020-01-01', null]],
  /** Came over from the other cell. */
  Dung: [
    ['b', '2020-01-01', '2024-01-01'],
    ['a', '2024-01-01', null],
  ],
  /** Went over to the other cell. */
  Em: [
    ['a', '2020-01-01', '2024-01-01'],
    ['b', '2024-01-01', null],
  ],
  /** Left the party. */
  Gia: [['a', '2020-01-01', '2024-05-01']],
} as const satisfies Record<string, readonly (readonly ['a' | 'b', string, string | null])[]>;

export type Person = keyof typeof STAYS;
export type People = Readonly<Record<Person, number>>;

/** Writes the cells and their members; the ids by name. */
export async function settle(seed: Seed): Promise<People> {
  for (const [code, before, since] of PLACES) await seed.sql(CELL, [code, before, since]);
  const ids: Partial<Record<Person, number>> = {};
  for (const [name, stays] of Object.entries(STAYS)) {
    const [row] = await seed.rows<{ id: number }>(MEMBER, [name]);
    if (!row) throw new Error(`${name} was not written`);
    ids[name as Person] = row.id;
    for (const [cell, from, to] of stays) await seed.sql(STAY, [row.id, CELLS[cell], from, to]);
  }
  return ids as People;
}

const CELL = `
  with cell as (insert into organization (code, name, search_name, synthetic) values ($1, $1, $1, true) returning id)
  insert into placement (organization_id, parent_id, kind, valid)
  select cell.id, above.id, place.kind::organization_kind, place.valid::daterange
  from cell, (values ($2, 'CELL', '[,2025-07-01)'), ($3, 'GRASSROOTS_CELL', '[2025-07-01,)')) place(above, kind, valid)
  join organization above on above.code = place.above`;

const MEMBER = `
  insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, status, synthetic)
  values ($1, 'FEMALE', '1990-01-01', '01', 'UNIVERSITY', 'FARMER', '2020-01-01', 'OFFICIAL', true) returning id`;

const STAY = `
  insert into member_cell (member_id, cell_id, valid)
  select $1, id, daterange($3::date, $4::date) from organization where code = $2`;
