import type { Scope } from '../access/scope.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Unit } from '../tree/unit.ts';

/** Which counts of people a viewer sees as they are. Compared by identity: what is made for one is not for another. */
export interface Sight {
  /** The smallest count that is shown where counts are protected. */
  readonly smallest: number;
  /** Whether counts of a unit are shown as they are. */
  sees(unit: Unit): boolean;
  readonly seesEverything: boolean;
}

/** Of those who see all members. */
export const ofEverybody: Sight = { smallest: 0, sees: () => true, seesEverything: true };

const sightsOfNobody = new Map<number, Sight>();

/** Of those who see no members: whoever it is, it is the same. */
export function ofNobody(smallest: number): Sight {
  const known = sightsOfNobody.get(smallest) ?? { smallest, sees: () => false, seesEverything: false };
  sightsOfNobody.set(smallest, known);
  return known;
}

/**
 * What a viewer sees. An officer sees the own unit and all below it; elsewhere, an officer sees what everybody does.
 * @param scope which members the viewer sees
 */
export function sightOf({ role }: Viewer, scope: Scope, smallest: number): Sight {
  if (role === 'ADMINISTRATOR') return ofEverybody;
  if (role === 'OFFICER') return { smallest, sees: (unit) => scope(unit.id), seesEverything: false };
  return ofNobody(smallest);
}
