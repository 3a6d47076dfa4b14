import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CountryReport, Finding } from '../types.ts';

/**
 * Writes the report into a folder, which is made where it is missing: `country-report.json` for programs and
 * `country-report.md` for readers, both with every row.
 * @returns the paths of the two files
 */
export async function writeCountryReport(report: CountryReport, dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const files: [string, string][] = [
    [join(dir, 'country-report.json'), `${JSON.stringify(withRowCounts(report), null, 1)}\n`],
    [join(dir, 'country-report.md'), markdown(report)],
  ];
  await Promise.all(files.map(([path, content]) => writeFile(path, content)));
  return files.map(([path]) => path);
}

/** The report in one line: what came in, what came out, and how much stayed open. */
export function summaryLine({ counts, findings }: CountryReport): string {
  const open = findings.filter(({ reconciled, rows }) => !reconciled && rows.length > 0);
  const was = `${counts.provincesBefore} provinces, ${counts.districtsBefore} districts, ${counts.communesBefore} communes`;
  const is = `${counts.provincesSince} provinces, ${counts.communesSince} communes`;
  const links = Object.values(counts.successions).reduce((sum, count) => sum + count, 0);
  const left = open.map(({ cause, rows }) => `${rows.length} ${cause}`).join(', ');
  return `${was} until 30 June 2025; ${is} since; ${links} successions from ${counts.mappings} mappings; not reconciled: ${left}`;
}

function withRowCounts(report: CountryReport): unknown {
  const findings = report.findings.map(({ rows, ...about }) => ({
    ...about,
    count: rows.length,
    rows,
  }));
  return { summary: summaryLine(report), ...report, findings };
}

function markdown(report: CountryReport): string {
  const { successions, ...counts } = report.counts;
  const overview = report.findings.map(({ cause, reconciled, rows, explanation }) => ({
    cause,
    rows: String(rows.length),
    reconciled: reconciled ? 'yes' : 'no',
    explanation,
  }));
  return [
    '# The country before and since 1 July 2025: what fitted and what did not',
    summaryLine(report),
    table(numberRows({ ...counts, ...successions })),
    '## What each mapping row came to',
    table(numberRows(report.mappings)),
    '## Findings',
    table(overview),
    ...report.findings.filter(({ rows }) => rows.length > 0).map(section),
    '',
  ].join('\n\n');
}

function section({ cause, explanation, rows }: Finding): string {
  return `### ${cause} (${rows.length})\n\n${explanation}\n\n${table(rows)}`;
}

function numberRows(counts: Readonly<Record<string, number>>): Record<string, string>[] {
  return Object.entries(counts).map(([name, count]) => ({ name, count: String(count) }));
}

function table(rows: readonly Readonly<Record<string, string>>[]): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const body = rows.map((row) => line(columns.map((column) => (row[column] ?? '').replaceAll('|', '\\|'))));
  return [line(columns), line(columns.map(() => '---')), ...body].join('\n');
}
