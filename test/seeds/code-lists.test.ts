import { attributes, ethnicities, repeated } from './seed-data.ts';

test('the 54 ethnic groups, by the official codes 01 to 54', () => {
  expect(ethnicities.map(({ code }) => code)).toEqual(
    Array.from({ length: 54 }, (_, index) => String(index + 1).padStart(2, '0')),
  );
  expect(repeated(ethnicities, ({ nameVi }) => nameVi)).toEqual([]);
});

test('their people add up to the census of 2019, less foreigners and those without a group', () => {
  expect(ethnicities.reduce((sum, { weight }) => sum + weight, 0)).toBe(96_208_984 - 3_553 - 349);
});

test('every group but the Kinh has its home provinces, as two-digit codes', () => {
  expect(ethnicities.filter(({ homes }) => homes.length === 0).map(({ nameVi }) => nameVi)).toEqual(['Kinh']);
  expect(ethnicities.flatMap(({ homes }) => homes).filter((code) => !/^\d\d$/.test(code))).toEqual([]);
});

test.each(Object.entries(attributes))(
  'the weights of %s are percents of all members, and of those admitted',
  (_list, rows) => {
    expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(100, 9);
    expect(rows.reduce((sum, { admittedWeight }) => sum + admittedWeight, 0)).toBeCloseTo(100, 9);
  },
);
