import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { report } from './report.ts';

let server: TestServer;
let administrator: Awaited<ReturnType<TestServer['as']>>;

beforeAll(async () => {
  server = await startTestServer();
  administrator = await server.as({ subject: 'admin', role: 'ADMINISTRATOR' });
});

afterAll(async () => {
  expect(server.unexpected).toEqual([]);
  await server.stop();
});

const DEFINE = `mutation ($input: IndicatorInput!) {
  defineIndicator(input: $input) { indicator { code name kind dimensions } userErrors { code entry message path } }
}`;

interface Defined {
  readonly defineIndicator: {
    indicator: { code: string; name: string } | null;
    userErrors: { code: string; path: string[]; message: string }[];
  };
}

function input(code: string, rest: object = {}): object {
  return {
    code,
    name: 'Tên chỉ tiêu',
    nameEn: 'Name',
    description: 'Nội dung',
    descriptionEn: 'Content',
    kind: 'RATIO',
    unit: '%',
    ...rest,
  };
}

function share(top: string, bottom: string): object {
  return { definition: { share: { numerator: { indicator: top }, denominator: { indicator: bottom } } } };
}

test('an indicator that is defined is answered at once, and at every other server', async () => {
  const other = await startTestServer({ url: server.database.url });
  try {
    const before = await other.ask('{ indicator(code: "DISCIPLINED_PER_ADMITTED") { code } }');
    expect(before.data).toEqual({ indicator: null });
    const { defineIndicator } = await administrator.data<Defined>(DEFINE, {
      input: input('DISCIPLINED_PER_ADMITTED', share('MEMBERS_DISCIPLINED', 'MEMBERS_ADMITTED')),
    });
    expect(defineIndicator).toEqual({
      indicator: { code: 'DISCIPLINED_PER_ADMITTED', name: 'Tên chỉ tiêu', kind: 'RATIO', dimensions: [] },
      userErrors: [],
    });
    const query =
      '{ organization(code: "H509") { indicator(code: "DISCIPLINED_PER_ADMITTED", period: "2023-01-01/2023-09-30") { numerator denominator status } } }';
    for (const each of [server, other]) {
      expect(await each.data(query)).toEqual({
        organization: { indicator: { numerator: 18, denominator: 84, status: 'OBSERVED' } },
      });
    }
  } finally {
    await other.stop();
  }
});

test('a definition that is changed changes the answer', async () => {
  const query =
    '{ organization(code: "H509") { indicator(code: "TURNED", period: "2023-01-01/2023-09-30") { numerator denominator } } }';
  const sides: [string, string][] = [
    ['MEMBERS_DISCIPLINED', 'MEMBERS_ADMITTED'],
    ['MEMBERS_ADMITTED', 'MEMBERS_DISCIPLINED'],
  ];
  const answers: unknown[] = [];
  for (const [top, bottom] of sides) {
    await administrator.data(DEFINE, { input: input('TURNED', share(top, bottom)) });
    answers.push(await server.data(query));
  }
  expect(answers).toEqual([
    { organization: { indicator: { numerator: 18, denominator: 84 } } },
    { organization: { indicator: { numerator: 84, denominator: 18 } } },
  ]);
});

