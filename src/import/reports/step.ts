import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClientBase } from 'pg';
import { inTransaction } from '../../database/transaction.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { ReportStep } from '../../facts/reports/report.ts';
import { TRANSITIONS } from '../../facts/reports/report.ts';
import type { Actor, LockedReport } from './locked.ts';
import { lockReport, writeEvent } from './locked.ts';

/** What goes with a step. */
export interface StepDetail {
  readonly reason: string | null;
  /** As the report was read; any where absent. */
  readonly revision?: number;
}

/**
 * Takes a step with a report, and writes it down. Of two at once the second finds the report as the first left it.
 * @throws CodedError REPORT_UNKNOWN, REPORT_CHANGED, REPORT_STEP_REFUSED, REASON_MISSING, SAME_PERSON_REFUSED, REPORT_EMPTY
 */
export async function takeStep(
  em: EntityManager,
  id: number,
  step: ReportStep,
  actor: Actor,
  { reason, revision }: StepDetail,
): Promise<void> {
  const { needsReason, event, to } = TRANSITIONS[step];
  if (needsReason && (reason ?? '').trim() === '')
    throw new CodedError('REASON_MISSING', `Expected a reason to ${step.toLowerCase()} report ${id}; got none.`);
  await inTransaction(em, async (client) => {
    const report = await lockReport(client, id, revision);
    requireLegal(report, step, actor);
    const at = await writeEvent(client, report, event, actor, reason);
    await client.query('update report set state = $2, revision = revision + 1 where id = $1', [id, to]);
    await FOLLOWS[step](client, report, at, actor);
  });
}

function requireLegal({ id, state, submittedBy }: LockedReport, step: ReportStep, { subject }: Actor): void {
  const { from } = TRANSITIONS[step];
  if (!from.includes(state)) {
    const expected = from.join(' or ');
    throw new CodedError(
      'REPORT_STEP_REFUSED',
      `Expected a report that is ${expected} to ${step.toLowerCase()}; report ${id} is ${state}.`,
      { expected, received: state },
    );
  }
  if ((step === 'APPROVE' || step === 'RETURN') && submittedBy === subject)
    throw new CodedError('SAME_PERSON_REFUSED', `Expected somebody else than who handed report ${id} in.`);
}

type Follow = (client: ClientBase, report: LockedReport, at: Date, actor: Actor) => Promise<void>;

const FOLLOWS: Readonly<Record<ReportStep, Follow>> = {
  SUBMIT: async (client, { id, version }, at, { subject }) => {
    const { rowCount } = await client.query(SUBMIT, [id, version, at, subject]);
    if (rowCount === 0) throw new CodedError('REPORT_EMPTY', `Expected figures in report ${id}; it has none.`);
  },
  RETURN: async () => undefined,
  APPROVE: async (client, { id, version }, at) => {
    await client.query('update report set answered_at = coalesce(answered_at, submitted_at) where id = $1', [id]);
    await client.query('update observation set replaced_at = $2 where report_id = $1 and replaced_at is null', [
      id,
      at,
    ]);
    await client.query(SOURCE, [id, version]);
    await client.query(APPROVE, [id, version, at]);
  },
  REOPEN: async (client, { id, version }) => {
    await client.query('update report set version = version + 1 where id = $1', [id]);
    await client.query(COPY, [id, version]);
  },
};

const SUBMIT = `
  update report set submitted_at = $3, submitted_by = $4
  where id = $1 and exists (select from report_figure f where f.report_id = $1 and f.version = $2)`;

/** What the figures of a version are found in. */
const SOURCE = `
  insert into source_document (id, title, kind, published_on)
  select 'report-' || r.id || '-' || $2::int, format('Báo cáo của %s, kỳ %s%s', o.name, r.period_key,
      coalesce(' (' || s.name || ')', '')), 'FORM', (r.submitted_at at time zone 'Asia/Ho_Chi_Minh')::date
  from report r join organization o on o.id = r.organization_id left join indicator_set s on s.code = r.set_code
  where r.id = $1`;

/** What is approved is never known before what it corrects, though the clock was set back in between. */
const APPROVE = `
  insert into observation (organization_id, indicator_code, role, period_key, period, approximate, per, dimensions, value,
    numerator, denominator, qualifier, source_id, known_at, note, report_id, report_version, reported_at)
  select r.organization_id, f.indicator_code, f.role, f.period_key, f.period, f.period_key like '%~', f.per, f.dimensions,
    f.value, f.numerator, f.denominator, f.qualifier, coalesce(f.source_id, 'report-' || r.id || '-' || f.version),
    greatest($3, (
      select max(x.known_at) from observation x
      where x.organization_id = r.organization_id and x.indicator_code = f.indicator_code and x.role = f.role
        and x.period_key is not distinct from f.period_key and x.dimensions = f.dimensions)),
    f.note, r.id, f.version, r.answered_at
  from report r join report_figure f on f.report_id = r.id and f.version = $2 where r.id = $1 order by f.id`;

const COPY = `
  insert into report_figure
    (report_id, version, indicator_code, role, period_key, period, per, dimensions, value, numerator, denominator, qualifier,
      source_id, note)
  select report_id, version + 1, indicator_code, role, period_key, period, per, dimensions, value, numerator, denominator,
    qualifier, source_id, note
  from report_figure where report_id = $1 and version = $2 order by id`;
