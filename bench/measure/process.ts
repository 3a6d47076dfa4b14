import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

/** Ticks of the processor clock in a second, as Linux counts them for users. */
const TICKS_PER_SECOND = 100;

interface Stat {
  readonly parent: number;
  /** Seconds of processor time: its own, and of its children that ended. */
  readonly own: number;
  readonly ofEnded: number;
}

function readStat(pid: number): Stat | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows it is numbers.
    const fields = text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { parent, own: (user + system) / TICKS_PER_SECOND, ofEnded: (endedUser + endedSystem) / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

/** The process above another. */
export function parentOf(pid: number): number {
  const stat = readStat(pid);
  if (!stat) throw new Error(`there is no process ${pid}`);
  return stat.parent;
}

/** Seconds of processor time that a process has used, all its threads together. */
export function processorSeconds(pid: number): number {
  return readStat(pid)?.own ?? 0;
}

/** The same of a process together with its children, living and ended: PostgreSQL with all its backends. */
export function familySeconds(pid: number): number {
  const head = readStat(pid);
  let sum = (head?.own ?? 0) + (head?.ofEnded ?? 0);
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = readStat(Number(name));
    if (stat?.parent === pid) sum += stat.own;
  }
  return sum;
}

/** The most memory that processes had resident: under one load, and ever since they were started. */
export class PeakMemory {
  private readonly ever = new Map<number, number>();

  /** From here on a load is measured. */
  begin(pid: number): void {
    this.since(pid);
    try {
      writeFileSync(`/proc/${pid}/clear_refs`, '5');
    } catch {
      // Not everywhere allowed: then the peak under load is that since the start.
    }
  }

  /** Bytes at the peak since the load began. */
  since(pid: number): number {
    const peak = highWaterMark(pid);
    this.ever.set(pid, Math.max(peak, this.ever.get(pid) ?? 0));
    return peak;
  }

  /** Bytes at the peak since the process was started. */
  sinceStart(pid: number): number {
    this.since(pid);
    return this.ever.get(pid) ?? 0;
  }
}

function highWaterMark(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
}

export const peakMemory = new PeakMemory();
