import type { IndicatorKind, ObservationRole } from '../facts/indicators/indicator.ts';

/** What a kind of indicator does when figures of several units, or of several periods, come together. */
export interface KindBehaviour {
  /**
   * Over units: added, recomputed from numerators and denominators, counted across each unit's own border
   * (what its parts say never adds up to it), or never combined.
   */
  readonly overUnits: 'SUM' | 'RECOMPUTE' | 'BORDER' | 'NEVER';
  /** Over time: added, the last of the period, recomputed, or never combined. */
  readonly overTime: 'SUM' | 'LAST' | 'RECOMPUTE' | 'NEVER';
  /** Which units a figure expects: those open on the last day, or on any day of the period. */
  readonly expects: 'LAST_DAY' | 'ANY_DAY';
}

/** The algebra's first table (flow, stock, ratio, average, class). */
export const KIND_BEHAVIOUR: Readonly<Record<IndicatorKind, KindBehaviour>> = {
  FLOW: { overUnits: 'SUM', overTime: 'SUM', expects: 'ANY_DAY' },
  STOCK: { overUnits: 'SUM', overTime: 'LAST', expects: 'LAST_DAY' },
  RATIO: { overUnits: 'RECOMPUTE', overTime: 'RECOMPUTE', expects: 'ANY_DAY' },
  AVERAGE: { overUnits: 'RECOMPUTE', overTime: 'RECOMPUTE', expects: 'ANY_DAY' },
  CLASS: { overUnits: 'NEVER', overTime: 'NEVER', expects: 'LAST_DAY' },
};

/** A flow across the border of the unit asked about: a move within it is one for its parts, and none for itself. */
export const BORDER_BEHAVIOUR: KindBehaviour = { ...KIND_BEHAVIOUR.FLOW, overUnits: 'BORDER' };

/** A target adds up over units and stands for its own period only. */
export const TARGET_BEHAVIOUR: KindBehaviour = { overUnits: 'SUM', overTime: 'NEVER', expects: 'ANY_DAY' };

/** A target in percent, of a score or of a class is its unit's own: shares are never added. */
export const OWN_TARGET_BEHAVIOUR: KindBehaviour = { overUnits: 'NEVER', overTime: 'NEVER', expects: 'ANY_DAY' };

/** How figures of a kind combine in a role. */
export function behaviourOf(kind: IndicatorKind, role: ObservationRole): KindBehaviour {
  if (role === 'ACTUAL') return KIND_BEHAVIOUR[kind];
  return KIND_BEHAVIOUR[kind].overUnits === 'SUM' ? TARGET_BEHAVIOUR : OWN_TARGET_BEHAVIOUR;
}

/** 100 for a ratio, which is in percent; 1 for an average. */
export function scaleOf(kind: IndicatorKind): number {
  return kind === 'RATIO' ? 100 : 1;
}
