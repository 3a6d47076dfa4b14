import type { Day } from '../periods/day.ts';
import type { PeriodKind } from '../periods/period-kind.ts';
import { periodKind } from '../periods/period-kind.ts';

const MS_PER_DAY = 86_400_000;
/** Vietnam is seven hours ahead of UTC. */
const VIETNAM_OFFSET_MS = 7 * 3_600_000;

/** Reports on periods of a kind are due so many days after the period's last day; null: of every set, every kind. */
export interface DueRule {
  readonly set: string | null;
  readonly periodKind: PeriodKind | null;
  readonly days: number;
}

/** Reports on one period are due on a day; of one unit and all below it, or of everybody. */
export interface DueOverride {
  readonly set: string | null;
  readonly periodKey: string;
  /** Id of the unit; null for everybody. */
  readonly organizationId: number | null;
  readonly dueOn: Day;
}

/** What is due. */
export interface Owed {
  /** The sets of indicators that it belongs to. */
  readonly sets: readonly string[];
  readonly periodKey: string;
  /** Half-open; undefined for a congress term. */
  readonly days: { readonly from: Day; readonly to: Day } | undefined;
}

/** A fact, as far as its lateness goes. Moments are in milliseconds since 1970. */
export interface Dated extends Omit<Owed, 'sets'> {
  readonly knownAt: number;
  /** When its report was handed in; when it became known where absent. */
  readonly reportedAt?: number | null;
}

/**
 * By which day reports are due. An override comes before a rule, that of the nearest unit first; what names a set
 * before what names none, and then what names a kind of period. Of several sets, the latest day counts.
 */
export class DueDates {
  private readonly overrides: ReadonlyMap<string, readonly DueOverride[]>;
  private readonly known = new Map<string, Day | null>();

  constructor(
    private readonly rules: readonly DueRule[] = [],
    overrides: readonly DueOverride[] = [],
    private readonly setsByIndicator: ReadonlyMap<string, readonly string[]> = new Map(),
  ) {
    this.overrides = Map.groupBy(overrides, ({ periodKey }) => periodKey);
  }

  /**
   * The day; undefined where there is none, as for terms that no override names.
   * @param upwards ids of the unit and of those above it, from itself up
   */
  dueDay(owed: Owed, upwards: () => readonly number[]): Day | undefined {
    const overrides = (this.overrides.get(owed.periodKey) ?? []).filter(({ set }) => isOf(set, owed));
    const units = overrides.some(({ organizationId }) => organizationId !== null) ? upwards() : [];
    for (const unit of [...units, null]) {
      const found = preferred(
        overrides.filter(({ organizationId }) => organizationId === unit),
        ({ set }) => set !== null,
      );
      if (found.length > 0) return Math.max(...found.map(({ dueOn }) => dueOn));
    }
    return this.byRule(owed);
  }

  /** Whether a fact's report was there by the end of its due day, in Vietnam. Where none is due, it was. */
  isOnTime(fact: Dated, indicator: string, upwards: () => readonly number[]): boolean {
    const due = this.dueDayOf(fact, indicator, upwards);
    return due === undefined || wasBy(due, fact.reportedAt ?? fact.knownAt);
  }

  private dueDayOf(fact: Dated, indicator: string, upwards: () => readonly number[]): Day | undefined {
    const { periodKey, days } = fact;
    const owed = (): Owed => ({ sets: this.setsByIndicator.get(indicator) ?? [], periodKey, days });
    if (this.overrides.has(periodKey)) return this.dueDay(owed(), upwards);
    const key = `${indicator}|${periodKey}`;
    let due = this.known.get(key);
    if (due === undefined) this.known.set(key, (due = this.byRule(owed()) ?? null));
    return due ?? undefined;
  }

  private byRule(owed: Owed): Day | undefined {
    const { days } = owed;
    if (!days) return undefined;
    const kind = periodKind(days);
    const fitting = this.rules.filter((rule) => isOf(rule.set, owed) && (rule.periodKind ?? kind) === kind);
    const ofSet = preferred(fitting, ({ set }) => set !== null);
    const found = preferred(ofSet, (rule) => rule.periodKind !== null);
    return found.length > 0 ? Math.max(...found.map((rule) => days.to - 1 + rule.days)) : undefined;
  }
}

/** Whether a moment lies before the end of a day in Vietnam. */
export function wasBy(due: Day, moment: number): boolean {
  return moment < (due + 1) * MS_PER_DAY - VIETNAM_OFFSET_MS;
}

function isOf(set: string | null, { sets }: Owed): boolean {
  return set === null || sets.includes(set);
}

/** Those that are so, where there are any; else all. */
function preferred<T>(all: readonly T[], isSo: (each: T) => boolean): readonly T[] {
  const those = all.filter(isSo);
  return those.length > 0 ? those : all;
}
