import pg from 'pg';
import type { World } from './world.ts';
import { openWorld } from './world.ts';

/** An operation has just what it touches read again, and two at once wait for one another. */
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(() =>
  world.reset([
    [1, 'C1', '2015-01-01', null],
    [2, 'C2', '2016-01-01', null],
    [3, 'C3', '2017-01-01', null],
    [4, 'C4', '2018-01-01', null],
    [5, 'GC1', '2019-01-01', null],
  ]),
);

afterAll(() => world.close());

/** The units and cells that the journal names since a row. */
async function journalled(run: () => Promise<unknown>): Promise<Record<string, string[]>> {
  const { rows: mark } = await world.pool.query<{ id: string }>('select coalesce(max(id), 0)::text as id from journal');
  await run();
  const { rows } = await world.pool.query<{ topic: string; codes: string[] }>(
    `select topic, array_agg(distinct o.code order by o.code) as codes
     from journal cross join unnest(string_to_array(key, ',')) named join organization o on o.id = named::int
     where journal.id > $1 group by topic`,
    [mark[0]?.id],
  );
  return Object.fromEntries(rows.map(({ topic, codes }) => [topic, codes]));
}

test.each([
  ['opening', { op: 'OPEN', code: 'C9', name: 'C9', kind: 'CELL', parent: 'G2' }, { ORGANIZATION: ['C9'] }],
  ['moving', { op: 'MOVE', code: 'GC1', parent: 'B2' }, { ORGANIZATION: ['GC1'] }],
  ['renaming', { op: 'RENAME', code: 'G1', name: 'Đảng bộ 1' }, { ORGANIZATION: ['G1'] }],
  [
    'closing',
    { op: 'CLOSE', code: 'C1', members: { rest: 'C4' } },
    { ORGANIZATION: ['C1'], SUCCESSION: ['C1'], REGISTER: ['C1', 'C4'] },
  ],
  [
    'merging committees',
    { op: 'MERGE', codes: ['G1', 'G2'], into: { code: 'G2' } },
    { ORGANIZATION: ['C1', 'C2', 'G1', 'S1'], SUCCESSION: ['G1'] },
  ],
  [
    'converting',
    {
      op: 'CONVERT',
      code: 'GC1',
      into: { code: 'G9', name: 'G9', kind: 'GRASSROOTS_COMMITTEE' },
      cells: [{ code: 'C9', name: 'C9' }],
      members: { rest: 'C9' },
    },
    { ORGANIZATION: ['C9', 'G9', 'GC1'], SUCCESSION: ['GC1'], REGISTER: ['C9', 'GC1'] },
  ],
])('the journal names what %s touches, and nothing else', async (_, row, expected) => {
  expect(await journalled(() => world.apply({ on: '2023-04-01', ...row }))).toEqual(expected);
});

test('a refused operation leaves no line in the journal', async () => {
  expect(
    await journalled(() => world.apply({ on: '2023-04-01', op: 'CLOSE', code: 'C1' }).catch(() => undefined)),
  ).toEqual({});
});

test('of two operations at once that contradict each other, one is refused', async () => {
  const outcomes = await Promise.allSettled([
    world.apply({ on: '2023-04-01', op: 'MOVE', code: 'GC1', parent: 'B2' }),
    world.apply({ on: '2023-04-01', op: 'CLOSE', code: 'GC1', members: { rest: 'C1' } }),
    world.apply({ on: '2023-04-01', op: 'CLOSE', code: 'GC1', members: { rest: 'C2' } }),
  ]);
  expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThanOrEqual(1);
  const { rows } = await world.pool.query(
    `select from member_cell c where c.member_id = 5 and c.valid @> date '2024-01-01'`,
  );
  expect(rows).toHaveLength(1);
});

test('nobody enters a cell while it is being closed', async () => {
  const other = new pg.Client({ connectionString: world.url });
  await other.connect();
  await other.query('begin');
  await other.query(
    `insert into member_cell (member_id, cell_id, valid) select 5, id, daterange('2010-01-01', '2019-01-01') from organization where code = 'C1'`,
  );
  const closing = world.apply({ on: '2012-04-01', op: 'CLOSE', code: 'C1', members: { rest: 'C2' } });
  await other.query('commit');
  await other.end();
  expect((await closing).members).toBe(2);
  expect(await world.dump()).toContain('stay 5 C2 [2012-04-01,2019-01-01)');
});
