import type { Limits } from '../../limits.ts';
import { overLimit } from './over-limit.ts';

/**
 * Holds what came beside a question, its variables and extensions, against the limits. Goes level by level, so that
 * nothing that is nested ends the stack.
 * @throws CodedError QUERY_TOO_DEEP, BATCH_TOO_LARGE
 */
export function checkValues(value: unknown, limits: Pick<Limits, 'nesting' | 'listEntries'>): void {
  let level: readonly unknown[] = [value].filter(isNested);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limits.nesting) throw overLimit('QUERY_TOO_DEEP', 'values within values', limits.nesting);
    const below: unknown[] = [];
    for (const each of level) {
      const parts: readonly unknown[] = Array.isArray(each) ? each : Object.values(each as object);
      if (Array.isArray(each) && parts.length > limits.listEntries)
        throw overLimit('BATCH_TOO_LARGE', 'entries in a list', limits.listEntries, parts.length);
      for (const part of parts) if (isNested(part)) below.push(part);
    }
    level = below;
  }
}

function isNested(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
