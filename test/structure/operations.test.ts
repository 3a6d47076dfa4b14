import type { World } from './world.ts';
import { difference, openWorld } from './world.ts';

/** Each operation, and all that it writes. */
let world: World;

beforeAll(async () => {
  world = await openWorld();
});

beforeEach(() =>
  world.reset([
    [1, 'C1', '2015-01-01', null],
    [2, 'C1', '2016-01-01', null],
    [3, 'C2', '2017-01-01', null],
    [4, 'C3', '2018-01-01', null],
    [5, 'GC1', '2019-01-01', null],
    [6, 'GC1', '2019-06-01', null],
  ]),
);

afterAll(() => world.close());

async function changesOf(row: object): Promise<string[]> {
  const before = await world.dump();
  await world.apply({ on: '2023-04-01', ...row });
  const changes = difference(before, await world.dump());
  expect(changes.filter((line) => line.startsWith('+ operation'))).toEqual([
    `+ operation ${(row as { op: string }).op} 2023-04-01 01-QĐ/TU`,
  ]);
  return changes.filter((line) => !line.startsWith('+ operation'));
}

test('opening', async () => {
  expect(await changesOf({ op: 'OPEN', code: 'C9', name: 'Chi bộ 9', kind: 'CELL', parent: 'G2' })).toEqual([
    '+ place C9 G2 CELL [2023-04-01,)',
    '+ unit C9 Chi bộ 9 2023-04-01 -',
  ]);
});

test('closing a cell takes its members over, and notes their transfers', async () => {
  expect(
    await changesOf({ op: 'CLOSE', code: 'C1', members: { named: [{ cell: 'C4', members: [2] }], rest: 'C2' } }),
  ).toEqual([
    '+ event 1 C1 TRANSFER_OUT 2023-04-01',
    '+ event 1 C2 TRANSFER_IN 2023-04-01',
    '+ event 2 C1 TRANSFER_OUT 2023-04-01',
    '+ event 2 C4 TRANSFER_IN 2023-04-01',
    '+ place C1 G1 CELL (,2023-04-01)',
    '+ stay 1 C1 [2015-01-01,2023-04-01)',
    '+ stay 1 C2 [2023-04-01,)',
    '+ stay 2 C1 [2016-01-01,2023-04-01)',
    '+ stay 2 C4 [2023-04-01,)',
    '+ succession C1 - DISSOLVED 2023-04-01 01-QĐ/TU',
    '+ unit C1 C1 - 2023-04-01',
    '- place C1 G1 CELL (,)',
    '- stay 1 C1 [2015-01-01,)',
    '- stay 2 C1 [2016-01-01,)',
    '- unit C1 C1 - -',
  ]);
});

test('moving', async () => {
  expect(await changesOf({ op: 'MOVE', code: 'GC1', parent: 'B2' })).toEqual([
    '+ place GC1 B GRASSROOTS_CELL (,2023-04-01)',
    '+ place GC1 B2 GRASSROOTS_CELL [2023-04-01,)',
    '- place GC1 B GRASSROOTS_CELL (,)',
  ]);
});

test('moving as another kind of cell', async () => {
  expect(await changesOf({ op: 'MOVE', code: 'C1', parent: 'B', kind: 'GRASSROOTS_CELL' })).toEqual([
    '+ place C1 B GRASSROOTS_CELL [2023-04-01,)',
    '+ place C1 G1 CELL (,2023-04-01)',
    '- place C1 G1 CELL (,)',
  ]);
});

test('a move of the past lasts up to the next one on record', async () => {
  await world.apply({ op: 'MOVE', code: 'C1', parent: 'S1', on: '2024-02-29' });
  expect(await changesOf({ op: 'MOVE', code: 'C1', parent: 'G2' })).toEqual([
    '+ place C1 G1 CELL (,2023-04-01)',
    '+ place C1 G2 CELL [2023-04-01,2024-02-29)',
    '- place C1 G1 CELL (,2024-02-29)',
  ]);
});

test('renaming, and a name of the past that a later one has overtaken', async () => {
  expect(await changesOf({ op: 'RENAME', code: 'C1', name: 'Chi bộ mới' })).toEqual([
    '+ unit C1 Chi bộ mới - -',
    '- unit C1 C1 - -',
  ]);
  await world.apply({ op: 'RENAME', code: 'C1', name: 'Chi bộ cũ', on: '2022-01-01' });
  expect(await world.dump()).toContain('unit C1 Chi bộ mới - -');
});

test('merging cells into a new one', async () => {
  expect(await changesOf({ op: 'MERGE', codes: ['C1', 'C2'], into: { code: 'C9', name: 'Chi bộ 9' } })).toEqual(
    expect.arrayContaining([
      '+ unit C9 Chi bộ 9 2023-04-01 -',
      '+ place C9 G1 CELL [2023-04-01,)',
      '+ succession C1 C9 MERGED 2023-04-01 01-QĐ/TU',
      '+ succession C2 C9 MERGED 2023-04-01 01-QĐ/TU',
      '+ stay 1 C9 [2023-04-01,)',
      '+ stay 2 C9 [2023-04-01,)',
      '+ stay 3 C9 [2023-04-01,)',
      '+ unit C1 C1 - 2023-04-01',
      '+ unit C2 C2 - 2023-04-01',
    ]),
  );
});

