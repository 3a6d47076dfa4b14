import type { MikroORM } from '@mikro-orm/postgresql';
import pg from 'pg';
import { openOrm } from '../../../src/database/orm.ts';
import { readCountry, reconcile } from '../../../src/import/country/read-country.ts';
import type { Country } from '../../../src/import/country/types.ts';
import type { WrittenCountry } from '../../../src/import/country/write-country.ts';
import { writeCountry } from '../../../src/import/country/write-country.ts';
import { createTestDatabase } from '../../support/database.ts';
import type { TestDatabase } from '../../support/database.ts';
import { row, smallLists } from './small-lists.ts';

const NONE = { organizations: 0, placements: 0, successions: 0, administrativeUnits: 0 };

/** Tỉnh Nam (T49) with district Quế (H509) and communes Ba (X00001) and Neo, and two more provinces. */
const small = reconcile(smallLists([['00001', 'Xã Ba']], [row(1, { oldCode: '00001' }, {})]));

let database: TestDatabase;
let orm: MikroORM;
let client: pg.Client;

beforeEach(async () => {
  database = await createTestDatabase();
  orm = await openOrm(database.url);
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  // Events of reports are kept even from their owner; here there are none.
  await client.query(`set session_replication_role = replica`);
  await client.query('truncate organization, administrative_unit cascade');
  await client.query('reset session_replication_role');
});

afterEach(async () => {
  await client.end();
  await orm.close(true);
  await database.drop();
});

async function rows(text: string): Promise<unknown[][]> {
  return (await client.query<unknown[]>({ text, rowMode: 'array' })).rows;
}

function sizes(country: Country): WrittenCountry {
  return {
    organizations: country.organizations.length,
    placements: country.placements.length,
    successions: country.successions.length,
    administrativeUnits: country.administrativeUnits.length,
  };
}

test('the whole country comes in once; writing it again adds nothing', async () => {
  const country = await readCountry();
  expect(await writeCountry(orm, country)).toEqual({
    organizations: 14_155,
    placements: 14_155,
    successions: 13_638,
    administrativeUnits: 14_165,
  });
  expect(await writeCountry(orm, country)).toEqual(NONE);
  expect(
    await rows(`
      select day::text, kind, count(*)::int
      from placement, unnest(array['2025-06-30', '2025-07-01']::date[]) as day
      where valid @> day group by day, kind order by day, kind`),
  ).toEqual([
    ['2025-06-30', 'NATION', 1],
    ['2025-06-30', 'PROVINCE', 63],
    ['2025-06-30', 'DISTRICT', 696],
    ['2025-06-30', 'GRASSROOTS_COMMITTEE', 10_051],
    ['2025-07-01', 'NATION', 1],
    ['2025-07-01', 'PROVINCE', 34],
    ['2025-07-01', 'COMMUNE', 3321],
  ]);
});

test('a unit is stored as it was read', async () => {
  await writeCountry(orm, small);
  expect(
    await rows(`
      select unit.code, unit.name, unit.search_name, unit.opened_on::text, unit.closed_on::text
      from organization unit where code in ('X00001', '2025-X00011') order by code`),
  ).toEqual([
    ['2025-X00011', 'Đảng bộ xã Mới', 'dang bo xa moi', '2025-07-01', null],
    ['X00001', 'Đảng bộ xã Ba', 'dang bo xa ba', null, '2025-07-01'],
  ]);
  expect(
    await rows(`
      select placement.kind, valid::text, parent.code, administrative_unit.code_list, administrative_unit.code,
        administrative_unit.name, succession.kind, succession.on_date::text, heir.code
      from organization unit
      join placement on placement.organization_id = unit.id
      join organization parent on parent.id = placement.parent_id
      join administrative_unit on administrative_unit.organization_id = unit.id
      join succession on succession.from_id = unit.id
      join organization heir on heir.id = succession.to_id
      where unit.code = 'X00001'`),
  ).toEqual([
    [
      ...['GRASSROOTS_COMMITTEE', '(,2025-07-01)', 'H509'],
      ...['VN-2024', '00001', 'Xã Ba'],
      ...['RENAMED', '2025-07-01', '2025-X00011'],
    ],
  ]);
});

const SEED = `
  insert into organization (code, name, search_name, closed_on) values
    ('VN', 'Đảng Cộng sản Việt Nam', 'dang cong san viet nam', null),
    ('T49', 'Đảng bộ tỉnh Nam', 'dang bo tinh nam', '2025-07-01'),
    ('H509', 'Tên đã đặt', 'ten da dat', '2025-07-01'),
    ('K49-01', 'Đảng bộ Khối', 'dang bo khoi', null);
  insert into placement (organization_id, parent_id, kind, valid)
  select child.id, parent.id, kind::organization_kind, daterange(null, upto::date)
  from (values ('VN', null, 'NATION', null), ('T49', 'VN', 'PROVINCE', '2025-07-01'), ('K49-01', 'T49', 'BLOC', '2025-07-01'))
    as seeded (code, above, kind, upto)
  join organization child on child.code = seeded.code
  left join organization parent on parent.code = seeded.above;
  insert into administrative_unit (code_list, code, name) values ('VN-2024', '49', 'tỉnh Nam')`;

test('units that are there keep their names and places, and get what they lack', async () => {
  await client.query(SEED);
  const all = sizes(small);
  expect(await writeCountry(orm, small)).toEqual({
    ...all,
    organizations: all.organizations - 3,
    placements: all.placements - 2,
  });
  expect(
    await rows(`
      select code, name, closed_on::text, valid::text
      from organization join placement on organization_id = organization.id
      where code in ('T49', 'H509', 'K49-01') order by code`),
  ).toEqual([
    ['H509', 'Tên đã đặt', '2025-07-01', '(,2025-07-01)'],
    ['K49-01', 'Đảng bộ Khối', null, '(,2025-07-01)'],
    ['T49', 'Đảng bộ tỉnh Nam', '2025-07-01', '(,2025-07-01)'],
  ]);
  expect(
    await rows(`
      select administrative_unit.name, organization.code
      from administrative_unit join organization on organization.id = organization_id
      where code_list = 'VN-2024' and administrative_unit.code = '49'`),
  ).toEqual([['Tỉnh Nam', 'T49']]);
});

test('what happened to a unit later stays when the country is written again', async () => {
  await writeCountry(orm, small);
  await client.query(`
    update organization set closed_on = '2027-01-01', name = 'Tên mới' where code = '2025-X00011';
    update placement set valid = daterange('2025-07-01', '2027-01-01')
    where organization_id = (select id from organization where code = '2025-X00011')`);
  expect(await writeCountry(orm, small)).toEqual(NONE);
  expect(await rows(`select name, closed_on::text from organization where code = '2025-X00011'`)).toEqual([
    ['Tên mới', '2027-01-01'],
  ]);
});

test('if a part cannot be written, nothing is', async () => {
  const twice = { ...small, placements: [...small.placements, ...small.placements.slice(-1)] };
  await expect(writeCountry(orm, twice)).rejects.toThrow('placement_one_place_a_day');
  expect(await rows('select count(*)::int from organization')).toEqual([[0]]);
});

test('of two writers at once, one writes', async () => {
  const written = await Promise.all([writeCountry(orm, small), writeCountry(orm, small)]);
  expect(written).toEqual(expect.arrayContaining([sizes(small), NONE]));
});
