import type { Cause, ImportReport } from './report.ts';

const OUTCOMES: Readonly<Record<ImportReport['outcome'], string>> = {
  TAKEN: 'taken',
  REFUSED: 'refused, nothing of it was taken',
  KNOWN: 'taken before: nothing changed',
};
const DRY: typeof OUTCOMES = {
  TAKEN: 'would be taken',
  REFUSED: 'would be refused',
  KNOWN: 'was taken before: nothing would change',
};

/** A report for a person: what became of the rows, and what is wrong, cause by cause. */
export function reportText(name: string, report: ImportReport, isDryRun: boolean): string {
  const { outcome, subject, rows, created, updated, unchanged, rejected, causes } = report;
  const what = isDryRun ? `dry run: ${DRY[outcome]}` : OUTCOMES[outcome];
  const counts = `${rows} rows: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected`;
  return [`${name} (${subject ?? 'of no subject'}): ${what}`, `  ${counts}`, ...causes.flatMap(causeLines), ''].join(
    '\n',
  );
}

function causeLines({ code, property, count, rows, objects, description, remedy }: Cause): string[] {
  const place = [property === '' ? '' : `in ${property}`, rows.length === 0 ? '' : `rows ${listed(rows, count)}`];
  return [
    `  ${code} ×${count} ${place.filter((part) => part !== '').join(', ')}`.trimEnd(),
    `    ${description} ${remedy}`,
    ...(objects.length === 0 ? [] : [`    ${listed(objects, objects.length)}`]),
  ];
}

const SHOWN = 10;

function listed(all: readonly (string | number)[], count: number): string {
  const more = count > SHOWN ? ' …' : '';
  return all.slice(0, SHOWN).join(', ') + more;
}