test.each<[string, object, object]>([
  [
    'itself',
    input('SELF', share('SELF', 'PARTY_MEMBERS')),
    { code: 'DEFINITION_CIRCLE', message: 'SELF is defined by itself: SELF → SELF.', path: ['SELF', 'SELF'] },
  ],
  [
    'nobody',
    input('OF_NOBODY', share('NOBODY', 'PARTY_MEMBERS')),
    { code: 'INDICATOR_UNKNOWN', path: ['OF_NOBODY', 'NOBODY'] },
  ],
  [
    'both forms',
    input('BOTH', {
      definition: {
        share: { numerator: { indicator: 'PARTY_MEMBERS' }, denominator: { indicator: 'PARTY_MEMBERS' } },
        growthOf: { indicator: 'PARTY_MEMBERS' },
      },
    }),
    { code: 'DEFINITION_ILLEGAL' },
  ],
  ['another kind', input('MEMBERS_ADMITTED', { kind: 'STOCK' }), { code: 'KIND_IN_USE' }],
  [
    'a dimension that there is not',
    input('BY_COLOUR', { kind: 'FLOW', dimensions: [{ name: 'COLOUR', addsUp: true }] }),
    { code: 'DIMENSION_UNKNOWN' },
  ],
])('a definition by %s is refused, and nothing is written', async (_, refused, expected) => {
  const { defineIndicator } = await administrator.data<Defined>(DEFINE, { input: refused });
  expect(defineIndicator).toMatchObject({ indicator: null, userErrors: [expected] });
  const { code } = refused as { code: string };
  const { indicator } = await server.data<{ indicator: { kind: string } | null }>(
    'query ($code: IndicatorCode!) { indicator(code: $code) { kind } }',
    { code },
  );
  expect(indicator).toEqual(code === 'MEMBERS_ADMITTED' ? { kind: 'FLOW' } : null);
});

test('two definitions written at once make no circle together', async () => {
  for (const code of ['LEFT', 'RIGHT']) await administrator.data(DEFINE, { input: input(code, { kind: 'RATIO' }) });
  const answers = await Promise.all([
    administrator.data<Defined>(DEFINE, { input: input('LEFT', share('RIGHT', 'PARTY_MEMBERS')) }),
    administrator.data<Defined>(DEFINE, { input: input('RIGHT', share('LEFT', 'PARTY_MEMBERS')) }),
  ]);
  for (const { defineIndicator } of answers) expect(defineIndicator.userErrors.length).toBeGreaterThan(0);
});

test('a dimension that is defined divides at once', async () => {
  const values = ['DAY', 'NIGHT'].map((value) => ({ value, nameVi: value, nameEn: value }));
  const dimension = { name: 'SHIFT', nameVi: 'Ca', descriptionEn: 'When.', closed: true, values };
  const defined = await administrator.data(
    'mutation ($input: DimensionInput!) { defineDimension(input: $input) { name userErrors { code } } }',
    { input: dimension },
  );
  expect(defined).toEqual({ defineDimension: { name: 'SHIFT', userErrors: [] } });
  await administrator.data(DEFINE, {
    input: input('MEETINGS', { kind: 'FLOW', unit: 'cuộc', dimensions: [{ name: 'SHIFT', addsUp: true }] }),
  });
  await report(server, [
    { organization: 'H509', indicator: 'MEETINGS', period: '2023', dimensions: { SHIFT: 'DAY' }, value: 30 },
    { organization: 'H509', indicator: 'MEETINGS', period: '2023', dimensions: { SHIFT: 'NIGHT' }, value: 4 },
  ]);
  const query = `{ organization(code: "T49") { indicator(code: "MEETINGS", period: "2023") {
    value contributions { nodes { organization { code } value dimensions { name value } } }
  } } }`;
  const contribution = (value: number, shift: string): object => ({
    organization: { code: 'H509' },
    value,
    dimensions: [{ name: 'SHIFT', value: shift }],
  });
  expect(await server.data(query)).toEqual({
    organization: {
      indicator: { value: 34, contributions: { nodes: [contribution(30, 'DAY'), contribution(4, 'NIGHT')] } },
    },
  });
});

test('somebody who is no administrator changes nothing', async () => {
  const analyst = await server.as({ subject: 'analyst', role: 'ANALYST' });
  for (const each of [server, analyst]) {
    const { errors } = await each.ask(DEFINE, { input: input('NOT_MINE', { kind: 'FLOW' }) });
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  }
  expect(await server.data('{ indicator(code: "NOT_MINE") { code } }')).toEqual({ indicator: null });
});
