import { shortfalls } from '../../src/facts/members/thresholds.ts';
import { ORGANIZATION_KINDS } from '../../src/tree/kind.ts';

test.each([
  ['CELL', 2, 40, ['CELL_BELOW_THREE_OFFICIAL_MEMBERS 2/3']],
  ['CELL', 0, 0, ['CELL_BELOW_THREE_OFFICIAL_MEMBERS 0/3']],
  ['CELL', 3, 3, []],
  ['GRASSROOTS_CELL', 2, 40, ['CELL_BELOW_THREE_OFFICIAL_MEMBERS 2/3']],
  ['GRASSROOTS_CELL', 3, 3, []],
  ['GRASSROOTS_COMMITTEE', 0, 29, ['COMMITTEE_BELOW_THIRTY_MEMBERS 29/30']],
  ['GRASSROOTS_COMMITTEE', 0, 30, []],
  ['SECTION_COMMITTEE', 0, 4, []],
] as const)('%s with %i official members of %i', (kind, official, all, expected) => {
  expect(shortfalls(kind, { official, all }).map((each) => `${each.code} ${each.actual}/${each.threshold}`)).toEqual(
    expected,
  );
});

test('what stands above the grassroots has no threshold', () => {
  const above = ORGANIZATION_KINDS.filter((kind) => shortfalls(kind, { official: 0, all: 0 }).length === 0);
  expect(above).toEqual(['NATION', 'PROVINCE', 'DISTRICT', 'BLOC', 'COMMUNE', 'SECTION_COMMITTEE']);
});
