import type { ListedUnit, Mapping } from '../../../src/import/country/lists.ts';
import { reconcile } from '../../../src/import/country/read-country.ts';
import type { MappingOutcome } from '../../../src/import/country/types.ts';
import { breaches } from './laws.ts';
import { row, smallLists } from './small-lists.ts';

const OTHER = { newCode: '00012', newName: 'Xã Khác' };

/** What the reform made of commune 00001, in a country of these communes and rows. */
function fateOf(communes: readonly (readonly [string, string])[], rows: readonly Mapping[]): string[] {
  const { successions } = reconcile(smallLists(communes, rows));
  return successions.filter(({ from }) => from === 'X00001').map(({ kind, to }) => `${kind} ${to}`);
}

/** How the rows fare beside the three that every small country has, which go by code. */
function outcomes(communes: readonly (readonly [string, string])[], rows: readonly Mapping[]) {
  const { report } = reconcile(smallLists(communes, rows));
  const counts = { ...report.mappings, BY_CODE: report.mappings.BY_CODE - 3 };
  return Object.entries(counts).flatMap(([outcome, count]) => (count > 0 ? [[outcome, count]] : []));
}

const BA = ['00001', 'Xã Ba'] as const;
const NEIGHBOUR = ['00002', 'Xã Bên'] as const;
const HOA = ['00001', 'Xã Hoà'] as const;

test.each([
  ['alone into another name', [BA], [row(1, { oldCode: '00001' }, {})], ['RENAMED 2025-X00011']],
  [
    'alone into its own name',
    [HOA],
    [row(1, { oldCode: '00001' }, { newCode: '00013', newName: 'Xã Hòa' })],
    ['CONVERTED 2025-X00013'],
  ],
  [
    'with its neighbour',
    [BA, NEIGHBOUR],
    [row(1, { oldCode: '00001' }, {}), row(2, { oldCode: '00002' }, {})],
    ['MERGED 2025-X00011'],
  ],
  [
    'into two',
    [BA],
    [row(1, { oldCode: '00001' }, {}), row(2, { oldName: 'Xã Ba' }, OTHER)],
    ['SPLIT 2025-X00011', 'SPLIT 2025-X00012'],
  ],
  ['told twice', [BA], [row(1, { oldCode: '00001' }, {}), row(2, { oldCode: '00001' }, {})], ['RENAMED 2025-X00011']],
  [
    'by a new name whose code is of nowhere',
    [BA],
    [row(1, { oldCode: '00001' }, { newCode: '11' })],
    ['RENAMED 2025-X00011'],
  ],
  [
    'by a new name whose code is of another place',
    [BA],
    [row(1, { oldCode: '00001' }, { newCode: '00097' })],
    ['RENAMED 2025-X00011'],
  ],
  ['by the new commune of its name', [HOA], [], ['CONVERTED 2025-X00013']],
  ['by its twin', [BA, ['00002', 'Xã Ba']], [row(1, { oldCode: '00002' }, {})], ['MERGED 2025-X00011']],
  ['unknown', [BA], [], ['DISSOLVED null']],
] as const)('a commune’s fate: %s', (_, communes, rows, expected) => {
  expect(fateOf(communes, rows)).toEqual(expected);
});

test.each<[string, Partial<Mapping>, Partial<Mapping>, MappingOutcome]>([
  ['a listed code', { oldCode: '00001' }, {}, 'BY_CODE'],
  ['a listed code under another name', { oldCode: '00001', oldName: 'Xã Bốn' }, {}, 'BY_CODE'],
  ['a code that is not listed, and a listed name', { oldCode: '77777', oldName: 'Xã Ba' }, {}, 'BY_FULL_NAME'],
  ['a listed name in another case', { oldName: 'Xã BA' }, {}, 'BY_FULL_NAME'],
  ['a listed place under another rank', { oldName: 'Phường Bà' }, {}, 'BY_PLACE_NAME'],
  [
    'a listed name of another district',
    { oldName: 'Xã Ba', oldDistrict: 'Quận Hải', oldProvince: 'Thành phố Nẵng' },
    {},
    'OLD_UNIT_NOT_LISTED',
  ],
  ['a district under another rank', { oldName: 'Xã Ba', oldDistrict: 'Thị xã Quế' }, {}, 'BY_FULL_NAME'],
  ['a stranger', { oldName: 'Xã Lạ' }, {}, 'OLD_UNIT_NOT_LISTED'],
  ['nothing', {}, {}, 'NO_OLD_UNIT'],
  ['a new commune that is not listed', { oldCode: '00001' }, { newName: 'Xã Nào' }, 'NEW_UNIT_NOT_LISTED'],
])('a row that names %s', (_, from, to, outcome) => {
  expect(outcomes([BA], [row(1, from, to)])).toEqual([[outcome, 1]]);
});

test('a row that calls a commune by an earlier rank confirms what is known, or speaks of another unit', () => {
  const known = row(1, { oldCode: '00001' }, {});
  const again = row(2, { oldName: 'Phường Ba' }, {});
  const elsewhere = row(3, { oldName: 'Thị trấn Ba' }, OTHER);
  expect(outcomes([BA], [known, again, elsewhere])).toEqual([
    ['BY_CODE', 1],
    ['CONFIRMS', 1],
    ['OTHER_UNIT_OF_THAT_NAME', 1],
  ]);
  expect(fateOf([BA], [known, again, elsewhere])).toEqual(['RENAMED 2025-X00011']);
});

test('the new commune of its name is not a commune’s successor if it took another district’s alone', () => {
  const theirs = row(1, { oldCode: '00098' }, { newCode: '00013', newName: 'Xã Hòa' });
  expect(fateOf([HOA], [theirs])).toEqual(['DISSOLVED null']);
});

test('a province alone in its successor is a new unit if the code is another', () => {
  const lists = smallLists([], []);
  const recoded = (units: readonly ListedUnit[]): ListedUnit[] =>
    units.map((unit) => ({
      ...unit,
      code: unit.code === '04' ? '05' : unit.code,
      parent: unit.parent === '04' ? '05' : unit.parent,
    }));
  const country = reconcile({
    ...lists,
    newProvinces: recoded(lists.newProvinces),
    newCommunes: recoded(lists.newCommunes),
  });
  expect(breaches(country)).toEqual([]);
  expect(country.successions.find(({ from }) => from === 'T04')?.to).toBe('2025-T05');
});

test('an island district without communes becomes the special zone of its name', () => {
  const { successions } = reconcile(smallLists([], []));
  expect(successions.find(({ from }) => from === 'H498')).toMatchObject({
    to: '2025-X00020',
    kind: 'CONVERTED',
  });
});

test('communes of one province in two new ones are refused', () => {
  const astray = row(1, { oldCode: '00001' }, { newCode: '00097', newName: 'Xã Cao', newProvince: 'Cao' });
  expect(() => reconcile(smallLists([BA], [astray]))).toThrow(
    'Expected Tỉnh Nam to go whole into one province, but its communes are in 48 and 04.',
  );
});
