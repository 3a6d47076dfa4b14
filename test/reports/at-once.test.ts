import type { ReportWorld } from './world.ts';
import { admitted, draft, levels, openReports, take, tryStep } from './world.ts';

/** Two at one report at once; and what the database itself refuses, whoever writes. */
let world: ReportWorld;
beforeAll(async () => {
  world = await openReports();
});
afterAll(() => world.close());

test('of two approvals at once one is done, and the figures count once', async () => {
  const { cell, committee, bloc, administrator } = world;
  for (const period of ['2024-01', '2024-02', '2024-03']) {
    const report = await take(cell, 'submit', await draft(cell, 'R-C1', period, [admitted(4)]));
    const { id, revision } = report;
    const answers = await Promise.all([committee, bloc].map((asker) => tryStep(asker, 'approve', { id, revision })));
    const codes = answers.map(({ errors }) => errors?.[0]?.extensions.code ?? 'DONE');
    expect(codes.sort()).toEqual(['DONE', 'REPORT_CHANGED']);
    expect(await levels(administrator, period, ['R-C1', 'VN'])).toEqual([4, 4]);
  }
});

test('of an approval and a return at once one is done', async () => {
  const { cell, committee, bloc, administrator } = world;
  const P = '2024-04';
  const { id, revision } = await take(cell, 'submit', await draft(cell, 'R-C1', P, [admitted(4)]));
  const answers = await Promise.all([
    tryStep(committee, 'approve', { id, revision }),
    tryStep(bloc, 'return', { id, revision, reason: 'Chưa khớp' }),
  ]);
  const done = answers.flatMap(({ data }) => data?.report.state ?? []);
  expect(done).toHaveLength(1);
  expect(await levels(administrator, P, ['R-C1'])).toEqual([done[0] === 'APPROVED' ? 4 : null]);
});

test('two who begin the same report at once write one report, the figures of one of them', async () => {
  const { cell, committee } = world;
  const begun = await Promise.all(
    [cell, committee, cell, committee].map((asker, at) => draft(asker, 'R-C1', '2024-05', [admitted(at)])),
  );
  expect(new Set(begun.map(({ id }) => id)).size).toBe(1);
  const { report } = await cell.data<{ report: { figures: object[]; events: object[]; revision: number } }>(
    `{ report(id: "${begun[0]?.id}") { revision figures { value } events { kind } } }`,
  );
  expect(report).toMatchObject({ figures: [{}], events: [{ kind: 'DRAFTED' }], revision: 4 });
});

test('one who reads, and one who writes meanwhile: what was not looked at is not approved', async () => {
  const { cell, committee, bloc } = world;
  const seen = await take(cell, 'submit', await draft(cell, 'R-C1', '2024-06', [admitted(1)]));
  await take(committee, 'return', seen, 'Sai');
  await take(cell, 'submit', await draft(cell, 'R-C1', '2024-06', [admitted(100)]));
  const { errors } = await tryStep(bloc, 'approve', seen);
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'REPORT_CHANGED', received: String(seen.revision) });
});

test.each([
  ['an event changed', `update report_event set reason = 'x'`, 'report_event_kept'],
  ['an event taken away', `delete from report_event`, 'report_event_kept'],
  ['all events taken away', `truncate report_event`, 'report_event_kept'],
  ['a figure changed that was handed in', `update report_figure set value = 0`, 'report_figure_locked'],
  ['a figure taken away that was handed in', `delete from report_figure`, 'report_figure_locked'],
  [
    'a figure added to an approved report',
    `insert into report_figure (report_id, version, indicator_code, role, period_key, dimensions, value)
     select id, version, 'PARTY_MEMBERS', 'ACTUAL', period_key, '{}', 1 from report where state = 'APPROVED'`,
    'report_figure_locked',
  ],
  [
    'an approved figure changed',
    `update observation set value = 0 where report_id is not null`,
    'observation_of_report_locked',
  ],
  [
    'an approved figure taken away',
    `delete from observation where report_id is not null`,
    'observation_of_report_locked',
  ],
])('the owner of the tables gets no further: %s', async (_, statement, constraint) => {
  const { cell, committee, seed } = world;
  const [known] = await seed.rows<{ id: number }>(`select id from report where period_key = '2024-07'`);
  if (!known)
    await take(committee, 'approve', await take(cell, 'submit', await draft(cell, 'R-C1', '2024-07', [admitted(2)])));
  await expect(seed.sql(statement)).rejects.toMatchObject({ constraint });
});
