import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCountry } from '../../../src/import/country/read-country.ts';
import type { CountryReport } from '../../../src/import/country/types.ts';
import { summaryLine, writeCountryReport } from '../../../src/import/country/report/write-report.ts';

const SUMMARY =
  '63 provinces, 696 districts, 10051 communes until 30 June 2025; 34 provinces, 3321 communes since; ' +
  '13638 successions from 10977 mappings; not reconciled: 797 OLD_UNIT_NOT_LISTED, 1 OTHER_UNIT_OF_THAT_NAME, ' +
  '10 COMMUNE_WITHOUT_SUCCESSOR';

let dir: string;
let report: CountryReport;
beforeAll(async () => {
  ({ report } = await readCountry());
  dir = await mkdtemp(join(tmpdir(), 'country-report-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

test('the report is one line, a file for programs and a file for readers, with every row', async () => {
  expect(summaryLine(report)).toBe(SUMMARY);
  const [jsonPath, readablePath] = await writeCountryReport(report, join(dir, 'new', 'folder'));
  const written = JSON.parse(await readFile(jsonPath ?? '', 'utf8')) as {
    summary: string;
    findings: { cause: string; count: number; rows: unknown[] }[];
  };
  expect(written.summary).toBe(SUMMARY);
  for (const { count, rows } of written.findings) expect(rows).toHaveLength(count);
  expect(written.findings.map(({ rows }) => rows)).toEqual(report.findings.map(({ rows }) => rows));
  const readable = await readFile(readablePath ?? '', 'utf8');
  expect(readable).toContain(SUMMARY);
  expect(readable).toContain('### COMMUNE_WITHOUT_SUCCESSOR (10)');
  expect(readable).toContain('| 16411 | Xã Đông Xuân | Thành phố Thanh Hóa | Tỉnh Thanh Hóa |');
  const rows = report.findings.reduce((sum, finding) => sum + finding.rows.length, 0);
  expect(readable.split('\n').filter((line) => line.startsWith('| ')).length).toBeGreaterThan(rows);
});

test('the document tells the counts that the importer finds', async () => {
  const text = await readFile(new URL('../../../docs/country.md', import.meta.url), 'utf8');
  expect(text).toContain(summaryLine(report));
  for (const { cause, rows } of report.findings) {
    expect(text).toMatch(new RegExp(`^\\| \`${cause}\` +\\| ${rows.length} +\\|`, 'm'));
  }
});
