import type { ReportWorld } from './world.ts';
import { admitted, draft, levels, LEVELS, openReports, refusal, take, tryStep } from './world.ts';

/** From report to figure, as those who work with it see it: the roll-up at every level before and after each step. */
let world: ReportWorld;
beforeAll(async () => {
  world = await openReports();
});
afterAll(() => world.close());

const NOTHING = LEVELS.map(() => null);
const all = (value: number): number[] => LEVELS.map(() => value);

test('a report counts at every level from its approval on, and before that at none', async () => {
  const { cell, committee, administrator } = world;
  const P = '2025-Q1';
  const begun = await draft(cell, 'R-C1', P, [admitted(3)]);
  expect(begun).toMatchObject({ state: 'DRAFT', version: 1, revision: 1 });
  expect(await levels(administrator, P)).toEqual(NOTHING);
  const handedIn = await take(cell, 'submit', begun);
  expect(handedIn.state).toBe('SUBMITTED');
  expect(await levels(administrator, P)).toEqual(NOTHING);
  const returned = await take(committee, 'return', handedIn, 'Thiếu một người');
  expect(returned.state).toBe('RETURNED');
  expect(await levels(administrator, P)).toEqual(NOTHING);
  const again = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(4)]));
  expect(await levels(administrator, P)).toEqual(NOTHING);
  expect(await take(committee, 'approve', again)).toMatchObject({ state: 'APPROVED', version: 1 });
  expect(await levels(administrator, P)).toEqual(all(4));
});

test('the answer to an approval itself has the figures at every level', async () => {
  const { cell, administrator } = world;
  const P = '2025-Q2';
  const report = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(5)]));
  expect(await levels(administrator, P)).toEqual(NOTHING);
  const { approveReport } = await administrator.data<{ approveReport: object }>(
    `mutation ($input: ApproveReportInput!) { approveReport(input: $input) {
      organization { indicator(code: "MEMBERS_ADMITTED", period: "${P}") { value sources { id title kind } }
        ancestors { code indicator(code: "MEMBERS_ADMITTED", period: "${P}") { value } } } } }`,
    { input: { id: report.id, revision: report.revision } },
  );
  expect(approveReport).toEqual({
    organization: {
      indicator: {
        value: 5,
        sources: [{ id: `report-${report.id}-1`, title: 'Báo cáo của R-C1, kỳ 2025-Q2', kind: 'FORM' }],
      },
      ancestors: ['R-G', 'R-B', 'R-P', 'VN'].map((code) => ({ code, indicator: { value: 5 } })),
    },
  });
});

test('a correction replaces what was approved, and both are kept', async () => {
  const { cell, committee, administrator } = world;
  const P = '2025-Q3';
  const stock = { indicator: 'PARTY_MEMBERS', period: '2025-09-30', value: 20 };
  const first = await take(
    committee,
    'approve',
    await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(6), stock])),
  );
  const reopened = await take(committee, 'reopen', first, 'Tính nhầm');
  expect(reopened).toMatchObject({ state: 'DRAFT', version: 2 });
  expect(await levels(administrator, P)).toEqual(all(6));
  const { report } = await cell.data<{ report: { figures: object[] } }>(
    `{ report(id: "${first.id}") { figures { indicator { code } value period } } }`,
  );
  expect(report.figures).toEqual([
    { indicator: { code: 'MEMBERS_ADMITTED' }, value: 6, period: P },
    { indicator: { code: 'PARTY_MEMBERS' }, value: 20, period: '2025-09-30' },
  ]);
  const between = new Date().toISOString();
  const second = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(7)]));
  expect(await levels(administrator, P)).toEqual(all(6));
  await take(administrator, 'approve', second);
  expect(await levels(administrator, P)).toEqual(all(7));
  expect(await levels(administrator, P, LEVELS, `, knownAt: "${between}"`)).toEqual(all(6));
  const members = (args: string): string =>
    `{ organization(code: "R-G") { indicator(code: "PARTY_MEMBERS", period: "2025-09-30"${args}) { value } } }`;
  expect(await administrator.data(members(''))).toEqual({ organization: { indicator: { value: null } } });
  expect(await administrator.data(members(`, knownAt: "${between}"`))).toEqual({
    organization: { indicator: { value: 20 } },
  });
  const { organization } = await administrator.data<{
    organization: { observations: { nodes: { replacedAt: string | null }[] } };
  }>(
    `{ organization(code: "R-C1") { observations(code: "MEMBERS_ADMITTED") { nodes { period value state replacedAt } } } }`,
  );
  const kept = organization.observations.nodes.filter((node) => (node as { period?: string }).period === P);
  expect(kept).toEqual([
    { period: P, value: 6, state: 'APPROVED', replacedAt: expect.any(String) as string },
    { period: P, value: 7, state: 'APPROVED', replacedAt: null },
  ]);
});

