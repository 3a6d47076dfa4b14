import { parse } from 'csv-parse/sync';
import { people } from './people.ts';
import type { Downloads } from './people.ts';
import { openDownloads } from './people.ts';

/** Downloads over HTTP: who may, what comes, and what is refused. */
let world: Downloads;
beforeAll(async () => {
  world = await openDownloads();
});
afterAll(() => world.close());

const rowsOf = (text: string): Record<string, string>[] => parse(text, { bom: true, columns: true });

test('observations of a unit come as a file, with headers that keep it what it is', async () => {
  const response = await world.get('/export/observations.csv?unit=H509', 'ANALYST');
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="observations-H509.csv"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
  });
  const text = await response.text();
  const [known] = await world.seed.rows<{ count: number }>(
    `select count(*)::int as count from observation o join organization u on u.id = o.organization_id where u.code = 'H509'`,
  );
  const rows = rowsOf(text);
  expect(rows).toHaveLength(known?.count ?? 0);
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'Mã tổ chức',
    'Mã chỉ tiêu',
    'Loại số liệu',
    'Kỳ',
    'Tính cho mỗi',
    'Phân tổ',
    'Giá trị',
    'Tử số',
    'Mẫu số',
    'Mức chính xác',
    'Mã nguồn',
    'Biết từ ngày',
    'Ghi chú',
  ]);
  expect(rows.find((row) => row['Mã chỉ tiêu'] === 'PARTY_MEMBERS')).toMatchObject({
    'Mã tổ chức': 'H509',
    'Loại số liệu': 'ACTUAL',
    'Giá trị': expect.stringMatching(/^\d+$/) as string,
  });
});

test('with all below it, and as a workbook', async () => {
  const own = rowsOf(await (await world.get('/export/observations.csv?unit=X-E', 'ANALYST')).text());
  const all = rowsOf(await (await world.get('/export/observations.csv?unit=X-E&below=true', 'ANALYST')).text());
  expect([own.length, all.length]).toEqual([0, 5000]);
  expect(new Set(all.map((row) => row['Mã tổ chức']))).toEqual(new Set(['X-E-C1', 'X-E-C2']));
  const workbook = await world.get('/export/observations.xlsx?unit=X-E', 'ANALYST');
  expect(workbook.headers.get('content-type')).toBe(
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  );
  expect(
    Buffer.from(await workbook.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('members are for officers of their units, and each reading is written down', async () => {
  const { get, officer, other, seed } = world;
  const response = await get('/export/members.csv?unit=X-E-G', officer);
  const rows = rowsOf(await response.text());
  expect(rows.map((row) => row['Họ và tên'])).toEqual(['An', 'Bình', 'Chi', "'=Dung", "'+84 Em", "'Giang"]);
  expect(rows[0]).toMatchObject({
    'Mã chi bộ': 'X-E-C1',
    'Ngày sinh': '01/01/1990',
    'Sinh hoạt từ ngày': '01/01/2020',
  });
  const readings = await seed.rows<{ subject: string; operation: string; members: number }>(READINGS);
  expect(readings).toEqual([{ subject: 'officer', operation: 'export members', members: people.length }]);
  expect(rowsOf(await (await get('/export/members.csv', other)).text())).toEqual([]);
  expect(await world.refusal('/export/members.csv?unit=X-E-G', other)).toEqual([403, 'FORBIDDEN']);
  expect(await world.refusal('/export/members.csv?unit=X-E-G', 'ANALYST')).toEqual([403, 'FORBIDDEN']);
  expect(await seed.rows(READINGS)).toEqual(readings);
});

const READINGS = `
  select subject, operation, sum(cardinality(member_ids))::int as members from member_reading group by 1, 2 order by 1`;

test('any connection comes page by page, as the API itself gives it', async () => {
  const query = `query ($after: String) { organization(code: "T49") { children(on: "2023-01-01", first: 5, after: $after) {
    nodes { code name parent(on: "2023-01-01") { code } } pageInfo { hasNextPage endCursor } } } }`;
  const response = await world.get(`/export/connection.csv?query=${encodeURIComponent(query)}`, 'ANALYST');
  const rows = rowsOf(await response.text());
  const { organization } = await world.server.data<{
    organization: { children: { nodes: object[]; totalCount: number } };
  }>(`{ organization(code: "T49") { children(on: "2023-01-01") { totalCount nodes { code name } } } }`);
  expect(rows.length).toBeGreaterThan(10);
  expect(rows).toEqual(organization.children.nodes.map((node) => ({ ...node, 'parent.code': 'T49' })));
  const members = `query ($after: String) { organization(code: "X-E-C1") { ... on Cell { members(after: $after) { nodes { fullName } pageInfo { hasNextPage endCursor } } } } }`;
  const path = `/export/connection.csv?query=${encodeURIComponent(members)}`;
  expect(await world.refusal(path, 'ANALYST')).toEqual([403, 'FORBIDDEN']);
  expect(rowsOf(await (await world.get(path, world.officer)).text())).toHaveLength(people.length);
});

test.each([
  ['/export/observations.csv?unit=H509', undefined, [401, 'UNAUTHENTICATED']],
  ['/export/members.csv', undefined, [401, 'UNAUTHENTICATED']],
  ['/export/connection.csv?query={__typename}', undefined, [401, 'UNAUTHENTICATED']],
  ['/export/observations.csv', 'ANALYST', [400, 'INPUT_INVALID']],
  ['/export/observations.csv?unit=NONE', 'ANALYST', [404, 'ORGANIZATION_UNKNOWN']],
  ['/export/connection.csv?query={nation{code}}', 'ANALYST', [400, 'CONNECTION_MISSING']],
  ['/export/connection.csv?query={', 'ANALYST', [400, 'INPUT_INVALID']],
  ['/export/connection.csv', 'ANALYST', [400, 'INPUT_INVALID']],
  ['/export/connection.csv?query={nation{code}}&variables=[1]', 'ANALYST', [400, 'INPUT_INVALID']],
] as const)('%s as %s is refused', async (path, role, expected) => {
  expect(await world.refusal(path, role)).toEqual(expected);
});

/** More than what can be on its way to somebody who takes none of it. */
const LONG = `
  with unit as (insert into organization (code, name, search_name) values ('X-F', 'X-F', 'x f') returning id)
  insert into observation (organization_id, indicator_code, role, dimensions, value, source_id, known_at, note)
  select unit.id, 'MEMBERS_ADMITTED', 'ACTUAL', '{}', at, 'article-que-son-2023', now(), repeat('x', 8000)
  from unit, generate_series(1, 4000) at`;

test('there are so many downloads at once and no more, and each gives its place back', async () => {
  const { get, refusal, seed } = world;
  await seed.sql(LONG);
  const path = '/export/observations.csv?unit=X-F';
  const held = await Promise.all([get(path, 'ANALYST'), get(path, 'ANALYST')]);
  expect(held.map(({ status }) => status)).toEqual([200, 200]);
  expect(await refusal(path, 'ANALYST')).toEqual([503, 'SERVER_BUSY']);
  await held[0]?.body?.cancel();
  await held[1]?.text();
  for (let tried = 0; tried < 100; tried += 1) {
    const response = await get(path, 'ANALYST');
    await response.text();
    if (response.status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('no place was given back');
});
