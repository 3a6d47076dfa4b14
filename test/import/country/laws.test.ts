import fc from 'fast-check';
import { readCountry, reconcile } from '../../../src/import/country/read-country.ts';
import type { Country } from '../../../src/import/country/types.ts';
import { breaches } from './laws.ts';
import { randomLists } from './random-lists.ts';

let country: Country;
beforeAll(async () => {
  country = await readCountry();
});

test('every law holds for every unit of the country', () => {
  expect(breaches(country)).toEqual([]);
});

test('every law holds for lists that fit badly', () => {
  fc.assert(
    fc.property(randomLists, (lists) => {
      const fitted = reconcile(lists);
      expect(breaches(fitted)).toEqual([]);
      const outcomes = Object.values(fitted.report.mappings).reduce((sum, count) => sum + count);
      expect(outcomes).toBe(lists.mappings.length);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['a second placement', { placements: 'repeat' }],
  ['a missing placement', { placements: 'drop' }],
  ['a missing succession', { successions: 'drop' }],
  ['a repeated succession', { successions: 'repeat' }],
  ['a repeated unit', { organizations: 'repeat' }],
] as const)('the laws see %s', (_, change) => {
  const [[part, how]] = Object.entries(change) as [['placements' | 'successions' | 'organizations', string]];
  const rows: readonly unknown[] = country[part];
  const changed = how === 'drop' ? rows.slice(0, -1) : [...rows, rows.at(-1)];
  expect(breaches({ ...country, [part]: changed })).not.toEqual([]);
});
