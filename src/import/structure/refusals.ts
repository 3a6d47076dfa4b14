import { CodedError } from '../../errors/coded-error.ts';
import type { Day } from '../../periods/day.ts';
import { formatDay } from '../../periods/day.ts';

/** How many codes or ids a message names. */
const MAX_NAMED = 5;

export function organizationUnknown(code: string): CodedError {
  return new CodedError('ORGANIZATION_UNKNOWN', `Expected the code of an organisation; got ${code}.`, {
    received: code,
  });
}

export function codeTaken(code: string): CodedError {
  return new CodedError(
    'ORGANIZATION_CODE_TAKEN',
    `Expected a code that was never used; ${code} is an organisation already.`,
    {
      received: code,
    },
  );
}

export function notOpen(code: string, on: Day, why: string): CodedError {
  return new CodedError('ORGANIZATION_NOT_OPEN', `Expected ${code} to be open on ${formatDay(on)}; ${why}.`, {
    received: code,
  });
}

export function kindNotAllowed(message: string): CodedError {
  return new CodedError('KIND_NOT_ALLOWED', message);
}

export function contradictory(message: string): CodedError {
  return new CodedError('OPERATION_CONTRADICTORY', message);
}

export function withoutCell(message: string): CodedError {
  return new CodedError('MEMBERS_WITHOUT_CELL', message);
}

export function withoutParent(message: string): CodedError {
  return new CodedError('CHILDREN_WITHOUT_PARENT', message);
}

/** The first few of a list, and how many there are. */
export function some(list: readonly (string | number)[]): string {
  const named = list.slice(0, MAX_NAMED).join(', ');
  return list.length > MAX_NAMED ? `${named} and ${list.length - MAX_NAMED} more` : named;
}
