import type { NewUnit } from '../support/seed.ts';
import { Seed } from '../support/seed.ts';
import type { Answer, Asker, TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** A province with a bloc, a committee and two cells that report; and another bloc beside it. */
export const UNITS: readonly NewUnit[] = [
  { code: 'R-P', kind: 'PROVINCE', parent: 'VN' },
  { code: 'R-B', kind: 'BLOC', parent: 'R-P' },
  { code: 'R-B2', kind: 'BLOC', parent: 'R-P' },
  { code: 'R-G', kind: 'GRASSROOTS_COMMITTEE', parent: 'R-B' },
  { code: 'R-C1', kind: 'CELL', parent: 'R-G' },
  { code: 'R-C2', kind: 'CELL', parent: 'R-G' },
];
export const LEVELS = ['R-C1', 'R-G', 'R-B', 'R-P', 'VN'] as const;

/** A server over units that report, and those who work with reports: each with a name of their own. */
export interface ReportWorld {
  readonly server: TestServer;
  readonly seed: Seed;
  readonly cell: Asker;
  readonly committee: Asker;
  readonly bloc: Asker;
  readonly otherBloc: Asker;
  readonly administrator: Asker;
  close(): Promise<void>;
}

/** @param url a database of one's own; else one is made */
export async function openReports(url?: string): Promise<ReportWorld> {
  const server = await startTestServer({ url });
  const seed = await Seed.open(server.database.url);
  await seed.units(UNITS);
  const officer = (unit: string): Promise<Asker> => server.as({ role: 'OFFICER', unit, subject: `officer of ${unit}` });
  return {
    server,
    seed,
    cell: await officer('R-C1'),
    committee: await officer('R-G'),
    bloc: await officer('R-B'),
    otherBloc: await officer('R-B2'),
    administrator: await server.as({ role: 'ADMINISTRATOR', subject: 'administrator' }),
    close: async () => {
      expect(server.unexpected).toEqual([]);
      await seed.close();
      await server.stop();
    },
  };
}

export interface ReportAnswer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly revision: number;
  readonly timeliness: string;
  readonly dueOn: string | null;
}

const FIELDS = 'id state version revision timeliness dueOn';

/** One figure: so many admissions in the report's period. */
export const admitted = (value: number): object => ({ indicator: 'MEMBERS_ADMITTED', value });

export async function draft(
  asker: Asker,
  unit: string,
  period: string,
  figures: readonly object[],
  more: object = {},
): Promise<ReportAnswer> {
  const { draftReport } = await asker.data<{ draftReport: ReportAnswer }>(
    `mutation ($input: DraftReportInput!) { draftReport(input: $input) { ${FIELDS} } }`,
    { input: { unit, period, figures, ...more } },
  );
  return draftReport;
}

export type Step = 'submit' | 'return' | 'approve' | 'reopen';

const INPUTS: Readonly<Record<Step, string>> = {
  submit: 'ReportStepInput',
  return: 'ReasonedStepInput',
  approve: 'ApproveReportInput',
  reopen: 'ReasonedStepInput',
};

/** Takes a step, whatever comes back. */
export async function tryStep(
  asker: Asker,
  step: Step,
  { id, revision, reason }: { id: string; revision?: number; reason?: string },
): Promise<Answer<{ report: ReportAnswer }>> {
  return asker.ask(`mutation ($input: ${INPUTS[step]}!) { report: ${step}Report(input: $input) { ${FIELDS} } }`, {
    input: { id, revision, reason },
  });
}

/** Takes a step that is done. */
export async function take(
  asker: Asker,
  step: Step,
  { id, revision }: { id: string; revision: number },
  reason?: string,
): Promise<ReportAnswer> {
  const { data, errors } = await tryStep(asker, step, { id, revision, reason });
  if (!data) throw new Error(JSON.stringify(errors));
  return data.report;
}

export async function refusal(answer: Promise<Answer<unknown>>): Promise<string | undefined> {
  return (await answer).errors?.[0]?.extensions.code;
}

/** What a level's figure is, and how much of it is there. */
export interface Level {
  readonly value: number | null;
  readonly coverage: { readonly answered: number; readonly onTime: number };
}

/** The admissions of a period at some levels. */
export async function levels(
  asker: Asker,
  period: string,
  codes: readonly string[] = LEVELS,
  args = '',
): Promise<(number | null)[]> {
  const { organizations } = await asker.data<{ organizations: { indicator: Level }[] }>(
    `query ($codes: [String!]!) { organizations(codes: $codes) {
      indicator(code: "MEMBERS_ADMITTED", period: "${period}"${args}) { value coverage { answered onTime } } } }`,
    { codes },
  );
  return organizations.map(({ indicator }) => indicator.value);
}
