import { SCOPE_PLANS } from '../published.ts';
import type { Random } from '../random/random.ts';
import type { ProvinceStructure } from '../structure/unit.ts';
import { Ledger } from './ledger.ts';
import type { Elsewhere } from './moves.ts';
import { Mover } from './moves.ts';
import type { ProvincePlan } from './planned.ts';
import { planAdmissions, planAwards, planDisciplines, planLosses, scopesOf } from './scopes.ts';

/** Plans five years of a province: what is published comes first and exactly, the rest by chance. */
export function planProvince(structure: ProvinceStructure, random: Random, elsewhere: Elsewhere): ProvincePlan {
  if (structure.cells.length === 0) return { events: [], opening: new Int32Array() };
  const ledger = new Ledger(structure);
  const scopes = scopesOf(structure.cells);
  const mover = new Mover(ledger, random, elsewhere);
  mover.planWholeMoves(structure.wholeMoves);
  for (const [name, plan] of SCOPE_PLANS) {
    if (plan.crossings.length > 0 && structure.cells.some(({ scope }) => scope === name)) mover.planCrossings(name);
  }
  for (const scope of scopes) planDisciplines(ledger, random, scope);
  for (const scope of scopes) planAdmissions(ledger, random, scope);
  for (const scope of scopes) planLosses(ledger, random, scope);
  for (const scope of scopes) planAwards(ledger, random, scope);
  mover.planRandom(scopes.reduce((sum, { members }) => sum + members, 0));
  const events = ledger.events.sort((one, other) => one.day - other.day);
  return { events, opening: ledger.opening() };
}
