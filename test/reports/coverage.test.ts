import type { ReportWorld } from './world.ts';
import { admitted, draft, openReports, take } from './world.ts';

/** Who has reported, who waits for approval, who has not handed anything in, and who was late. */
let world: ReportWorld;
beforeAll(async () => {
  world = await openReports();
});
afterAll(() => world.close());

interface Seen {
  readonly value: number | null;
  readonly coverage: {
    readonly expected: number;
    readonly answered: number;
    readonly onTime: number;
    readonly missing: { readonly nodes: readonly { readonly code: string }[] };
    readonly awaiting: { readonly nodes: readonly { readonly code: string }[] };
    readonly notSubmitted: { readonly nodes: readonly { readonly code: string }[] };
  };
}

const codesOf = ({ nodes }: { readonly nodes: readonly { readonly code: string }[] }): string[] =>
  nodes.map(({ code }) => code);

/** As those see it who see the figures too. */
async function coverage(unit: string, period: string): Promise<object> {
  const { organization } = await world.administrator.data<{ organization: { indicator: Seen } }>(
    `{ organization(code: "${unit}") { indicator(code: "MEMBERS_ADMITTED", period: "${period}") { value coverage {
      expected answered onTime missing { nodes { code } } awaiting { nodes { code } } notSubmitted { nodes { code } } } } } }`,
  );
  const { missing, awaiting, notSubmitted, ...counts } = organization.indicator.coverage;
  return {
    value: organization.indicator.value,
    ...counts,
    missing: codesOf(missing),
    awaiting: codesOf(awaiting),
    notSubmitted: codesOf(notSubmitted),
  };
}

test('coverage follows each step', async () => {
  const { cell, committee } = world;
  const P = '2025-Q1';
  const nothing = { value: null, answered: 0, onTime: 0, expected: 2, missing: ['R-C1', 'R-C2'] };
  const report = await draft(cell, 'R-C1', P, [admitted(3)]);
  expect(await coverage('R-G', P)).toEqual({ ...nothing, awaiting: [], notSubmitted: ['R-C1', 'R-C2'] });
  const handedIn = await take(cell, 'submit', report);
  expect(await coverage('R-G', P)).toEqual({ ...nothing, awaiting: ['R-C1'], notSubmitted: ['R-C2'] });
  expect(await coverage('R-P', P)).toMatchObject({ awaiting: ['R-B'], notSubmitted: ['R-B2'] });
  const returned = await take(committee, 'return', handedIn, 'Sai');
  expect(await coverage('R-G', P)).toEqual({ ...nothing, awaiting: [], notSubmitted: ['R-C1', 'R-C2'] });
  await take(committee, 'approve', await take(cell, 'submit', returned));
  expect(await coverage('R-G', P)).toEqual({
    value: 3,
    expected: 2,
    answered: 1,
    onTime: 0,
    missing: ['R-C2'],
    awaiting: [],
    notSubmitted: ['R-C2'],
  });
});

