import type { Statements } from '../database/statements.ts';
import type { Day } from '../periods/day.ts';
import { formatDay } from '../periods/day.ts';
import type { Operation } from './reading-log.ts';
import { ReadingLog } from './reading-log.ts';
import type { Scope } from './scope.ts';
import type { Viewer } from './viewer.ts';

/** How members are read in one request: what the viewer sees of them, in both layers, and what was read. */
export interface MemberAccess {
  readonly today: Day;
  /** The first layer, in the process. */
  readonly sees: Scope;
  /** The second layer: what the database session is set to, for the policies of its tables. */
  readonly session: Readonly<Record<string, string>>;
  /** Runs what is read, within the time of the request. */
  readonly statements: Statements;
  readonly readings: ReadingLog;
  /**
   * Writes down what was read, before anything of it is shown.
   * @throws CodedError AUDIT_UNAVAILABLE
   */
  record(operation: Operation): Promise<void>;
}

export function memberAccess(statements: Statements, viewer: Viewer, sees: Scope, today: Day): MemberAccess {
  const readings = new ReadingLog();
  return {
    today,
    sees,
    session: sessionOf(viewer, today),
    statements,
    readings,
    record: (operation) => readings.write(statements.onPrimary, viewer, operation),
  };
}

function sessionOf({ role, unit }: Viewer, today: Day): Readonly<Record<string, string>> {
  return { 'app.viewer_role': role, 'app.viewer_unit': unit ?? '', 'app.today': formatDay(today) };
}
