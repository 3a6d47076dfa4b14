import { attributes, dimensions, ethnicities, indicators, repeated } from './seed-data.ts';
import type { SeedDimension, SeedIndicator, SeedPart } from './seed-data.ts';

const indicatorByCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
const dimensionByName = new Map(dimensions.map((dimension) => [dimension.name, dimension]));

function dimension(name: string): SeedDimension {
  const found = dimensionByName.get(name);
  if (!found) throw new Error(`no dimension ${name}`);
  return found;
}

function partsOf({ definition }: SeedIndicator): SeedPart[] {
  if (definition === null) return [];
  return definition.form === 'SHARE' ? [definition.numerator, definition.denominator] : [definition.of];
}

/** True when a dimension adds up for every indicator that has it, false when for none, null when it depends. */
function addsUp(name: string): boolean | null {
  const answers = new Set(
    indicators.flatMap((indicator) =>
      indicator.dimensions.filter((used) => used.name === name).map((used) => used.addsUp),
    ),
  );
  return answers.size === 1 ? ([...answers][0] ?? null) : null;
}

test('every code and name stands for one indicator', () => {
  for (const key of [
    ({ code }: SeedIndicator) => code,
    ({ name }: SeedIndicator) => name,
    ({ nameEn }: SeedIndicator) => nameEn,
  ]) {
    expect(repeated(indicators, key)).toEqual([]);
  }
});

test('an indicator is named and described in both languages', () => {
  const unfinished = indicators.filter(
    ({ code, name, nameEn, description, descriptionEn, unit }) =>
      !/^[A-Z][A-Z_]+$/.test(code) ||
      [name, nameEn].some((text) => !/^\p{Lu}/u.test(text)) ||
      [description, descriptionEn].some((text) => !/^\p{Lu}.*\.$/u.test(text)) ||
      unit === '',
  );
  expect(unfinished).toEqual([]);
});

test('percent is the unit of ratios, and of nothing else', () => {
  expect(indicators.filter(({ kind, unit }) => (kind === 'RATIO') !== (unit === '%'))).toEqual([]);
});

test('a definition belongs to a ratio and is made of counts that the catalogue has', () => {
  const broken = indicators.filter(
    (indicator) =>
      partsOf(indicator).some(
        ({ indicator: code }) => !['FLOW', 'STOCK'].includes(indicatorByCode.get(code)?.kind ?? ''),
      ) ||
      (indicator.definition !== null && indicator.kind !== 'RATIO'),
  );
  expect(broken).toEqual([]);
});

test('a definition narrows its parts by dimensions and values that they have', () => {
  const unknown = indicators
    .flatMap(partsOf)
    .flatMap(({ indicator, dimensions: named = {} }) =>
      Object.entries(named).filter(
        ([name, value]) =>
          !indicatorByCode.get(indicator)?.dimensions.some((used) => used.name === name) ||
          !dimension(name).values.some((known) => known.value === value),
      ),
    );
  expect(unknown).toEqual([]);
});

test('a ratio with dimensions and a definition can be split the same way in both parts', () => {
  const lopsided = indicators.filter((indicator) =>
    indicator.dimensions.some(({ name }) =>
      partsOf(indicator).some(
        (part) => !indicatorByCode.get(part.indicator)?.dimensions.some((used) => used.name === name),
      ),
    ),
  );
  expect(lopsided).toEqual([]);
});

test('a dimension of a ratio never adds up', () => {
  expect(indicators.filter(({ kind, dimensions: used }) => kind === 'RATIO' && used.some((one) => one.addsUp))).toEqual(
    [],
  );
});

test('every dimension is used, and every one used is known', () => {
  const used = new Set(indicators.flatMap((indicator) => indicator.dimensions.map(({ name }) => name)));
  expect([...used].sort()).toEqual(dimensions.map(({ name }) => name).sort());
});

test.each([
  ['FORM', true],
  ['KIND', true],
  ['FROM', true],
  ['TO', true],
  ['YEARS', true],
  ['REASON', true],
  ['MOVE', true],
  ['LEVEL', true],
  ['SEX', true],
  ['AGE_BAND', true],
  ['ETHNICITY', true],
  ['EDUCATION', true],
  ['POLITICAL_THEORY', true],
  ['OCCUPATION', true],
  ['SUBJECT', false],
  ['AUDIENCE', false],
  ['UNDER', false],
  ['MANAGED_BY', false],
  ['STATE', false],
  ['TOPIC', false],
  ['TYPE', false],
  ['RESOLUTION', false],
  ['BY', null],
])('parts by %s add up: %s', (name, expected) => {
  expect(addsUp(name)).toBe(expected);
});

test('parts by authority add up for disciplines alone: one decision has one authority', () => {
  const adding = indicators.filter(({ dimensions: used }) =>
    used.some(({ name, addsUp: adds }) => name === 'BY' && adds),
  );
  expect(adding.map(({ code }) => code)).toEqual(['MEMBERS_DISCIPLINED', 'ORGANIZATIONS_DISCIPLINED']);
});

test('the values of a dimension are distinct, and cover only values of the same dimension', () => {
  for (const { values } of dimensions) {
    const names = values.map(({ value }) => value);
    expect(repeated(names, (name) => name)).toEqual([]);
    expect(names).toEqual(expect.arrayContaining(values.flatMap(({ covers = [] }) => covers)));
  }
});

test('the dimensions of members have the values of the code lists', () => {
  const valuesOf = (name: string): string[] => dimension(name).values.map(({ value }) => value);
  expect(valuesOf('ETHNICITY')).toEqual(ethnicities.map(({ code }) => code));
  expect(valuesOf('AGE_BAND')).toEqual(attributes.ageBands?.map(({ code }) => code));
  expect(valuesOf('EDUCATION')).toEqual(attributes.education?.map(({ code }) => code));
  expect(valuesOf('POLITICAL_THEORY')).toEqual(attributes.politicalTheory?.map(({ code }) => code));
  expect(valuesOf('OCCUPATION')).toEqual(attributes.occupations?.map(({ code }) => code));
});
