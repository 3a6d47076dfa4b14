import type { ClientBase } from 'pg';
import type { KnownCatalogue } from './check.ts';
import type { IndicatorEntry, KnownDimension, KnownIndicator } from './entry.ts';

/** Held while the catalogue is changed: two definitions that were written at once could make a circle together. */
export const CATALOGUE_LOCK = 7_203_915;

/**
 * Reads what new entries are judged by, within the caller’s transaction.
 * @param codes of the entries
 */
export async function readKnown(client: ClientBase, codes: readonly string[]): Promise<KnownCatalogue> {
  const indicators = await client.query<KnownIndicator>(INDICATORS);
  const dimensions = await client.query<KnownDimension>('select name, closed, value_list as "values" from dimension');
  const used = await client.query<{ code: string }>(USED, [codes]);
  return {
    indicators: indicators.rows,
    dimensions: dimensions.rows,
    withFacts: new Set(used.rows.map(({ code }) => code)),
  };
}

const INDICATORS = `
  select i.code, i.kind, i.definition, coalesce((
      select jsonb_agg(jsonb_build_object('name', l.dimension_name, 'addsUp', l.adds_up))
      from indicator_dimension l where l.indicator_code = i.code
    ), '[]') as dimensions
  from indicator i`;

const USED = `
  select i.code from indicator i
  where i.code = any($1::text[]) and exists (select from observation o where o.indicator_code = i.code)`;

/** Writes indicators, new or in the place of what has their code, within the caller’s transaction. */
export async function writeIndicators(client: ClientBase, entries: readonly IndicatorEntry[]): Promise<void> {
  const given = JSON.stringify(entries);
  await client.query(UPSERT, [given]);
  await client.query('delete from indicator_dimension where indicator_code = any($1::text[])', [
    entries.map(({ code }) => code),
  ]);
  await client.query(LINKS, [given]);
}

const UPSERT = `
  insert into indicator (code, name, name_en, description, description_en, kind, unit, definition)
  select e->>'code', e->>'name', e->>'nameEn', e->>'description', e->>'descriptionEn', (e->>'kind')::indicator_kind,
    e->>'unit', nullif(e->'definition', 'null')
  from jsonb_array_elements($1::jsonb) as e
  on conflict (code) do update set name = excluded.name, name_en = excluded.name_en, description = excluded.description,
    description_en = excluded.description_en, kind = excluded.kind, unit = excluded.unit, definition = excluded.definition`;

const LINKS = `
  insert into indicator_dimension (indicator_code, dimension_name, adds_up)
  select e->>'code', d->>'name', (d->>'addsUp')::boolean
  from jsonb_array_elements($1::jsonb) as e, jsonb_array_elements(e->'dimensions') as d`;
