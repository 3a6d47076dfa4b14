import { administrativeUnitsOf } from './administrative-units.ts';
import { fitLists } from './fit.ts';
import type { Lists } from './lists.ts';
import { organizationsOf } from './organizations.ts';
import { placementsOf } from './placements.ts';
import { readLists } from './read-lists.ts';
import { countryReport } from './report/country-report.ts';
import { successionsOf } from './successions.ts';
import type { Country } from './types.ts';

/** Reads the whole country from the two packages and reconciles them; the same packages give the same country. */
export async function readCountry(): Promise<Country> {
  return reconcile(await readLists());
}

/** Fits the lists of before and since the reform together. Pure. */
export function reconcile(lists: Lists): Country {
  const fit = fitLists(lists);
  const country = {
    organizations: organizationsOf(lists, fit.provinces),
    placements: placementsOf(lists, fit.provinces),
    successions: successionsOf(lists, fit),
    administrativeUnits: administrativeUnitsOf(lists, fit.provinces),
  };
  return { ...country, report: countryReport(lists, fit, country) };
}
