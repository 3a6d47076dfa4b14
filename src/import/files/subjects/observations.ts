import type { Column } from '../column.ts';
import type { Check } from '../checks.ts';
import { check, hideOutside, IS_VALID, outside, runChecks } from '../checks.ts';
import { numberOf } from '../numbers.ts';
import { choice } from '../values/choice.ts';
import { MOMENT_OR_DAY } from '../values/day.ts';
import { DIMENSIONS } from '../values/dimensions.ts';
import { NUMBER } from '../values/number.ts';
import { PERIOD } from '../values/period.ts';
import { CODE, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import type { Subject } from './subject.ts';

const COLUMNS: readonly Column[] = [
  { name: 'organization', header: 'Mã tổ chức', also: ['Mã đơn vị'], type: CODE, required: true },
  { name: 'indicator', header: 'Mã chỉ tiêu', type: CODE, required: true },
  {
    name: 'role',
    header: 'Loại số liệu',
    type: choice({ ACTUAL: ['Thực hiện', 'Kết quả'], TARGET: ['Kế hoạch', 'Chỉ tiêu'] }),
  },
  { name: 'period', header: 'Kỳ', also: ['Kỳ báo cáo'], type: PERIOD, required: true },
  {
    name: 'per',
    header: 'Tính cho mỗi',
    type: choice({ MONTH: ['Tháng'], QUARTER: ['Quý'], YEAR: ['Năm'] }),
  },
  { name: 'dimensions', header: 'Phân tổ', type: DIMENSIONS },
  { name: 'value', header: 'Giá trị', type: NUMBER },
  { name: 'numerator', header: 'Tử số', type: NUMBER },
  { name: 'denominator', header: 'Mẫu số', type: NUMBER },
  {
    name: 'qualifier',
    header: 'Mức chính xác',
    type: choice({ EXACT: ['Chính xác'], AT_LEAST: ['Ít nhất', 'Từ'], GREATER_THAN: ['Hơn', 'Trên'] }),
  },
  { name: 'source', header: 'Mã nguồn', type: CODE, required: true },
  { name: 'knownAt', header: 'Biết từ ngày', also: ['Ngày công bố'], type: MOMENT_OR_DAY },
  { name: 'note', header: 'Ghi chú', type: TEXT },
];

/** Figures that a unit reported, and targets that were set for it. A later figure of the same cell of data is added. */
export const OBSERVATIONS: Subject = {
  name: 'observations',
  title: 'Số liệu báo cáo và chỉ tiêu kế hoạch',
  columns: COLUMNS,
  async plan(work) {
    await work.client.query(planned(work));
    await runChecks(work, checks(work));
    await hideOutside(work);
  },
  async apply({ client }) {
    await client.query(APPLY);
  },
};

/**
 * Where a row does not say when it became known, that is now; and never before what it corrects, though the clock was
 * set back in between.
 */
function planned({ style }: Work): string {
  return `
  create temporary table import_planned on commit drop as
  with typed as (
    select s.row, s.fault, s.organization, o.id as organization_id, s.indicator, i.code as indicator_code, i.kind,
      coalesce(s.role, 'ACTUAL')::observation_role as role, nullif(split_part(s.period, '|', 1), '') as period_key,
      nullif(split_part(s.period, '|', 2), '')::date as starts, nullif(split_part(s.period, '|', 3), '')::date as ends,
      split_part(s.period, '|', 4) = 't' as is_term, s.per::period_unit as per,
      coalesce(s.dimensions::jsonb, '{}') as dimensions, ${numberOf('s.value', style)} as value,
      ${numberOf('s.numerator', style)} as numerator, ${numberOf('s.denominator', style)} as denominator,
      coalesce(s.qualifier, 'EXACT')::qualifier as qualifier, s.source, d.id as source_id,
      s.known_at::timestamptz as said_at, s.note
    from pg_temp.import_staged s
    left join organization o on o.code = s.organization
    left join indicator i on i.code = s.indicator
    left join source_document d on d.id = s.source
  )
  select t.*, coalesce(t.said_at, greatest(now(), last.known_at)) as known_at, count(*) over (
      partition by t.organization, t.indicator, t.role, t.period_key, t.dimensions, coalesce(t.said_at, now())
    ) as alike,
    last.is_locked, case when last.is_same is null then 'CREATED' when last.is_same then 'UNCHANGED' else 'UPDATED' end as action
  from typed t
  left join lateral (
    select (x.value, x.numerator, x.denominator, x.qualifier, x.per, x.source_id, x.note)
      is not distinct from (t.value, t.numerator, t.denominator, t.qualifier, t.per, t.source_id, t.note) as is_same,
      x.known_at, x.report_id is not null and x.replaced_at is null as is_locked
    from observation x
    where x.organization_id = t.organization_id and x.indicator_code = t.indicator_code and x.role = t.role
      and (x.period_key = t.period_key or (x.period_key is null and t.period_key is null)) and x.dimensions = t.dimensions
      and (t.said_at is null or x.known_at <= t.said_at)
    order by x.known_at desc, x.id desc limit 1
  ) last on true`;
}

/** A stock needs a unit that is open on the last day of the period, all else one that is open on any day of it. */
const IS_OPEN = `exists (
  select from placement h where h.organization_id = p.organization_id
    and h.valid && case when p.kind = 'STOCK' and p.role = 'ACTUAL' and not p.is_term
      then daterange(p.ends - 1, p.ends) else daterange(p.starts, p.ends) end)`;

const KNOWS_DIMENSIONS = `not exists (
  select from jsonb_each_text(p.dimensions) as part
  left join indicator_dimension link on link.indicator_code = p.indicator_code and link.dimension_name = part.key
  left join dimension d on d.name = part.key
  where link.dimension_name is null
    or (d.closed and not d.value_list @> jsonb_build_array(jsonb_build_object('value', part.value))))`;

function checks(work: Work): Check[] {
  return [
    check('FORBIDDEN', 'organization', outside(work, 'p.organization_id'), 'p.organization'),
    check(
      'ORGANIZATION_UNKNOWN',
      'organization',
      'p.organization is not null and p.organization_id is null',
      'p.organization',
    ),
    check('INDICATOR_UNKNOWN', 'indicator', 'p.indicator is not null and p.indicator_code is null', 'p.indicator'),
    check('SOURCE_UNKNOWN', 'source', 'p.source is not null and p.source_id is null', 'p.source'),
    check(
      'ORGANIZATION_NOT_OPEN',
      'period',
      `p.organization_id is not null and p.indicator_code is not null and p.starts is not null and not ${IS_OPEN}`,
      `p.organization || ' ' || p.period_key`,
    ),
    check(
      'DIMENSION_UNKNOWN',
      'dimensions',
      `p.indicator_code is not null and p.dimensions <> '{}' and not ${KNOWS_DIMENSIONS}`,
      `p.indicator || ' ' || p.dimensions::text`,
    ),
    check(
      'VALUE_MISSING',
      'value',
      'p.fault is null and p.value is null and (p.numerator is null or p.denominator is null)',
      'p.indicator',
    ),
    check(
      'VALUE_OUT_OF_RANGE',
      'value',
      `(p.kind in ('FLOW', 'STOCK') and p.value < 0) or p.numerator < 0 or p.denominator < 0`,
      'concat(least(p.value, p.numerator, p.denominator))',
    ),
    check(
      'REPORT_STEP_REFUSED',
      'organization',
      `p.is_locked and p.action = 'UPDATED'`,
      `concat_ws(' ', p.organization, p.period_key)`,
    ),
    check('ROW_DUPLICATE', 'period', 'p.alike > 1', `concat_ws(' ', p.organization, p.indicator, p.period_key)`),
  ];
}

const APPLY = `
  insert into observation (organization_id, indicator_code, role, period_key, period, approximate, per, dimensions,
    value, numerator, denominator, qualifier, source_id, known_at, note)
  select organization_id, indicator_code, role, period_key, case when starts is not null and not is_term then daterange(starts, ends) end,
    period_key like '%~', per, dimensions, value, numerator, denominator, qualifier, source_id, known_at, note
  from pg_temp.import_planned p where action <> 'UNCHANGED' and ${IS_VALID} order by row`;