test('a correction counts, though the clock was set back before it', async () => {
  const { cell, committee, server, seed } = world;
  const P = '2023-Q4';
  const first = await take(
    committee,
    'approve',
    await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(6)])),
  );
  // As it stands there if the clock was ahead by an hour then, and was set right since.
  await seed.sql(`set session_replication_role = replica`);
  for (const [table, column] of [
    ['report_event', 'at'],
    ['observation', 'known_at'],
  ])
    await seed.sql(`update ${table} set ${column} = ${column} + interval '1 hour' where report_id = $1`, [first.id]);
  await seed.sql(`reset session_replication_role`);
  await take(committee, 'reopen', first, 'Tính nhầm');
  await take(committee, 'approve', await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(7)])));
  expect(await levels(server, P)).toEqual(all(7));
  const vintages = await seed.rows<{ value: number }>(
    'select value from observation where report_id = $1 order by known_at desc, id desc',
    [first.id],
  );
  expect(vintages.map(({ value }) => value)).toEqual([7, 6]);
});

test('questions say which states count', async () => {
  const { cell, committee, server, otherBloc, bloc, administrator } = world;
  const P = '2025-10';
  const report = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(8)]));
  await draft(committee, 'R-C2', P, [admitted(1)]);
  const counted = (states: string): string => `, states: [${states}]`;
  expect(await levels(bloc, P, LEVELS, counted('APPROVED PUBLISHED'))).toEqual(NOTHING);
  expect(await levels(bloc, P, LEVELS, counted('SUBMITTED APPROVED'))).toEqual([8, 8, 8, null, null]);
  expect(await levels(committee, P, ['R-C1', 'R-C2', 'R-G'], counted('DRAFT SUBMITTED'))).toEqual([8, 1, 9]);
  expect(await levels(cell, P, ['R-C1', 'R-C2', 'R-G'], counted('DRAFT SUBMITTED'))).toEqual([8, null, null]);
  expect(await levels(otherBloc, P, LEVELS, counted('DRAFT SUBMITTED'))).toEqual(NOTHING);
  const question = `{ organization(code: "R-G") { indicator(code: "MEMBERS_ADMITTED", period: "${P}"${counted('SUBMITTED')}) { value } } }`;
  expect(await refusal(server.ask(question))).toBe('FORBIDDEN');
  expect(await refusal((await server.as({ role: 'ANALYST' })).ask(question))).toBe('FORBIDDEN');
  await take(committee, 'approve', report);
  expect(await levels(administrator, P)).toEqual(all(8));
  expect(await levels(bloc, P, ['R-G'], counted('PUBLISHED'))).toEqual([null]);
  expect(await levels(bloc, P, ['R-G'], counted('SUBMITTED'))).toEqual([null]);
  expect(await levels(administrator, '2023-01-01/2023-09-30', ['H509'], counted('PUBLISHED'))).toEqual(
    await levels(administrator, '2023-01-01/2023-09-30', ['H509']),
  );
  expect(await levels(administrator, '2023-01-01/2023-09-30', ['H509'], counted('APPROVED'))).toEqual([null]);
});

