import type { Asker } from '../support/server.ts';
import type { ReportWorld } from '../reports/world.ts';
import { draft, openReports, take } from '../reports/world.ts';
import { signedToken } from '../support/tokens.ts';

/** Figures of people that were approved and never published: on every road to them. */
let world: ReportWorld;
let analyst: Asker;
const YEAR = '2024';

beforeAll(async () => {
  world = await openReports();
  analyst = await world.server.as({ role: 'ANALYST' });
  await world.seed.units([{ code: 'R-C3', kind: 'CELL', parent: 'R-G' }]);
  for (const [unit, trainees, classes] of [
    ['R-C1', 3, 1],
    ['R-C2', 30, 2],
    ['R-C3', 9, 1],
  ] as const) {
    const figures = [
      { indicator: 'TRAINEES', value: trainees, note: `${trainees} người` },
      { indicator: 'TRAINING_CLASSES', value: classes },
      { indicator: 'NONLOCAL_COMMUNE_CHAIRS', value: 60, period: `${YEAR}-12-31` },
      { indicator: 'OFFICIALS_IN_VILLAGE_CELLS_RATE', numerator: 22, denominator: 24 },
      {
        indicator: 'TRAINEES',
        value: trainees,
        dimensions: [{ name: 'AUDIENCE', value: 'NEW_MEMBERS' }],
      },
    ];
    const drafted = await draft(world.administrator, unit, YEAR, figures);
    await take(world.committee, 'approve', await take(world.administrator, 'submit', drafted));
  }
}, 60_000);
afterAll(() => world.close());

interface Figure {
  readonly value: number | null;
  readonly status: string;
}

async function figure(asker: Asker, unit: string, indicator: string, args = ''): Promise<Figure> {
  const { organization } = await asker.data<{ organization: { indicator: Figure } }>(
    `{ organization(code: "${unit}") { indicator(code: "${indicator}", period: "${YEAR}"${args}) { value status } } }`,
  );
  return organization.indicator;
}

const WITHHELD = { value: null, status: 'SUPPRESSED' };
const shown = (value: number): Figure => ({ value, status: 'OBSERVED' });

test('a small one is withheld from everybody but those who see its unit, and another one beside it', async () => {
  for (const asker of [world.server, analyst, world.otherBloc]) {
    expect(await figure(asker, 'R-C1', 'TRAINEES')).toEqual(WITHHELD);
    expect(await figure(asker, 'R-C3', 'TRAINEES')).toEqual(WITHHELD);
    expect(await figure(asker, 'R-C2', 'TRAINEES')).toEqual(WITHHELD);
    expect(await figure(asker, 'R-G', 'TRAINEES')).toEqual(shown(42));
    expect(await figure(asker, 'VN', 'TRAINEES')).toEqual(shown(42));
  }
  for (const asker of [world.committee, world.administrator])
    expect(await figure(asker, 'R-C1', 'TRAINEES')).toEqual(shown(3));
  expect(await figure(world.cell, 'R-C1', 'TRAINEES')).toEqual(shown(3));
  expect(await figure(world.cell, 'R-C2', 'TRAINEES')).toEqual(WITHHELD);
});

test('what counts no people is public', async () => {
  expect(await figure(world.server, 'R-C1', 'TRAINING_CLASSES')).toEqual(shown(1));
});

test('stocks, shares, parts, other spans and earlier states are withheld at every level', async () => {
  for (const unit of ['R-C1', 'R-C2', 'R-G', 'VN']) {
    const of = (indicator: string, args = ''): Promise<Figure> => figure(world.server, unit, indicator, args);
    expect(await of('NONLOCAL_COMMUNE_CHAIRS')).toEqual(WITHHELD);
    expect(await of('OFFICIALS_IN_VILLAGE_CELLS_RATE')).toEqual(WITHHELD);
    expect(await of('TRAINEES', ', dimensions: [{ name: "AUDIENCE", value: "NEW_MEMBERS" }]')).toEqual(WITHHELD);
    expect(await of('TRAINEES', ', knownAt: "2030-01-01T00:00:00Z"')).toEqual(WITHHELD);
  }
  expect(await figure(world.administrator, 'R-G', 'NONLOCAL_COMMUNE_CHAIRS')).toEqual(shown(180));
});

test('the same on every road', async () => {
  const field = `indicator(code: "TRAINEES", period: "${YEAR}") { value numerator denominator reported rolledUp status contributions { nodes { value } } }`;
  const data = await world.server.data<object>(`{
    one: organization(code: "R-C1") { x: ${field} y: ${field} indicators(codes: ["TRAINEES"], period: "${YEAR}") { value reported }
      series(code: "TRAINEES", from: "${YEAR}", to: "${YEAR}", by: YEAR) { value }
      breakdown(code: "TRAINEES", period: "${YEAR}", by: ["AUDIENCE"]) { value { value reported } }
      restated: indicator(code: "TRAINEES", period: "${YEAR}", treeOn: "2024-06-30") { value reported rolledUp }
      observations { nodes { value numerator denominator note status indicator { code } } } }
    many: organizations(codes: ["R-C1"]) { ${field} }
    below: organization(code: "R-G") { children { nodes { ${field} } } }
    total(codes: ["R-C1", "R-C2"], indicator: "TRAINEES", period: "${YEAR}") { value values { value } }
    _entities(representations: [{ __typename: "Cell", code: "R-C1" }]) { ... on Cell { ${field} } }
  }`);
  const text = JSON.stringify(data).replace(
    /\{"value":1,[^}]*"status":"OBSERVED","indicator":\{"code":"TRAINING_CLASSES"\}\}/,
    '',
  );
  expect(text).not.toMatch(/"(value|reported|rolledUp|numerator|denominator)":\d/);
  expect(text).not.toContain('người');
  expect(text).toContain('SUPPRESSED');
});

test('contributions name what is shown alone', async () => {
  const query = `{ organization(code: "R-G") { indicator(code: "TRAINEES", period: "${YEAR}") { contributions { nodes { value organization { code } } } } } }`;
  expect(await world.server.data(query)).toEqual({
    organization: { indicator: { contributions: { nodes: [{ value: 42, organization: { code: 'R-G' } }] } } },
  });
});

test('downloads leave it out', async () => {
  const download = async (claims: Parameters<typeof signedToken>[0]): Promise<string> => {
    const answer = await fetch(new URL('/export/observations.csv?unit=R-G&below=true', world.server.url), {
      headers: { authorization: `Bearer ${await signedToken(claims)}` },
    });
    return answer.text();
  };
  const forAnalyst = await download({ role: 'ANALYST' });
  expect(forAnalyst).toContain('TRAINING_CLASSES');
  expect(forAnalyst).not.toMatch(/TRAINEES|CHAIRS|OFFICIALS/);
  expect(await download({ role: 'OFFICER', unit: 'R-C1' })).toMatch(/R-C1,TRAINEES/);
  expect(await download({ role: 'ADMINISTRATOR' })).toMatch(/R-C2,TRAINEES/);
});
