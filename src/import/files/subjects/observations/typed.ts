import { numberOf } from '../../numbers.ts';
import type { Work } from '../../work.ts';

/** SQL of the staged rows with their cells as what they are, and the ids of what they name. */
export function typedRows({ style }: Pick<Work, 'style'>): string {
  return `
    select s.row, s.fault, s.organization, o.id as organization_id, s.indicator, i.code as indicator_code, i.kind,
      coalesce(s.role, 'ACTUAL')::observation_role as role, nullif(split_part(s.period, '|', 1), '') as period_key,
      nullif(split_part(s.period, '|', 2), '')::date as starts, nullif(split_part(s.period, '|', 3), '')::date as ends,
      split_part(s.period, '|', 4) = 't' as is_term, s.per::period_unit as per,
      coalesce(s.dimensions::jsonb, '{}') as dimensions, ${numberOf('s.value', style)} as value,
      ${numberOf('s.numerator', style)} as numerator, ${numberOf('s.denominator', style)} as denominator,
      coalesce(s.qualifier, 'EXACT')::qualifier as qualifier, s.source, d.id as source_id,
      s.known_at::timestamptz as said_at, s.note,
      s.report_period, s.indicator_set
    from pg_temp.import_staged s
    left join organization o on o.code = s.organization
    left join indicator i on i.code = s.indicator
    left join source_document d on d.id = s.source`;
}

/** SQL: the two rows are about the same cell of data. */
export function sameCell(a: string, b: string): string {
  return `${a}.indicator_code = ${b}.indicator_code and ${a}.role = ${b}.role and ${a}.dimensions = ${b}.dimensions
    and (${a}.period_key = ${b}.period_key or (${a}.period_key is null and ${b}.period_key is null))`;
}

/** SQL: what a figure says, to compare two of them by. */
export function saying(row: string, source = `${row}.source_id`): string {
  return `(${row}.value, ${row}.numerator, ${row}.denominator, ${row}.qualifier, ${row}.per, ${source}, ${row}.note)`;
}
