import { getNamedType, isObjectType } from 'graphql';
import { levelOfField } from '../../src/access/guard.ts';
import { buildSubgraph } from '../../src/federation/subgraph.ts';

/** Numbers that may count people: made from what is shown alone, or reported. */
const OF_FIGURES = [
  'BreakdownMargin.difference',
  'BreakdownMargin.sum',
  'Contribution.denominator',
  'Contribution.numerator',
  'Contribution.value',
  'DerivedFigure.high',
  'DerivedFigure.low',
  'DerivedFigure.value',
  'IndicatorTotal.denominator',
  'IndicatorTotal.numerator',
  'IndicatorTotal.value',
  'IndicatorValue.achievement',
  'IndicatorValue.denominator',
  'IndicatorValue.discrepancy',
  'IndicatorValue.numerator',
  'IndicatorValue.reported',
  'IndicatorValue.rolledUp',
  'IndicatorValue.target',
  'IndicatorValue.value',
  'Observation.denominator',
  'Observation.numerator',
  'Observation.value',
  'Violation.difference',
  'ViolationSide.value',
];

/** Numbers of units, of classes, and of entries in lists of what is public. */
const OF_OTHER_THINGS = [
  'ClassCount.count',
  'ClassCount.value',
  'Coverage.answered',
  'Coverage.expected',
  'Coverage.onTime',
  'Coverage.rate',
];

test('every number that everybody may ask for is known, and how it is protected', async () => {
  const { schema } = await buildSubgraph();
  const numbers = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__')) return [];
    return Object.values(type.getFields())
      .filter((field) => ['Int', 'Float', 'BigInt'].includes(getNamedType(field.type).name))
      .filter((field) => levelOfField(type, field) === 'PUBLIC' && field.name !== 'totalCount')
      .map((field) => `${type.name}.${field.name}`);
  });
  expect(numbers.sort()).toEqual([...OF_FIGURES, ...OF_OTHER_THINGS].sort());
});
