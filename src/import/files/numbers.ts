import type { ClientBase } from 'pg';
import type { Column } from './column.ts';
import { staged } from './column.ts';
import type { NumberStyle } from './values/number.ts';
import { NUMBER } from './values/number.ts';

/**
 * Decides how the numbers of a staged file are written, by those that only one style has. Where both are found, or
 * where every number that needs a style would fit both, the rows in question are reported: nothing is guessed.
 * @param given the style that the sender named; numbers of the other are reported then
 */
export async function decideStyle(
  client: ClientBase,
  columns: readonly Column[],
  given: NumberStyle | undefined,
): Promise<NumberStyle | undefined> {
  const numbers = columns.filter(({ type }) => type === NUMBER);
  if (numbers.length === 0) return given;
  const marks = numbers.map((column) => `left(${staged(column)}, 1)`).join(', ');
  const has = (mark: string): string =>
    `coalesce(bool_or('${mark}' in (${marks.replaceAll(/left\([^)]*\)/g, (call) => `coalesce(${call}, '')`)})), false)`;
  const { rows } = await client.query<{ vi: boolean; en: boolean; both: boolean }>(
    `select ${has('v')} as vi, ${has('e')} as en, ${has('a')} as both from pg_temp.import_staged`,
  );
  const [{ vi = false, en = false, both = false } = {}] = rows;
  const report = (code: string, unfit: string): Promise<unknown> =>
    client.query(
      numbers
        .map((column) => unfitRows(column, code, unfit))
        .join(' union all ')
        .replace(/^/, 'insert into pg_temp.import_finding '),
    );
  if (given !== undefined) {
    await report('NUMBER_MALFORMED', given === 'vi' ? 'e' : 'v');
    return given;
  }
  if (vi && en) await report('NUMBER_STYLE_MIXED', 'vea');
  else if (both && !vi && !en) await report('NUMBER_STYLE_AMBIGUOUS', 'a');
  else if (vi || en) return vi ? 'vi' : 'en';
  return undefined;
}

function unfitRows(column: Column, code: string, marks: string): string {
  const name = staged(column);
  const came = `split_part(${name}, '|', case left(${name}, 1) when 'a' then 3 else 2 end)`;
  return `select row, '${code}', '${column.name}', ${came} from pg_temp.import_staged where ${name} ~ '^[${marks}]'`;
}

/** SQL for the number that a staged column holds, in the style of the file. */
export function numberOf(column: string, style: NumberStyle | undefined): string {
  const side = style === 'en' ? 2 : 1;
  return `(case left(${column}, 1) when 'a' then split_part(substr(${column}, 2), '|', ${side}) else ltrim(split_part(${column}, '|', 1), 've') end)::float8`;
}
