import { CodedError } from '../../errors/coded-error.ts';
import { resolveHeaders } from './headers.ts';
import { SUBJECT_LIST } from './subjects/index.ts';
import type { Subject } from './subjects/subject.ts';
import { SUBJECTS } from './subjects/subject.ts';

/**
 * What a file is about, by its headers: the one subject that they fit, or else the one that they fit best, if half of
 * them are its own.
 * @throws CodedError SUBJECT_UNKNOWN
 */
export function chooseSubject(headers: readonly string[]): Subject {
  const fits = SUBJECT_LIST.map((subject) => {
    const { columns, faults } = resolveHeaders(headers, subject.columns);
    return { subject, faults: faults.length, found: columns.filter((column) => column !== undefined).length };
  }).sort((a, b) => a.faults - b.faults);
  const [first, second] = fits;
  if (first && first.found * 2 >= headers.length && first.found > 0 && first.faults < (second?.faults ?? Infinity)) {
    return first.subject;
  }
  const expected = `headers of one of ${SUBJECTS.join(', ')}`;
  const received = headers.slice(0, 12).join(', ').slice(0, 120) || 'none';
  throw new CodedError('SUBJECT_UNKNOWN', `Expected ${expected}; got ${received}.`, { expected, received });
}
