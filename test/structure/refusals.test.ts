import type { World } from './world.ts';
import { openWorld } from './world.ts';

/** What is refused, why, and that nothing of it stays. */
let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.reset([
    [1, 'C1', '2015-01-01', null],
    [2, 'C1', '2016-01-01', null],
    [3, 'C2', '2017-01-01', null],
    [4, 'C3', '2018-01-01', null],
    [5, 'GC1', '2019-01-01', null],
  ]);
  await world.apply({ op: 'OPEN', on: '2020-01-01', code: 'C5', name: 'Chi bộ 5', kind: 'CELL', parent: 'G2' });
  await world.apply({ op: 'CLOSE', on: '2024-01-01', code: 'C4' });
  await world.apply({ op: 'MOVE', on: '2023-04-01', code: 'C5', parent: 'G1' });
  await world.apply({
    op: 'OPEN',
    on: '2020-01-01',
    code: 'G3',
    name: 'Đảng bộ 3',
    kind: 'GRASSROOTS_COMMITTEE',
    parent: 'B',
  });
  await world.apply({ op: 'CLOSE', on: '2024-01-01', code: 'G3' });
});

afterAll(() => world.close());

const cell = (code: string): object => ({ code, name: code, kind: 'CELL', parent: 'G2' });
const REFUSED: readonly [string, string, object][] = [
  ['an unknown code', 'ORGANIZATION_UNKNOWN', { op: 'CLOSE', code: 'NOBODY' }],
  ['an unknown parent', 'ORGANIZATION_UNKNOWN', { op: 'MOVE', code: 'C1', parent: 'NOBODY' }],
  ['an unknown cell for members', 'ORGANIZATION_UNKNOWN', { op: 'CLOSE', code: 'C1', members: { rest: 'NOBODY' } }],
  ['a code that is one’s already', 'ORGANIZATION_CODE_TAKEN', { op: 'OPEN', ...cell('C1') }],
  ['a retired code', 'ORGANIZATION_CODE_TAKEN', { op: 'OPEN', ...cell('C4'), on: '2025-01-01' }],
  ['a retired unit', 'ORGANIZATION_NOT_OPEN', { op: 'MOVE', code: 'C4', parent: 'G1', on: '2025-01-01' }],
  ['an end before one on record', 'ORGANIZATION_NOT_OPEN', { op: 'CLOSE', code: 'C4' }],
  ['an end on the first day', 'ORGANIZATION_NOT_OPEN', { op: 'CLOSE', code: 'C5', on: '2020-01-01' }],
  ['a unit before its time', 'ORGANIZATION_NOT_OPEN', { op: 'RENAME', code: 'C5', name: 'X', on: '2019-12-31' }],
  ['a parent that ends before its child', 'PARENT_NOT_OPEN', { op: 'OPEN', ...cell('C9'), parent: 'G3' }],
  ['a move under a parent that ends', 'PARENT_NOT_OPEN', { op: 'MOVE', code: 'C1', parent: 'G3' }],
  ['a cell under a bloc', 'KIND_NOT_ALLOWED', { op: 'MOVE', code: 'C1', parent: 'B' }],
  ['a grassroots cell under a committee', 'KIND_NOT_ALLOWED', { op: 'MOVE', code: 'GC1', parent: 'G2' }],
  ['a cell under a cell', 'KIND_NOT_ALLOWED', { op: 'MOVE', code: 'C1', parent: 'C2' }],
  [
    'a move that makes a cell a committee',
    'KIND_NOT_ALLOWED',
    { op: 'MOVE', code: 'GC1', parent: 'B2', kind: 'GRASSROOTS_COMMITTEE' },
  ],
  [
    'a cell and a committee merged',
    'KIND_NOT_ALLOWED',
    { op: 'MERGE', codes: ['C1', 'G2'], into: { code: 'X', name: 'X', kind: 'CELL', parent: 'G1' } },
  ],
  [
    'a cell turned into another cell',
    'KIND_NOT_ALLOWED',
    { op: 'CONVERT', code: 'GC1', into: { code: 'X', name: 'X', kind: 'CELL' } },
  ],
  [
    'a cell of a committee turned into a grassroots committee there',
    'KIND_NOT_ALLOWED',
    {
      op: 'CONVERT',
      code: 'C2',
      into: { code: 'X', name: 'X', kind: 'GRASSROOTS_COMMITTEE' },
      cells: [{ code: 'X1', name: 'X1' }],
      members: { rest: 'X1' },
    },
  ],
  ['a committee under its own section', 'CIRCLE_REFUSED', { op: 'MOVE', code: 'G1', parent: 'S1' }],
  ['a bloc under its own cell', 'CIRCLE_REFUSED', { op: 'MOVE', code: 'B', parent: 'C3' }],
  ['a second move on the same day', 'TWO_PARENTS_REFUSED', { op: 'MOVE', code: 'C5', parent: 'S1' }],
  ['a committee with cells closed', 'CHILDREN_WITHOUT_PARENT', { op: 'CLOSE', code: 'G1' }],
  [
    'a split that forgets a cell',
    'CHILDREN_WITHOUT_PARENT',
    {
      op: 'SPLIT',
      code: 'G1',
      into: [
        { code: 'X', name: 'X', children: ['C1'] },
        { code: 'Y', name: 'Y', children: ['C2'] },
      ],
    },
  ],
  ['a cell closed over its members', 'MEMBERS_WITHOUT_CELL', { op: 'CLOSE', code: 'C1' }],
  [
    'one member forgotten',
    'MEMBERS_WITHOUT_CELL',
    { op: 'CLOSE', code: 'C1', members: { named: [{ cell: 'C2', members: [1] }] } },
  ],
  [
    'members sent to a cell that ends later',
    'MEMBERS_WITHOUT_CELL',
    { op: 'CLOSE', code: 'C1', members: { rest: 'C4' } },
  ],
  ['members sent to a committee', 'MEMBERS_WITHOUT_CELL', { op: 'CLOSE', code: 'C1', members: { rest: 'G2' } }],
  ['members kept in the cell that ends', 'MEMBERS_WITHOUT_CELL', { op: 'CLOSE', code: 'C1', members: { rest: 'C1' } }],
  [
    'a conversion that forgets members',
    'MEMBERS_WITHOUT_CELL',
    {
      op: 'CONVERT',
      code: 'GC1',
      into: { code: 'X', name: 'X', kind: 'GRASSROOTS_COMMITTEE' },
      cells: [{ code: 'X1', name: 'X1' }],
    },
  ],
  [
    'a member of another cell',
    'OPERATION_CONTRADICTORY',
    { op: 'CLOSE', code: 'C1', members: { named: [{ cell: 'C2', members: [5] }], rest: 'C2' } },
  ],
  [
    'a member named twice',
    'OPERATION_CONTRADICTORY',
    { op: 'CLOSE', code: 'C1', members: { named: [{ cell: 'C2', members: [1, 1] }], rest: 'C2' } },
  ],
  ['two rules', 'OPERATION_CONTRADICTORY', { op: 'CLOSE', code: 'C1', members: { rest: 'C2', evenly: ['C2'] } }],
  ['a move to where it is', 'OPERATION_CONTRADICTORY', { op: 'MOVE', code: 'C1', parent: 'G1' }],
  ['the name that it has', 'OPERATION_CONTRADICTORY', { op: 'RENAME', code: 'C1', name: 'C1' }],
  ['one unit merged', 'OPERATION_CONTRADICTORY', { op: 'MERGE', codes: ['C1'], into: { code: 'X', name: 'X' } }],
  [
    'units of two places without the new one’s',
    'OPERATION_CONTRADICTORY',
    { op: 'MERGE', codes: ['C1', 'C3'], into: { code: 'X', name: 'X' } },
  ],
  ['a split into one', 'OPERATION_CONTRADICTORY', { op: 'SPLIT', code: 'C1', into: [{ code: 'X', name: 'X' }] }],
  [
    'members of a split sent elsewhere',
    'OPERATION_CONTRADICTORY',
    {
      op: 'SPLIT',
      code: 'C1',
      into: [
        { code: 'X', name: 'X' },
        { code: 'Y', name: 'Y' },
      ],
      members: { rest: 'C2' },
    },
  ],
];

