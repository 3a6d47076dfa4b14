import pg from 'pg';

/** The units that questions are about, by their codes. */
export interface World {
  /** Provinces before the reform. */
  readonly provinces: readonly string[];
  readonly districts: readonly string[];
  /** Grassroots organisations in 2024. */
  readonly grassroots: readonly string[];
  /** Communes after the reform, those with most cells. */
  readonly communes: readonly string[];
}

/** Units open in this month, for questions about districts and what hangs below them. */
const BEFORE = '2024-06-01';
const AFTER = '2025-12-01';
const CELLS_OF_RICH_COMMUNES = 10;

const PROVINCES = `
  select code from bench.figure where month = '${BEFORE}' and kind = 'PROVINCE' and members > 0 and ($1::text is null or code = $1) order by code`;

const DISTRICTS = `
  select district.code from bench.figure district join bench.unit province on province.id = district.parent_id
  where month = '${BEFORE}' and kind = 'DISTRICT' and members > 0 and ($1::text is null or province.code = $1) order by 1`;

const GRASSROOTS = `
  select grassroots.code
  from bench.figure grassroots
  join bench.figure district on district.unit_id = grassroots.parent_id and district.month = grassroots.month
  join bench.unit province on province.id = district.parent_id
  where grassroots.month = '${BEFORE}' and grassroots.kind in ('GRASSROOTS_COMMITTEE', 'GRASSROOTS_CELL') and grassroots.members > 0
    and ($1::text is null or province.code = $1)
  order by 1`;

const COMMUNES = `
  select commune.code
  from bench.figure commune
  join bench.unit province on province.id = commune.parent_id
  cross join lateral (
    select count(*) as cells from placement
    where parent_id = commune.unit_id and placement.kind = 'GRASSROOTS_CELL' and valid @> date '2025-12-31'
  ) counted
  where month = '${AFTER}' and kind = 'COMMUNE' and cells > 0 and ($1::text is null or province.code = $1)
  order by (cells >= ${CELLS_OF_RICH_COMMUNES}) desc, cells desc, commune.code limit 600`;

/** What Quảng Nam became part of. */
const SUCCESSORS: Readonly<Record<string, string>> = { T49: '2025-T48' };

/**
 * Reads the units to ask about.
 * @param province code of a province before the reform, to stay within it; undefined: the whole nation
 */
export async function readWorld(url: string, province?: string): Promise<World> {
  const pool = new pg.Pool({ connectionString: url });
  const codes = async (text: string, within: string | undefined): Promise<string[]> =>
    (await pool.query<{ code: string }>(text, [within ?? null])).rows.map((row) => row.code);
  try {
    return {
      provinces: await codes(PROVINCES, province),
      districts: await codes(DISTRICTS, province),
      grassroots: await codes(GRASSROOTS, province),
      communes: await codes(COMMUNES, province && SUCCESSORS[province]),
    };
  } finally {
    await pool.end();
  }
}
