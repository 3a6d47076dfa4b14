import type { Check } from '../../checks.ts';
import { check, IS_VALID } from '../../checks.ts';
import type { Work } from '../../work.ts';
import { sameCell, saying, typedRows } from './typed.ts';

/**
 * Figures that count at once, each compared with the one of its cell of data that counted when it became known. Where a
 * row does not say when that was, it is now; and never before what it corrects, though the clock was set back in between.
 */
export function planPublished(work: Work): string {
  return `
  create temporary table import_planned on commit drop as
  with typed as (${typedRows(work)})
  select t.*, coalesce(t.said_at, greatest(now(), last.known_at)) as known_at, count(*) over (
      partition by t.organization, t.indicator, t.role, t.period_key, t.dimensions, coalesce(t.said_at, now())
    ) as alike,
    last.is_locked, case when last.is_same is null then 'CREATED' when last.is_same then 'UNCHANGED' else 'UPDATED' end as action
  from typed t
  left join lateral (
    select ${saying('x')} is not distinct from ${saying('t')} as is_same, x.report_id is not null and x.replaced_at is null as is_locked,
      x.known_at
    from observation x
    where x.organization_id = t.organization_id and ${sameCell('x', 't')}
      and (t.said_at is null or x.known_at <= t.said_at) and (x.replaced_at is null or x.replaced_at > t.said_at)
    order by x.known_at desc, x.id desc limit 1
  ) last on true`;
}

/** What must not be so of a figure that counts at once. */
export const PUBLISHED_CHECKS: readonly Check[] = [
  check('VALUE_MISSING', 'source', 'p.fault is null and p.source is null', 'p.indicator'),
  check(
    'REPORT_FIGURE_REFUSED',
    'reportPeriod',
    'p.report_period is not null or p.indicator_set is not null',
    `coalesce(split_part(p.report_period, '|', 1), p.indicator_set)`,
  ),
];

export const PUBLISH = `
  insert into observation (organization_id, indicator_code, role, period_key, period, approximate, per, dimensions,
    value, numerator, denominator, qualifier, source_id, known_at, note)
  select organization_id, indicator_code, role, period_key, case when starts is not null and not is_term then daterange(starts, ends) end,
    period_key like '%~', per, dimensions, value, numerator, denominator, qualifier, source_id, known_at, note
  from pg_temp.import_planned p where action <> 'UNCHANGED' and ${IS_VALID} order by row`;