test.each(REFUSED)('%s: %s', async (_, code, row) => {
  const before = await world.dump();
  await expect(world.apply({ on: '2023-04-01', ...row })).rejects.toMatchObject({ extensions: { code } });
  expect(await world.dump()).toEqual(before);
});

test.each([
  ['op', { op: 'BURN' }],
  ['on', { op: 'CLOSE', code: 'C1', on: '2023-02-29' }],
  ['decision', { op: 'CLOSE', code: 'C1', decision: ' ' }],
  ['code', { op: 'CLOSE', code: 7 }],
  ['kind', { op: 'OPEN', ...cell('C9'), kind: 'CLUB' }],
  ['codes', { op: 'MERGE', codes: [], into: { code: 'X' } }],
  ['into.code', { op: 'MERGE', codes: ['C1', 'C2'], into: {} }],
  ['members.named[0].members[1]', { op: 'CLOSE', code: 'C1', members: { named: [{ cell: 'C2', members: [1, 'x'] }] } }],
  ['members', { op: 'CLOSE', code: 'C1', members: [] }],
])('a row with a mistake in %s is told so', async (path, row) => {
  const message = expect.stringContaining(`\`${path}\``) as string;
  expect(() => world.apply({ on: '2023-04-01', ...row })).toThrow(expect.objectContaining({ message }) as Error);
});
