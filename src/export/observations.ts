import type { Statements } from '../database/statements.ts';
import type { FigureParts } from '../facts/reports/figure.ts';
import type { FigureState } from '../facts/reports/report.ts';
import { FIGURE_COLUMNS } from '../import/files/subjects/observations/columns.ts';
import { OBSERVATIONS } from '../import/files/subjects/observations/index.ts';
import { UNDATED } from '../import/files/values/period.ts';
import { dimensionsCell, headersOf, rowOf } from './cells.ts';
import type { ExportCell, ExportTable } from './table.ts';

interface ObservationRow extends FigureParts {
  readonly id: number;
  readonly organization: string;
  readonly period: string | null;
  readonly source: string;
  readonly knownAt: string;
  readonly state: FigureState;
}

/** Whether a fact is for whoever takes the table. */
type Shows = (fact: Pick<ObservationRow, 'organization' | 'indicator' | 'role' | 'state'>) => boolean;

const PAGE = 2_000;

/** Moments to the microsecond, as they are stored: what comes in again is known to be the same. */
const ROWS = `
  select o.id, u.code as organization, o.indicator_code as indicator, o.role, o.period_key as period, o.per, o.dimensions,
    o.value, o.numerator, o.denominator, o.qualifier, o.source_id as source,
    to_char(o.known_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "knownAt", o.note,
    case when o.report_id is null then 'PUBLISHED' else 'APPROVED' end as state
  from observation o join organization u on u.id = o.organization_id
  where o.id > $1 and ($2::int[] is null or o.organization_id = any($2)) and o.replaced_at is null
  order by o.id limit ${PAGE}`;

/**
 * What units reported, as it was reported, in the columns of import files: corrections along with what they correct,
 * and without what another version of its report replaced.
 * @param organizationIds of these units; null for all
 * @param shows all of them where absent
 */
export function observationsTable(
  statements: Statements,
  organizationIds: readonly number[] | null,
  shows: Shows = () => true,
): ExportTable {
  const pages = pagesOf(statements, organizationIds, shows);
  return { title: OBSERVATIONS.title, headers: headersOf(FIGURE_COLUMNS), pages };
}

async function* pagesOf(
  statements: Statements,
  organizationIds: readonly number[] | null,
  shows: Shows,
): AsyncGenerator<ExportCell[][]> {
  for (let after = 0; ;) {
    const rows = await statements.rows<ObservationRow>('export-observations', ROWS, [after, organizationIds]);
    yield rows.filter(shows).map((row) =>
      rowOf(FIGURE_COLUMNS, {
        ...row,
        period: row.period ?? UNDATED,
        dimensions: dimensionsCell(row.dimensions),
      }),
    );
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.id;
  }
}
