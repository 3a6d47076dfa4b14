import { parseArgs } from 'node:util';
import type { SubjectName } from './subjects/subject.ts';
import { SUBJECTS } from './subjects/subject.ts';
import type { NumberStyle } from './values/number.ts';
import { NUMBER_STYLES } from './values/number.ts';

/** What `npm run import` was asked for. */
export interface ImportArguments {
  readonly files: readonly string[];
  readonly subject: SubjectName | undefined;
  readonly numbers: NumberStyle | undefined;
  readonly dryRun: boolean;
  readonly acceptValid: boolean;
  /** The report as JSON, for programs. */
  readonly asJson: boolean;
}

const USAGE = `usage: npm run import -- [--dry-run] [--accept-valid] [--subject ${SUBJECTS.join('|')}] [--numbers ${NUMBER_STYLES.join('|')}] [--json] FILE…`;

/** @throws Error with the usage */
export function readImportArguments(args: readonly string[]): ImportArguments {
  const { values, positionals } = parsed(args);
  const subject = SUBJECTS.find((name) => name === values.subject);
  const numbers = NUMBER_STYLES.find((style) => style === values.numbers);
  const isStrange = subject !== values.subject || numbers !== values.numbers || positionals.length === 0;
  if (isStrange) throw new Error(USAGE);
  return {
    files: positionals,
    subject,
    numbers,
    dryRun: values['dry-run'],
    acceptValid: values['accept-valid'],
    asJson: values.json,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        subject: { type: 'string' },
        numbers: { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        'accept-valid': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new Error(USAGE, { cause });
  }
}