test('what is due when: an override for a unit, one for everybody, a rule for a set and a kind, and the rule for all', async () => {
  const { administrator, cell, committee, server } = world;
  const P = '2025-Q2';
  const due = (input: object): Promise<unknown> =>
    administrator.data(`mutation ($input: DueDateInput!) { setDueDate(input: $input) }`, { input });
  await administrator.data(
    `mutation { defineIndicatorSet(input: { code: "B1", name: "Biểu 1", nameEn: "Form 1", indicators: ["MEMBERS_ADMITTED"] }) { code } }`,
  );
  const report = await draft(cell, 'R-C1', P, [admitted(3)], { set: 'B1' });
  const dueOn = async (): Promise<unknown> =>
    (await cell.data<{ report: { dueOn: string } }>(`{ report(id: "${report.id}") { dueOn timeliness } }`)).report;
  expect(await dueOn()).toEqual({ dueOn: '2025-07-30', timeliness: 'OVERDUE' });
  await due({ periodKind: 'QUARTER', days: 10 });
  expect(await dueOn()).toMatchObject({ dueOn: '2025-07-10' });
  await due({ set: 'B1', days: 15 });
  expect(await dueOn()).toMatchObject({ dueOn: '2025-07-15' });
  await due({ set: 'B1', periodKind: 'QUARTER', days: 5 });
  expect(await dueOn()).toMatchObject({ dueOn: '2025-07-05' });
  await due({ period: P, dueOn: '2025-08-01' });
  expect(await dueOn()).toMatchObject({ dueOn: '2025-08-01' });
  await due({ period: P, unit: 'R-B2', dueOn: '2025-08-31' });
  expect(await dueOn()).toMatchObject({ dueOn: '2025-08-01' });
  await due({ period: P, unit: 'R-B', dueOn: '2099-12-31', reason: 'Bão lụt' });
  expect(await dueOn()).toEqual({ dueOn: '2099-12-31', timeliness: 'PENDING' });
  await take(committee, 'approve', await take(cell, 'submit', report));
  expect(await dueOn()).toEqual({ dueOn: '2099-12-31', timeliness: 'ON_TIME' });
  expect(await coverage('R-G', P)).toMatchObject({ answered: 1, onTime: 1 });
  expect(await coverage('R-P', P)).toMatchObject({ answered: 1, onTime: 1 });
  await due({ period: P, unit: 'R-B', dueOn: '2025-08-31' });
  expect(await dueOn()).toMatchObject({ timeliness: 'LATE' });
  expect(await coverage('R-P', P)).toMatchObject({ answered: 1, onTime: 0 });
  for (const input of [
    {},
    { days: 3, dueOn: '2025-08-31' },
    { dueOn: '2025-08-31' },
    { period: P },
    { days: -1 },
    { days: 3, unit: 'R-B' },
    { period: P, dueOn: '2025-08-31', periodKind: 'QUARTER' },
  ])
    await expect(due(input)).rejects.toThrow('DUE_DATE_CONTRADICTORY');
  await expect(due({ days: 3, set: 'NONE' })).rejects.toThrow('INDICATOR_SET_UNKNOWN');
  await expect(due({ period: P, dueOn: '2025-08-31', unit: 'NONE' })).rejects.toThrow('ORGANIZATION_UNKNOWN');
  expect((await server.ask(`mutation { setDueDate(input: { days: 3 }) }`)).errors?.[0]?.extensions.code).toBe(
    'FORBIDDEN',
  );
});

test('a correction later on does not make a report late', async () => {
  const { cell, committee, seed } = world;
  const P = '2025-Q3';
  const report = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(3)]));
  await seed.sql(`update report set submitted_at = '2025-10-05' where id = $1`, [report.id]);
  const approved = await take(committee, 'approve', report);
  expect(approved.timeliness).toBe('ON_TIME');
  expect(await coverage('R-G', P)).toMatchObject({ value: 3, onTime: 1 });
  await take(committee, 'reopen', approved, 'Sửa');
  const again = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(4)]));
  expect((await take(committee, 'approve', again)).timeliness).toBe('ON_TIME');
  expect(await coverage('R-G', P)).toMatchObject({ value: 4, onTime: 1 });
});

test('however many reports are asked for, the statements are the same', async () => {
  const { administrator, committee, server } = world;
  await draft(committee, 'R-C2', '2025-Q1', [admitted(1)]);
  const ask = async (first: number): Promise<string[]> => {
    const { statements, result } = await server.watch(() =>
      administrator.data<{ reports: { nodes: object[] } }>(
        `{ reports(first: ${first}) { totalCount nodes { state dueOn timeliness organization { name } set { name } figures { value indicator { name } } events { kind } } } }`,
      ),
    );
    expect(result.reports.nodes).toHaveLength(first);
    return statements.map(({ name }) => name).sort();
  };
  const names = ['journal-since', 'report-events', 'report-figures', 'report-pages'];
  expect(await ask(1)).toEqual(names);
  expect(await ask(4)).toEqual(names);
  const { statements } = await server.watch(() =>
    server.data(
      `{ organizations(codes: ["R-G", "R-B", "R-P"]) { indicator(code: "MEMBERS_ADMITTED", period: "2024") { coverage { awaiting { totalCount } notSubmitted { totalCount } } } } }`,
    ),
  );
  expect(statements.map(({ name }) => name)).toEqual(['journal-since', 'facts', 'reports-awaiting']);
});

test('pages of reports go on after a cursor', async () => {
  const { administrator } = world;
  const page = async (after: string): Promise<{ ids: string[]; end: string; more: boolean }> => {
    const { reports } = await administrator.data<{
      reports: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } };
    }>(`{ reports(first: 2${after}) { nodes { id } pageInfo { endCursor hasNextPage } } }`);
    return {
      ids: reports.nodes.map(({ id }) => id),
      end: reports.pageInfo.endCursor,
      more: reports.pageInfo.hasNextPage,
    };
  };
  const first = await page('');
  const second = await page(`, after: "${first.end}"`);
  expect([first.more, second.more]).toEqual([true, false]);
  expect(new Set([...first.ids, ...second.ids]).size).toBe(4);
});