test('every step is an event, with who, when and why', async () => {
  const { cell, committee, bloc } = world;
  const P = '2025-11';
  const report = await draft(cell, 'R-C1', P, [admitted(1)]);
  const returned = await take(committee, 'return', await take(cell, 'submit', report), 'Chưa khớp');
  const approved = await take(bloc, 'approve', await take(committee, 'submit', returned));
  await take(committee, 'reopen', approved, 'Bổ sung');
  const { report: found } = await cell.data<{ report: { events: object[] } }>(
    `{ report(id: "${report.id}") { events { kind by role unit reason version } } }`,
  );
  const by = (unit: string): object => ({ by: `officer of ${unit}`, role: 'OFFICER', unit });
  expect(found.events).toEqual([
    { kind: 'DRAFTED', ...by('R-C1'), reason: null, version: 1 },
    { kind: 'SUBMITTED', ...by('R-C1'), reason: null, version: 1 },
    { kind: 'RETURNED', ...by('R-G'), reason: 'Chưa khớp', version: 1 },
    { kind: 'SUBMITTED', ...by('R-G'), reason: null, version: 1 },
    { kind: 'APPROVED', ...by('R-B'), reason: null, version: 1 },
    { kind: 'REOPENED', ...by('R-G'), reason: 'Bổ sung', version: 1 },
  ]);
});

test('what was asked before is not answered as it was then', async () => {
  const { cell, committee, administrator } = world;
  const P = '2026-02';
  const questions = (id: string): string[] => [
    `{ report(id: "${id}") { state events { kind } } }`,
    `{ organization(code: "R-C1") { reports(period: "${P}") { nodes { state } } } }`,
    `{ organization(code: "R-G") { notSubmitted(period: "${P}") { nodes { code } } } }`,
  ];
  const report = await draft(cell, 'R-C1', P, [admitted(1)]);
  const ask = (): Promise<unknown[]> => Promise.all(questions(report.id).map((each) => committee.data(each)));
  const codes = (...list: string[]): object => ({
    organization: { notSubmitted: { nodes: list.map((code) => ({ code })) } },
  });
  const states = (state: string): object => ({ organization: { reports: { nodes: [{ state }] } } });
  const begun = await ask();
  expect(begun).toEqual([expect.anything(), states('DRAFT'), codes('R-C1', 'R-C2')]);
  expect(await ask()).toEqual(begun);
  const handedIn = await take(cell, 'submit', report);
  expect(await ask()).toEqual([expect.anything(), states('SUBMITTED'), codes('R-C2')]);
  const returned = await take(committee, 'return', handedIn, 'Sai');
  expect(await ask()).toEqual([expect.anything(), states('RETURNED'), codes('R-C1', 'R-C2')]);
  const approved = await take(committee, 'approve', await take(cell, 'submit', returned));
  expect(await ask()).toEqual([expect.anything(), states('APPROVED'), codes('R-C2')]);
  await take(administrator, 'reopen', approved, 'Sửa');
  expect(await ask()).toEqual([expect.anything(), states('DRAFT'), codes('R-C2')]);
});

test('a figure keeps the document that it names, and per what it is meant, in each version', async () => {
  const { committee, bloc, administrator, seed } = world;
  await seed.sources(['paper-1']);
  const figure = { ...admitted(2), per: 'MONTH', source: 'paper-1' };
  const drafted = await draft(committee, 'R-C2', '2024-Q4', [figure]);
  const refused = { input: { unit: 'R-C2', period: '2024-Q4', figures: [{ ...figure, source: 'paper-2' }] } };
  const asked = committee.ask(`mutation ($input: DraftReportInput!) { draftReport(input: $input) { id } }`, refused);
  expect(await refusal(asked)).toBe('SOURCE_UNKNOWN');
  const approved = await take(bloc, 'approve', await take(committee, 'submit', drafted));
  await take(bloc, 'reopen', approved, 'miscounted');
  const { report, organization } = await administrator.data<{ report: object; organization: object }>(
    `query ($id: ID!) { report(id: $id) { version figures { per source { id } } }
      organization(code: "R-C2") { observations { nodes { per state source { id } } } } }`,
    { id: drafted.id },
  );
  expect(report).toEqual({ version: 2, figures: [{ per: 'MONTH', source: { id: 'paper-1' } }] });
  expect(organization).toEqual({
    observations: { nodes: [{ per: 'MONTH', state: 'APPROVED', source: { id: 'paper-1' } }] },
  });
});

