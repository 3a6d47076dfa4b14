import type { Check } from '../../checks.ts';
import { check, outside } from '../../checks.ts';
import type { Work } from '../../work.ts';

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

const CELL = `concat_ws(' ', p.organization, p.indicator, p.period_key)`;

/** What must not be so of any figure, whether it counts at once or waits in a report. */
export function figureChecks(work: Work): Check[] {
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
    check('FIGURE_LOCKED', 'organization', `p.is_locked and p.action <> 'UNCHANGED'`, CELL),
    check('ROW_DUPLICATE', 'period', 'p.alike > 1', CELL),
  ];
}
