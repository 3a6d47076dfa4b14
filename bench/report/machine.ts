import { readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';

/** What a run was made on. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly system: string;
  readonly node: string;
  /** What others asked of the processors when the run began: processes that ran or wanted to. */
  readonly loadBefore: number;
}

/** Describes this machine, as it is before a run. */
export function describeMachine(): Machine {
  const processors = cpus();
  return {
    processor: processors[0]?.model ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    system: `${process.platform} ${release()}, ${process.arch}`,
    node: process.version,
    loadBefore: loadavg()[0] ?? 0,
  };
}

/** Versions of packages, by name. @param lock text of a package-lock.json */
export function versionsIn(path: URL, names: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: Record<string, { version?: string }> };
  return names.map((name) => `${name} ${packages[`node_modules/${name}`]?.version ?? 'unknown'}`);
}
