import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The part of jest's result that is kept. */
interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  /** Test files that failed before a test of theirs could run. */
  readonly numRuntimeErrorTestSuites: number;
}

const RESULT = join(import.meta.dirname, '../../artifacts/test-result.json');

/** Writes how many tests passed and failed, for .ci/run. */
export default class ResultReporter {
  onRunComplete(_contexts: unknown, totals: Totals): void {
    const passed = totals.numPassedTests;
    const failed = totals.numFailedTests + totals.numRuntimeErrorTestSuites;
    mkdirSync(dirname(RESULT), { recursive: true });
    writeFileSync(RESULT, `${JSON.stringify({ passed, failed })}\n`);
  }
}
