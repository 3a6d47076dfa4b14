import type { ObservationRole } from '../facts/indicators/indicator.ts';
import { mayCountPeople } from '../facts/indicators/people.ts';
import type { FigureState } from '../facts/reports/report.ts';
import type { Unit } from '../tree/unit.ts';
import type { Sight } from './sight.ts';

/** Whose fact it is, of what, and how it came to count. */
interface Told {
  readonly unit: Unit;
  readonly indicator: { readonly unit: string };
  readonly role: ObservationRole;
  readonly state: FigureState;
}

/** Whether a reported fact itself is withheld: one of people that was approved and never published, outside the viewer's unit. */
export function isWithheld({ unit, indicator, role, state }: Told, sight: Sight): boolean {
  return state !== 'PUBLISHED' && role === 'ACTUAL' && !sight.sees(unit) && mayCountPeople(indicator);
}
