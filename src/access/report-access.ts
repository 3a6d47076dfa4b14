import { CodedError } from '../errors/coded-error.ts';
import type { Scope } from './scope.ts';
import type { Viewer } from './viewer.ts';

/** A unit that a report is of. */
interface Reporting {
  readonly id: number;
  readonly code: string;
}

interface Asking {
  readonly viewer: Viewer;
  readonly members: { readonly sees: Scope };
}

/** Who may write a report and hand it in: officers of the unit and of those above it. @throws CodedError FORBIDDEN */
export function requireOwn({ viewer, members }: Asking, unit: Reporting): void {
  if (members.sees(unit.id)) return;
  throw forbidden(`an officer of ${unit.code} or of a unit above it`, viewer);
}

/** Who may judge a report: officers of the units above, never of the unit itself. @throws CodedError FORBIDDEN */
export function requireAbove({ viewer, members }: Asking, unit: Reporting): void {
  if (members.sees(unit.id) && viewer.unit !== unit.code) return;
  throw forbidden(`an officer of a unit above ${unit.code}`, viewer);
}

function forbidden(expected: string, { role, unit }: Viewer): CodedError {
  const received = unit === null ? `the role ${role}` : `an officer of ${unit}`;
  return new CodedError('FORBIDDEN', `Expected ${expected}, or an administrator; got ${received}.`, {
    expected,
    received,
  });
}