test('merging committees into one of them, with all that hangs below', async () => {
  expect(await changesOf({ op: 'MERGE', codes: ['G1', 'G2'], into: { code: 'G2' } })).toEqual([
    '+ place C1 G1 CELL (,2023-04-01)',
    '+ place C1 G2 CELL [2023-04-01,)',
    '+ place C2 G1 CELL (,2023-04-01)',
    '+ place C2 G2 CELL [2023-04-01,)',
    '+ place G1 B GRASSROOTS_COMMITTEE (,2023-04-01)',
    '+ place S1 G1 SECTION_COMMITTEE (,2023-04-01)',
    '+ place S1 G2 SECTION_COMMITTEE [2023-04-01,)',
    '+ succession G1 G2 MERGED 2023-04-01 01-QĐ/TU',
    '+ unit G1 G1 - 2023-04-01',
    '- place C1 G1 CELL (,)',
    '- place C2 G1 CELL (,)',
    '- place G1 B GRASSROOTS_COMMITTEE (,)',
    '- place S1 G1 SECTION_COMMITTEE (,)',
    '- unit G1 G1 - -',
  ]);
});

test('splitting a cell, its members in turn', async () => {
  const into = ['C8', 'C9'].map((code) => ({ code, name: code }));
  expect(await changesOf({ op: 'SPLIT', code: 'C1', into, members: { evenly: ['C8', 'C9'] } })).toEqual(
    expect.arrayContaining([
      '+ stay 1 C8 [2023-04-01,)',
      '+ stay 2 C9 [2023-04-01,)',
      '+ succession C1 C8 SPLIT 2023-04-01 01-QĐ/TU',
      '+ succession C1 C9 SPLIT 2023-04-01 01-QĐ/TU',
      '+ unit C1 C1 - 2023-04-01',
    ]),
  );
});

test('splitting a new committee off one that goes on', async () => {
  expect(
    await changesOf({
      op: 'SPLIT',
      code: 'G1',
      into: [{ code: 'G1' }, { code: 'G9', name: 'Đảng bộ 9', children: ['S1'] }],
    }),
  ).toEqual([
    '+ place G9 B GRASSROOTS_COMMITTEE [2023-04-01,)',
    '+ place S1 G1 SECTION_COMMITTEE (,2023-04-01)',
    '+ place S1 G9 SECTION_COMMITTEE [2023-04-01,)',
    '+ succession G1 G9 SPLIT 2023-04-01 01-QĐ/TU',
    '+ unit G9 Đảng bộ 9 2023-04-01 -',
    '- place S1 G1 SECTION_COMMITTEE (,)',
  ]);
});

test('converting a cell into a committee', async () => {
  const cells = ['G9-C01', 'G9-C02'].map((code) => ({ code, name: code }));
  const into = { code: 'G9', name: 'Đảng bộ 9', kind: 'GRASSROOTS_COMMITTEE' };
  expect(
    await changesOf({ op: 'CONVERT', code: 'GC1', into, cells, members: { evenly: ['G9-C01', 'G9-C02'] } }),
  ).toEqual(
    expect.arrayContaining([
      '+ place G9 B GRASSROOTS_COMMITTEE [2023-04-01,)',
      '+ place G9-C01 G9 CELL [2023-04-01,)',
      '+ stay 5 G9-C01 [2023-04-01,)',
      '+ stay 6 G9-C02 [2023-04-01,)',
      '+ succession GC1 G9 CONVERTED 2023-04-01 01-QĐ/TU',
      '+ unit GC1 GC1 - 2023-04-01',
    ]),
  );
});

test('converting a committee back into a cell, with the cells of its section committees', async () => {
  const into = { code: 'GC9', name: 'Chi bộ 9', kind: 'GRASSROOTS_CELL' };
  const changes = await changesOf({ op: 'CONVERT', code: 'G1', into });
  expect(changes.filter((line) => line.startsWith('+ s') || line.startsWith('+ unit'))).toEqual([
    '+ stay 1 C1 [2015-01-01,2023-04-01)',
    '+ stay 1 GC9 [2023-04-01,)',
    '+ stay 2 C1 [2016-01-01,2023-04-01)',
    '+ stay 2 GC9 [2023-04-01,)',
    '+ stay 3 C2 [2017-01-01,2023-04-01)',
    '+ stay 3 GC9 [2023-04-01,)',
    '+ stay 4 C3 [2018-01-01,2023-04-01)',
    '+ stay 4 GC9 [2023-04-01,)',
    '+ succession C1 GC9 MERGED 2023-04-01 01-QĐ/TU',
    '+ succession C2 GC9 MERGED 2023-04-01 01-QĐ/TU',
    '+ succession C3 GC9 MERGED 2023-04-01 01-QĐ/TU',
    '+ succession G1 GC9 CONVERTED 2023-04-01 01-QĐ/TU',
    '+ succession S1 - DISSOLVED 2023-04-01 01-QĐ/TU',
    '+ unit C1 C1 - 2023-04-01',
    '+ unit C2 C2 - 2023-04-01',
    '+ unit C3 C3 - 2023-04-01',
    '+ unit G1 G1 - 2023-04-01',
    '+ unit GC9 Chi bộ 9 2023-04-01 -',
    '+ unit S1 S1 - 2023-04-01',
  ]);
});

