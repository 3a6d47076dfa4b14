import type { IndicatorKind } from '../facts/indicators/indicator.ts';

/** What a kind of indicator does when figures of several units, or of several periods, come together. */
export interface KindBehaviour {
  /** Over units: added, recomputed from numerators and denominators, or never combined. */
  readonly overUnits: 'SUM' | 'RECOMPUTE' | 'NEVER';
  /** Over time: added, the last of the period, recomputed, or never combined. */
  readonly overTime: 'SUM' | 'LAST' | 'RECOMPUTE' | 'NEVER';
  /** Which units a figure expects: those open on the last day, or on any day of the period. */
  readonly expects: 'LAST_DAY' | 'ANY_DAY';
}

/** The algebra's first table (design: flow, stock, ratio, average, class). */
export const KIND_BEHAVIOUR: Readonly<Record<IndicatorKind, KindBehaviour>> = {
  FLOW: { overUnits: 'SUM', overTime: 'SUM', expects: 'ANY_DAY' },
  STOCK: { overUnits: 'SUM', overTime: 'LAST', expects: 'LAST_DAY' },
  RATIO: { overUnits: 'RECOMPUTE', overTime: 'RECOMPUTE', expects: 'ANY_DAY' },
  AVERAGE: { overUnits: 'RECOMPUTE', overTime: 'RECOMPUTE', expects: 'ANY_DAY' },
  CLASS: { overUnits: 'NEVER', overTime: 'NEVER', expects: 'LAST_DAY' },
};

/** A target adds up over units and stands for its own period only. */
export const TARGET_BEHAVIOUR: KindBehaviour = { overUnits: 'SUM', overTime: 'NEVER', expects: 'ANY_DAY' };
