import type { Check } from '../../checks.ts';
import { check, IS_VALID } from '../../checks.ts';
import type { Work } from '../../work.ts';
import { sameCell, saying, typedRows } from './typed.ts';

/** SQL of the report that a typed row is for: the one that it names, or that of its own period. */
const REPORT = `
  coalesce(split_part(report_period, '|', 1), regexp_replace(period_key, '~$', '')) as report_key,
  coalesce(split_part(report_period, '|', 4) = 't', is_term) as is_term_report,
  coalesce(split_part(report_period, '|', 2)::date, starts) as report_starts,
  coalesce(split_part(report_period, '|', 3)::date, ends) as report_ends`;

/** Whoever is at one of the reports is waited for, and nobody gets at them before the file has ended. */
const LOCK = `
  select r.id from report r
  where r.id in (
    select x.id from pg_temp.import_typed t join report x on x.organization_id = t.organization_id and x.period_key = t.report_key
      and x.set_code is not distinct from t.indicator_set
    join pg_temp.import_scope s on s.organization_id = t.organization_id
  ) order by r.id for update`;

const OPEN = `r.state in ('DRAFT', 'RETURNED')`;

/**
 * A figure is compared with the one that its report has. Where the report has none, or is approved, it is compared with
 * what counts: nobody has to report again what is known.
 */
const PLANNED = `
  create temporary table import_planned on commit drop as
  select t.*, r.id as report_id, r.version as report_version, r.state as report_state, not ${OPEN} as is_locked,
    g.code as set_code, not t.indicator_code = any(g.indicators) as is_beside_set, f.id as figure_id,
    count(*) over (
      partition by t.organization, t.indicator, t.role, t.period_key, t.dimensions, t.said_at, t.report_key, t.indicator_set
    ) as alike,
    case
      when (t.said_at is not null or f.id is null or r.state = 'APPROVED') and last.is_same then 'UNCHANGED'
      when f.id is null then 'CREATED'
      when r.state <> 'APPROVED' and ${saying('f')} is not distinct from ${saying('t')} then 'UNCHANGED'
      else 'UPDATED' end as action
  from pg_temp.import_typed t
  left join indicator_set g on g.code = t.indicator_set
  left join report r on r.organization_id = t.organization_id and r.period_key = t.report_key
    and r.set_code is not distinct from t.indicator_set
  left join report_figure f on f.report_id = r.id and f.version = r.version and ${sameCell('f', 't')}
  left join lateral (
    select ${saying('x')} is not distinct from ${saying('t', 'coalesce(t.source_id, x.source_id)')} as is_same
    from observation x
    where x.organization_id = t.organization_id and ${sameCell('x', 't')}
      and (t.said_at is null or x.known_at <= t.said_at) and (x.replaced_at is null or x.replaced_at > t.said_at)
    order by x.known_at desc, x.id desc limit 1
  ) last on true`;

/** Plans figures that wait in the reports of their units until the level above approves them. */
export async function planDrafts(work: Work): Promise<void> {
  const { client } = work;
  await client.query(`
    create temporary table import_typed on commit drop as
    with typed as (${typedRows(work)}) select *, ${REPORT} from typed`);
  await client.query(LOCK);
  await client.query(PLANNED);
}

const IS_WITHIN = `case when p.is_term or p.is_term_report then p.report_key = p.period_key
  else daterange(p.report_starts, p.report_ends) @> daterange(p.starts, p.ends) end`;

/** What must not be so of a figure that waits in a report. */
export const DRAFT_CHECKS: readonly Check[] = [
  check(
    'INDICATOR_SET_UNKNOWN',
    'indicatorSet',
    'p.indicator_set is not null and p.set_code is null',
    'p.indicator_set',
  ),
  check('REPORT_FIGURE_REFUSED', 'indicatorSet', 'p.is_beside_set', `concat_ws(' ', p.indicator_set, p.indicator)`),
  check(
    'REPORT_FIGURE_REFUSED',
    'period',
    `p.fault is null and p.action <> 'UNCHANGED' and (p.starts is null or p.ends is null)`,
    `concat_ws(' ', p.indicator, p.period_key)`,
  ),
  check(
    'REPORT_FIGURE_REFUSED',
    'reportPeriod',
    `p.action <> 'UNCHANGED' and not ${IS_WITHIN}`,
    `concat_ws(' ', p.report_key, p.indicator, p.period_key)`,
  ),
  check('REPORT_FIGURE_REFUSED', 'knownAt', `p.said_at is not null and p.action <> 'UNCHANGED'`, 'p.said_at::text'),
];

const REPORTS = `
  with made as (
    insert into report (organization_id, period_key, period, set_code, revision)
    select distinct organization_id, report_key, case when not is_term_report then daterange(report_starts, report_ends) end,
      set_code, 0
    from pg_temp.import_planned p where report_id is null and action <> 'UNCHANGED' and ${IS_VALID}
    order by 1, 2, 4
    on conflict (organization_id, period_key, coalesce(set_code, '')) do nothing returning id
  )
  insert into report_event (report_id, version, kind, at, by_subject, by_role, by_unit)
  select id, 1, 'DRAFTED', date_trunc('milliseconds', clock_timestamp()), $1, $2, $3 from made order by id`;

const CORRECTED = `
  update report_figure f set value = p.value, numerator = p.numerator, denominator = p.denominator,
    qualifier = p.qualifier, per = p.per, source_id = p.source_id, note = p.note
  from pg_temp.import_planned p where f.id = p.figure_id and p.action = 'UPDATED' and ${IS_VALID}`;

const ADDED = `
  insert into report_figure (report_id, version, indicator_code, role, period_key, period, per, dimensions, value, numerator,
    denominator, qualifier, source_id, note)
  select r.id, r.version, p.indicator_code, p.role, p.period_key, case when not p.is_term then daterange(p.starts, p.ends) end,
    p.per, p.dimensions, p.value, p.numerator, p.denominator, p.qualifier, p.source_id, p.note
  from pg_temp.import_planned p
  join report r on r.organization_id = p.organization_id and r.period_key = p.report_key
    and r.set_code is not distinct from p.set_code
  where p.action = 'CREATED' and ${IS_VALID} order by p.row`;

const CHANGED = `
  update report r set revision = revision + 1
  where exists (
    select from pg_temp.import_planned p
    where p.organization_id = r.organization_id and p.report_key = r.period_key and p.set_code is not distinct from r.set_code
      and p.action <> 'UNCHANGED' and ${IS_VALID})`;

/** Writes the planned figures into the reports of their units; those that there are not yet are begun. */
export async function writeDrafts({ client, scope }: Work): Promise<void> {
  if (!scope) throw new Error('a draft is somebody’s');
  const { subject, role, unit } = scope.actor;
  await client.query(REPORTS, [subject, role, unit]);
  for (const statement of [CORRECTED, ADDED, CHANGED]) await client.query(statement);
}
