import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { CodedError, shown } from '../../errors/coded-error.ts';
import { OPEN_STATES } from '../../facts/reports/report.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import type { NewFigure } from './figure.ts';
import { checkFigures, daysOf } from './figure.ts';
import type { Actor } from './locked.ts';
import { lockReport, writeEvent } from './locked.ts';

/** What a unit reports for a period. */
export interface NewDraft {
  readonly organizationId: number;
  readonly period: Period;
  /** The set of indicators that it is about; null for any. */
  readonly set: { readonly code: string; readonly indicators: readonly string[] } | null;
  readonly figures: readonly NewFigure[];
  readonly note: string | null;
  /** As the report was read; any where absent. */
  readonly revision?: number;
}

/**
 * Writes the figures of a report, in the place of those that it had: of a new one, or of one that is drafted, returned
 * or reopened.
 * @returns its id
 * @throws CodedError REPORT_FIGURE_REFUSED, REPORT_STEP_REFUSED, REPORT_CHANGED
 */
export async function draftReport(em: EntityManager, draft: NewDraft, actor: Actor): Promise<number> {
  checkFigures({ period: draft.period, indicators: draft.set?.indicators }, draft.figures);
  return inTransaction(em, async (client) => {
    const id = await reportFor(client, draft, actor);
    const report = await lockReport(client, id, draft.revision);
    if (!OPEN_STATES.includes(report.state)) {
      throw new CodedError(
        'REPORT_STEP_REFUSED',
        `Expected a report that is ${OPEN_STATES.join(' or ')}; report ${id} is ${report.state}, and its figures are locked.`,
        { expected: OPEN_STATES.join(' or '), received: report.state },
      );
    }
    await requireSources(client, draft.figures);
    await client.query('delete from report_figure where report_id = $1 and version = $2', [id, report.version]);
    await client.query(FIGURES, [id, report.version, JSON.stringify(draft.figures.map(rowOf))]);
    await client.query('update report set note = $2, revision = revision + 1 where id = $1', [id, draft.note]);
    return id;
  });
}

const SOURCES = `
  select id from unnest($1::text[]) as id where not exists (select from source_document d where d.id = id.id)`;

async function requireSources(client: ClientBase, figures: readonly NewFigure[]): Promise<void> {
  const named = new Set(figures.flatMap(({ source }) => source ?? []));
  if (named.size === 0) return;
  const { rows } = await client.query<{ id: string }>(SOURCES, [[...named]]);
  const [unknown] = rows;
  if (unknown)
    throw new CodedError('SOURCE_UNKNOWN', `Expected the id of a source document; got ${shown(unknown.id)}.`);
}

const FIND = `select id from report where organization_id = $1 and period_key = $2 and coalesce(set_code, '') = coalesce($3, '')`;

const CREATE = `
  insert into report (organization_id, period_key, period, set_code, revision) values ($1, $2, $3, $4, 0)
  on conflict (organization_id, period_key, coalesce(set_code, '')) do nothing returning id`;

/** Of two who begin the same report at once, the second waits, and goes on with the first one's. */
async function reportFor(client: ClientBase, { organizationId, period, set }: NewDraft, actor: Actor): Promise<number> {
  const key = [organizationId, formatPeriod(period), set?.code ?? null];
  const known = await client.query<{ id: number }>(FIND, key);
  if (known.rows[0]) return known.rows[0].id;
  const values = [organizationId, formatPeriod(period), daysOf(period), set?.code ?? null];
  const { rows } = await client.query<{ id: number }>(CREATE, values);
  if (rows[0]) {
    await writeEvent(client, { id: rows[0].id, version: 1 }, 'DRAFTED', actor, null);
    return rows[0].id;
  }
  return reportFor(client, { organizationId, period, set, figures: [], note: null }, actor);
}

const FIGURES = `
  insert into report_figure
    (report_id, version, indicator_code, role, period_key, period, per, dimensions, value, numerator, denominator, qualifier,
      source_id, note)
  select $1, $2, f.* from jsonb_to_recordset($3) as f(indicator text, role observation_role, period_key text,
    period daterange, per period_unit, dimensions jsonb, value double precision, numerator double precision, denominator double precision,
    qualifier qualifier, source text, note text)`;

function rowOf({ period, ...figure }: NewFigure): object {
  return { ...figure, period_key: formatPeriod(period), period: daysOf(period) };
}
