import { readFileSync } from 'node:fs';

/** Prints the line that .ci/run ends with. A run that left no result is one failure. */

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function read(path: string | undefined): Counts {
  try {
    return JSON.parse(readFileSync(path ?? '', 'utf8')) as Counts;
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const { passed, failed } = read(process.argv[2]);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
