import type { CatalogueProblem } from '../../catalogue/problem.ts';
import { checkEntries } from '../../catalogue/check.ts';
import type { IndicatorEntry } from '../../catalogue/entry.ts';
import { CATALOGUE_LOCK, readKnown, writeIndicators } from '../../catalogue/tables.ts';
import { isMalformedIndicator } from '../../catalogue/read-file.ts';
import { IS_VALID } from '../checks.ts';
import type { Column } from '../column.ts';
import { choice } from '../values/choice.ts';
import { CODE, JSON_TEXT, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import type { Subject } from './subject.ts';

const COLUMNS: readonly Column[] = [
  { name: 'code', header: 'Mã chỉ tiêu', type: CODE, required: true },
  { name: 'name', header: 'Tên chỉ tiêu', type: TEXT, required: true },
  { name: 'nameEn', header: 'Tên tiếng Anh', type: TEXT, required: true },
  { name: 'description', header: 'Giải thích', type: TEXT, required: true },
  { name: 'descriptionEn', header: 'Giải thích tiếng Anh', type: TEXT, required: true },
  {
    name: 'kind',
    header: 'Loại',
    type: choice({
      FLOW: ['Thời kỳ'],
      STOCK: ['Thời điểm'],
      RATIO: ['Tỷ lệ'],
      AVERAGE: ['Bình quân'],
      CLASS: ['Phân loại'],
    }),
    required: true,
  },
  { name: 'unit', header: 'Đơn vị tính', type: TEXT, required: true },
  { name: 'dimensions', header: 'Phân tổ', type: JSON_TEXT },
  { name: 'definition', header: 'Công thức', type: JSON_TEXT },
];

/** Entries of the catalogue, new or in the place of what has their code; checked as `npm run catalogue` checks them. */
export const INDICATORS: Subject = {
  name: 'indicators',
  title: 'Danh mục chỉ tiêu',
  columns: COLUMNS,
  plan,
  async apply({ client }) {
    const { rows } = await client.query<{ entry: IndicatorEntry }>(
      `select entry from pg_temp.import_planned p where action <> 'UNCHANGED' and ${IS_VALID} order by row`,
    );
    await writeIndicators(
      client,
      rows.map(({ entry }) => entry),
    );
  },
};

interface StagedRow {
  readonly row: number;
  readonly entry: IndicatorEntry;
}

async function plan({ client }: Work): Promise<void> {
  await client.query(`create temporary table import_planned (row int, action text, entry jsonb) on commit drop`);
  await client.query('select pg_advisory_xact_lock($1)', [CATALOGUE_LOCK]);
  const { rows } = await client.query<StagedRow>(STAGED);
  let valid: readonly StagedRow[] = await withoutFaults(client, rows);
  const known = await readKnown(
    client,
    valid.map(({ entry }) => entry.code),
  );
  // An entry that is refused can be what another one is defined by.
  for (;;) {
    const problems = checkEntries(known, { indicators: valid.map(({ entry }) => entry), dimensions: [], rules: [] });
    if (problems.length === 0) break;
    await note(client, valid, problems);
    const refused = new Set(problems.map(({ entry }) => entry));
    valid = valid.filter(({ entry }) => !refused.has(entry.code));
  }
  for (const { row, entry } of valid) {
    await client.query(PLANNED, [row, JSON.stringify(entry)]);
  }
}

async function withoutFaults(client: Work['client'], rows: readonly StagedRow[]): Promise<readonly StagedRow[]> {
  const byCode = Map.groupBy(rows, ({ entry }) => entry.code);
  const valid: StagedRow[] = [];
  for (const each of rows) {
    const { entry } = each;
    const fault =
      (byCode.get(entry.code)?.length ?? 0) > 1
        ? 'ROW_DUPLICATE'
        : isMalformedIndicator(entry)
          ? 'ENTRY_MALFORMED'
          : undefined;
    if (fault === undefined) valid.push(each);
    else await client.query(FINDING, [each.row, fault, fault === 'ROW_DUPLICATE' ? 'code' : 'definition', entry.code]);
  }
  return valid;
}

async function note(
  client: Work['client'],
  rows: readonly StagedRow[],
  problems: readonly CatalogueProblem[],
): Promise<void> {
  const rowOf = new Map(rows.map(({ row, entry }) => [entry.code, row]));
  for (const { code, entry, path } of problems) {
    await client.query(FINDING, [rowOf.get(entry) ?? 0, code, 'definition', (path.join(' → ') || entry).slice(0, 60)]);
  }
}

const FINDING = 'insert into pg_temp.import_finding (row, code, property, object) values ($1, $2, $3, $4)';

const STAGED = `
  select row, jsonb_build_object('code', code, 'name', name, 'nameEn', name_en, 'description', description,
    'descriptionEn', description_en, 'kind', kind, 'unit', unit, 'dimensions', coalesce(dimensions::jsonb, '[]'),
    'definition', coalesce(definition::jsonb, 'null')) as entry
  from pg_temp.import_staged where fault is null order by row`;

const PLANNED = `
  insert into pg_temp.import_planned
  select $1, case when i.code is null then 'CREATED' when known.entry @> $2::jsonb and $2::jsonb @> known.entry then 'UNCHANGED' else 'UPDATED' end, $2::jsonb
  from (values (1)) as one
  left join indicator i on i.code = $2::jsonb->>'code'
  left join lateral (
    select jsonb_build_object('code', i.code, 'name', i.name, 'nameEn', i.name_en, 'description', i.description,
      'descriptionEn', i.description_en, 'kind', i.kind, 'unit', i.unit, 'definition', coalesce(i.definition, 'null'),
      'dimensions', coalesce((select jsonb_agg(jsonb_build_object('name', dimension_name, 'addsUp', adds_up))
        from indicator_dimension where indicator_code = i.code), '[]')) as entry
  ) known on true`;