test('closing in the past takes over what came into the cell, and what happened there, since', async () => {
  await world.reset([
    [1, 'C1', '2015-01-01', '2023-06-01'],
    [1, 'C4', '2023-06-01', null],
    [2, 'C1', '2023-05-01', null],
    [3, 'C1', '2015-01-01', '2023-04-01'],
    [3, 'C2', '2023-04-01', null],
    [4, 'C1', '2015-01-01', '2023-04-01'],
    [4, 'C2', '2023-04-01', '2023-08-01'],
    [4, 'C1', '2023-08-01', null],
  ]);
  const event = `insert into member_event (member_id, cell_id, kind, on_date) select $1, id, $2, $3 from organization where code = 'C1'`;
  await world.pool.query(event, [1, 'TRANSFER_OUT', '2023-06-01']);
  await world.pool.query(event, [1, 'DISCIPLINE', '2023-04-01']);
  await world.pool.query(event, [1, 'AWARD', '2023-03-31']);
  await world.pool.query(event, [3, 'TRANSFER_OUT', '2023-04-01']);
  await world.pool.query(event, [4, 'TRANSFER_OUT', '2023-04-01']);
  await world.pool.query(event, [4, 'TRANSFER_IN', '2023-08-01']);
  const changes = await changesOf({ op: 'CLOSE', code: 'C1', members: { rest: 'C2' } });
  expect(changes.filter((line) => /^. (stay|event)/.test(line))).toEqual([
    '+ event 1 C1 TRANSFER_OUT 2023-04-01',
    '+ event 1 C2 DISCIPLINE 2023-04-01',
    '+ event 1 C2 TRANSFER_IN 2023-04-01',
    '+ event 1 C2 TRANSFER_OUT 2023-06-01',
    '+ event 2 C2 ADMISSION 2023-05-01',
    '+ event 4 C2 TRANSFER_IN 2023-08-01',
    '+ stay 1 C1 [2015-01-01,2023-04-01)',
    '+ stay 1 C2 [2023-04-01,2023-06-01)',
    '+ stay 2 C2 [2023-05-01,)',
    '+ stay 4 C2 [2023-08-01,)',
    '- event 1 C1 DISCIPLINE 2023-04-01',
    '- event 1 C1 TRANSFER_OUT 2023-06-01',
    '- event 2 C1 ADMISSION 2023-05-01',
    '- event 4 C1 TRANSFER_IN 2023-08-01',
    '- stay 1 C1 [2015-01-01,2023-06-01)',
    '- stay 2 C1 [2023-05-01,)',
    '- stay 4 C1 [2023-08-01,)',
  ]);
});

test('a unit that is entered late follows what became of those around it since', async () => {
  await world.apply({ op: 'MOVE', code: 'GC1', parent: 'B2', on: '2025-07-01' });
  const cells = [{ code: 'G9-C01', name: 'Chi bộ 1' }];
  const into = { code: 'G9', name: 'Đảng bộ 9', kind: 'GRASSROOTS_COMMITTEE' };
  const changes = await changesOf({ op: 'CONVERT', code: 'GC1', into, cells, members: { rest: 'G9-C01' } });
  expect(changes.filter((line) => line.startsWith('+ place'))).toEqual([
    '+ place G9 B GRASSROOTS_COMMITTEE [2023-04-01,2025-07-01)',
    '+ place G9 B2 GRASSROOTS_COMMITTEE [2025-07-01,)',
    '+ place G9-C01 G9 CELL [2023-04-01,)',
    '+ place GC1 B GRASSROOTS_CELL (,2023-04-01)',
  ]);
  const then = [{ on: '2025-07-01', parent: 'B', kind: 'GRASSROOTS_CELL' }];
  expect(await changesOf({ op: 'OPEN', code: 'C9', name: 'Chi bộ 9', kind: 'CELL', parent: 'G2', then })).toEqual([
    '+ place C9 B GRASSROOTS_CELL [2025-07-01,)',
    '+ place C9 G2 CELL [2023-04-01,2025-07-01)',
    '+ unit C9 Chi bộ 9 2023-04-01 -',
  ]);
});
