import type { Fact } from './fact.ts';

const MS_PER_DAY = 86_400_000;
/** Vietnam is seven hours ahead of UTC. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;
/** Days after a period's end within which its report is on time. */
export const DUE_DAYS = 30;

/** Whether a fact was known by the end of the day, in Vietnam, on which its period's report was due. Terms have no due day. */
export function isOnTime(fact: Fact): boolean {
  if (!fact.days) return true;
  return fact.knownAt < (fact.days.to + DUE_DAYS) * MS_PER_DAY - VIETNAM_OFFSET_MS;
}
