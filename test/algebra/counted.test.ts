import type { Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { report } from './report.ts';

let server: TestServer;
/** Sees counts as small as these as they are. */
let administrator: Asker;

/** Two cells of a commune, with women and men who were there all the time. */
const CELLS: readonly [string, string[]][] = [
  ['X20800-C01', ['FEMALE', 'FEMALE', 'MALE']],
  ['X20800-C02', ['MALE']],
];

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ role: 'administrator' });
  const execute = async (sql: string, values: unknown[]): Promise<void> => {
    await server.orm.em.getConnection().execute(sql, values);
  };
  for (const [code, sexes] of CELLS) {
    await execute('insert into organization (code, name, search_name, synthetic) values (?, ?, ?, true)', [
      code,
      code,
      code,
    ]);
    await execute(
      `insert into placement (organization_id, parent_id, kind, valid)
       select c.id, p.id, 'CELL', daterange(null, '2025-07-01') from organization c, organization p where c.code = ? and p.code = 'X20800'`,
      [code],
    );
    for (const sex of sexes) {
      await execute(
        `with made as (
           insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
           values ('Thử', ?::sex, '1980-01-01', '01', 'UNIVERSITY', 'FARMER', '2010-01-01', '2011-01-01', 'OFFICIAL', true) returning id)
         insert into member_cell (member_id, cell_id, valid) select made.id, o.id, daterange('2010-01-01', null) from made, organization o where o.code = ?`,
        [sex, code],
      );
    }
  }
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

async function organization<Data>(code: string, fields: string): Promise<Data> {
  const query = `query ($code: String!) { organization(code: $code) { ${fields} } }`;
  return (await administrator.data<{ organization: Data }>(query, { code })).organization;
}

const DAY = '2022-12-31';
const MEMBERS = `indicator(code: "PARTY_MEMBERS", period: "${DAY}")`;

test('what is counted contributes cell by cell, from the register, and adds up', async () => {
  const contribution = (code: string, value: number): object => ({ organization: { code }, value, source: null });
  expect(
    await organization(
      'X20800',
      `${MEMBERS} { value asOf coverage { expected answered } contributions { nodes { organization { code } value source { id } } } }`,
    ),
  ).toEqual({
    indicator: {
      value: 4,
      asOf: DAY,
      coverage: { expected: 2, answered: 2 },
      contributions: { nodes: [contribution('X20800-C01', 3), contribution('X20800-C02', 1)] },
    },
  });
});

test('a breakdown of what is counted names every value, zeros too, and agrees with the total', async () => {
  const fields = `breakdown(code: "PARTY_MEMBERS", period: "${DAY}", by: ["SEX"]) { dimensions { value } value { value } }
    breakdownCheck(code: "PARTY_MEMBERS", period: "${DAY}", by: ["SEX"]) { whole { sum agreement } derived { derived { value } } }`;
  const cell = (sex: string, value: number): object => ({ dimensions: [{ value: sex }], value: { value } });
  expect(await organization('X20800', fields)).toEqual({
    breakdown: [cell('FEMALE', 2), cell('MALE', 2)],
    breakdownCheck: { whole: { sum: 4, agreement: 'AGREES' }, derived: [] },
  });
  expect(
    await organization(
      'X20800-C02',
      `breakdown(code: "PARTY_MEMBERS", period: "${DAY}", by: ["SEX"]) { dimensions { value } value { value } }`,
    ),
  ).toEqual({
    breakdown: [cell('FEMALE', 0), cell('MALE', 1)],
  });
});

test('a share of what is counted is recomputed at every level, from the same units', async () => {
  const share = `indicator(code: "WOMEN_MEMBERS_SHARE", period: "${DAY}") { value numerator denominator contributions { nodes { side value } } }`;
  const nodes = [
    { side: 'DENOMINATOR', value: 3 },
    { side: 'DENOMINATOR', value: 1 },
    { side: 'NUMERATOR', value: 2 },
    { side: 'NUMERATOR', value: 0 },
  ];
  expect(await organization('X20800', share)).toEqual({
    indicator: { value: 50, numerator: 2, denominator: 4, contributions: { nodes } },
  });
  for (const code of ['H513', 'T49', 'VN']) {
    expect(await organization(code, share)).toMatchObject({ indicator: { value: 50, numerator: 2, denominator: 4 } });
  }
});

test('a report takes the place of what is counted below it, for those above', async () => {
  await report(server, [{ organization: 'X20800-C02', indicator: 'PARTY_MEMBERS', period: DAY, value: 10 }]);
  expect(await organization('X20800', `${MEMBERS} { value contributions { nodes { value source { id } } } }`)).toEqual({
    indicator: {
      value: 13,
      contributions: {
        nodes: [
          { value: 3, source: null },
          { value: 10, source: { id: 'article-que-son-2023' } },
        ],
      },
    },
  });
  expect(await organization('X20800-C02', `${MEMBERS} { value reported rolledUp discrepancy }`)).toEqual({
    indicator: { value: 10, reported: 10, rolledUp: 1, discrepancy: 9 },
  });
});

test('of the country only those without anybody registered are missing', async () => {
  const fields = `${MEMBERS} { coverage { expected answered missing(first: 1000) { totalCount nodes { code } } } }`;
  const { indicator } = await organization<{
    indicator: {
      coverage: { expected: number; answered: number; missing: { totalCount: number; nodes: { code: string }[] } };
    };
  }>('H513', fields);
  const { expected, answered, missing } = indicator.coverage;
  expect(answered).toBe(2);
  expect(missing.totalCount).toBe(expected - answered);
  expect(missing.nodes.map(({ code }) => code)).not.toContain('X20800');
});
