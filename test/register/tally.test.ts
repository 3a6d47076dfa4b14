import { dayOf } from '../../src/periods/day.ts';
import type { StayRow } from '../../src/register/block.ts';
import { BLOCK_CELLS } from '../../src/register/block.ts';
import { countsFor } from '../../src/register/counts.ts';
import { ageKey, packDay } from '../../src/register/encoding.ts';
import { Register } from '../../src/register/register.ts';
import { tallyOf } from '../../src/register/tally.ts';
import { buildTree } from '../../src/tree/build.ts';

const DAY = dayOf(2023, 12, 31);
const BANDS = ['18_TO_30', '31_TO_40', '41_TO_50', '51_TO_60', 'OVER_60'];
const CELLS = 3 * BLOCK_CELLS;

/** Cells of several blocks, with members of all ages who come and go. */
function register(): Register {
  const dated = { openedOn: null, closedOn: null, synthetic: true };
  const ids = Array.from({ length: CELLS }, (_, at) => at + 2);
  const tree = buildTree(
    [1, ...ids].map((id) => ({ id, code: `U${id}`, name: '', ...dated })),
    [
      { organizationId: 1, parentId: null, kind: 'NATION', from: null, to: null },
      ...ids.map((id) => ({ organizationId: id, parentId: 1, kind: 'CELL' as const, from: null, to: null })),
    ],
    [],
  );
  const empty = Register.empty(tree);
  const stay = (at: number): StayRow => ({
    from: packDay(dayOf(2020 + (at % 5), 1, 1)),
    to: at % 7 === 0 ? packDay(dayOf(2023, 6, 1)) : 65_535,
    official: 65_535,
    born: ageKey(dayOf(1950 + (at % 55), 3, 3)),
    profile: empty.shared.profiles.numberOf(`${at % 3 === 0 ? 'FEMALE' : 'MALE'}|0${at % 4}|||`),
  });
  return empty.withCells(new Map(ids.map((id) => [id, { stays: [stay(id), stay(id * 3)], events: [] }])));
}

test.each([
  ['SEX', ['FEMALE', 'MALE']],
  ['ETHNICITY', ['03', '01', '00']],
  ['AGE_BAND', BANDS],
])('members by %s, all at once, are those counted one by one', (dimension, values) => {
  const counted = register();
  const tally = tallyOf(counted, dimension, values);
  const tree = counted.territory.tree;
  for (const cells of [Int32Array.of(0, CELLS), Int32Array.of(5, 6), Int32Array.of(60, 70, 100, 190)]) {
    const units = [...cells].flatMap((edge, at) =>
      at % 2 === 0 ? Array.from({ length: (cells[at + 1] ?? 0) - edge }, (_, each) => edge + each) : [],
    );
    const oneByOne = values.map((value) => {
      const counts = countsFor(counted, 'PARTY_MEMBERS', { [dimension]: value });
      return units.reduce((sum, position) => {
        const unit = tree.byId(counted.order.ids[position] ?? -1);
        return sum + ((unit && counts?.count(unit, { from: DAY, to: DAY + 1 })) ?? 0);
      }, 0);
    });
    expect(tally?.(cells, DAY)).toEqual(oneByOne);
    expect(oneByOne.every((count) => count >= 0)).toBe(true);
  }
});

test('members have no other attributes, and the last of them came on a day', () => {
  expect(tallyOf(register(), 'FORM', ['REPRIMAND'])).toBeUndefined();
  expect(register().lastEntry).toBe(dayOf(2024, 1, 1));
});