test('what is refused says so by its code, and changes nothing', async () => {
  const { cell, committee, bloc, otherBloc, server, administrator } = world;
  const P = '2025-12';
  const empty = await draft(cell, 'R-C1', P, []);
  expect(await refusal(tryStep(cell, 'submit', empty))).toBe('REPORT_EMPTY');
  const report = await draft(cell, 'R-C1', P, [admitted(2)]);
  const { id, revision } = report;
  expect(await refusal(tryStep(cell, 'submit', { id, revision: revision - 1 }))).toBe('REPORT_CHANGED');
  expect(await refusal(tryStep(committee, 'approve', { id, revision }))).toBe('REPORT_STEP_REFUSED');
  const { revision: handedIn } = await take(committee, 'submit', report);
  const judged = { id, revision: handedIn };
  expect(await refusal(tryStep(cell, 'approve', judged))).toBe('FORBIDDEN');
  expect(await refusal(tryStep(committee, 'approve', judged))).toBe('SAME_PERSON_REFUSED');
  expect(await refusal(tryStep(committee, 'return', { ...judged, reason: 'x' }))).toBe('SAME_PERSON_REFUSED');
  expect(await refusal(tryStep(otherBloc, 'approve', judged))).toBe('REPORT_UNKNOWN');
  expect(await refusal(tryStep(server, 'approve', judged))).toBe('FORBIDDEN');
  expect(await refusal(tryStep(bloc, 'return', { id, reason: '  ' }))).toBe('REASON_MISSING');
  expect(await refusal(tryStep(bloc, 'approve', { id: '0', revision: 1 }))).toBe('REPORT_UNKNOWN');
  expect(await refusal(tryStep(bloc, 'approve', { id: '999999', revision: 1 }))).toBe('REPORT_UNKNOWN');
  const rewrite = draft(cell, 'R-C1', P, [admitted(9)]);
  await expect(rewrite).rejects.toThrow('REPORT_STEP_REFUSED');
  await expect(draft(otherBloc, 'R-C1', P, [admitted(9)])).rejects.toThrow('FORBIDDEN');
  await expect(draft(administrator, 'R-NONE', P, [admitted(9)])).rejects.toThrow('ORGANIZATION_UNKNOWN');
  await expect(draft(cell, 'R-C1', P, [admitted(9)], { set: 'NONE' })).rejects.toThrow('INDICATOR_SET_UNKNOWN');
  const { report: still } = await bloc.data<{ report: object }>(
    `{ report(id: "${id}") { state revision figures { value } events { kind } } }`,
  );
  expect(still).toEqual({
    state: 'SUBMITTED',
    revision: handedIn,
    figures: [{ value: 2 }],
    events: [{ kind: 'DRAFTED' }, { kind: 'SUBMITTED' }],
  });
});

test.each([
  ['of another time', [{ indicator: 'MEMBERS_ADMITTED', value: 1, period: '2024-12' }], 'REPORT_FIGURE_REFUSED'],
  ['without a number', [{ indicator: 'MEMBERS_ADMITTED' }], 'REPORT_FIGURE_REFUSED'],
  ['given twice', [admitted(1), admitted(2)], 'REPORT_FIGURE_REFUSED'],
  ['at most so much', [{ indicator: 'MEMBERS_ADMITTED', value: 1, qualifier: 'AT_MOST' }], 'REPORT_FIGURE_REFUSED'],
  ['of no indicator', [{ indicator: 'NO_SUCH', value: 1 }], 'INDICATOR_UNKNOWN'],
  [
    'of no dimension',
    [{ indicator: 'MEMBERS_ADMITTED', value: 1, dimensions: [{ name: 'NO_SUCH', value: 'X' }] }],
    'DIMENSION_UNKNOWN',
  ],
])('a figure %s is refused', async (_, figures, code) => {
  await expect(draft(world.cell, 'R-C1', '2026-01', figures)).rejects.toThrow(code);
});
