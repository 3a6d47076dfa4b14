import fc from 'fast-check';
import { readCountry, reconcile } from '../../../src/import/country/read-country.ts';
import { breaches } from './laws.ts';
import { randomLists } from './random-lists.ts';

test('every law holds for every unit of the country', async () => {
  expect(breaches(await readCountry())).toEqual([]);
});

test('every law holds for lists that fit badly', () => {
  fc.assert(
    fc.property(randomLists, (lists) => {
      const country = reconcile(lists);
      expect(breaches(country)).toEqual([]);
      const outcomes = Object.values(country.report.mappings).reduce((sum, count) => sum + count);
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
] as const)('the laws see %s', async (_, change) => {
  const country = await readCountry();
  const [[part, how]] = Object.entries(change) as [
    ['placements' | 'successions' | 'organizations', string],
  ];
  const rows: readonly unknown[] = country[part];
  const changed = how === 'drop' ? rows.slice(0, -1) : [...rows, rows.at(-1)];
  expect(breaches({ ...country, [part]: changed })).not.toEqual([]);
});
