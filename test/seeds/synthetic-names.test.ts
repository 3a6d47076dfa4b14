import { readFileSync } from 'node:fs';
import { ethnicities, repeated } from './seed-data.ts';

interface WeightedName {
  name: string;
  weight: number;
}

interface SyntheticNames {
  surnames: WeightedName[];
  surnamesByEthnicity: Record<string, WeightedName[]>;
  middleNames: Record<'FEMALE' | 'MALE', WeightedName[]>;
  givenNames: Record<'FEMALE' | 'MALE', string[]>;
}

const file = new URL('../../seeds/data/synthetic-names.json', import.meta.url);
const names = JSON.parse(readFileSync(file, 'utf8')) as SyntheticNames;

const lists: [string, WeightedName[]][] = [
  ['all', names.surnames],
  ...Object.entries(names.surnamesByEthnicity),
  ...Object.entries(names.middleNames),
];

test.each(lists)('the parts of "%s" are distinct and can all be drawn', (_list, parts) => {
  expect(repeated(parts, ({ name }) => name)).toEqual([]);
  expect(parts.filter(({ weight }) => !(weight > 0))).toEqual([]);
});

test('surnames of their own belong to groups of the official list', () => {
  const known = new Set(ethnicities.map(({ code }) => code));
  expect(Object.keys(names.surnamesByEthnicity).filter((code) => !known.has(code))).toEqual([]);
});

test.each(Object.entries(names.givenNames))('there are enough given names: %s', (_sex, given) => {
  expect(repeated(given, (name) => name)).toEqual([]);
  expect(given.length).toBeGreaterThan(60);
});
