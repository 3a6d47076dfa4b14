import type { Mode } from '../measure/sample.ts';
import { cpuOf, MODES } from '../measure/sample.ts';
import { SERVER_NAMES } from '../servers/servers.ts';
import type { QuestionResult, ServerResult, SpeedResults } from '../speed/results.ts';
import type { Bar } from './bars.ts';
import { cpuBar, growthBar, latencyBar, throughputBar } from './bars.ts';
import { figure, megabytes, ratio, table } from './table.ts';

const MARK = { true: '✓', false: '**✗**' } as const;

function shown(bar: Bar | null): string {
  return bar ? `${ratio(bar.value)} ${MARK[`${bar.passes}`]}` : '–';
}

/** How dangbo stands to each bar, question by question. */
export function barTable({ questions }: SpeedResults): string {
  const heads = [
    'question',
    ...MODES.flatMap((mode) => [
      `throughput to PostGraphile, ${mode}`,
      `CPU to bare SQL, ${mode}`,
      `latency to bare SQL, ${mode}`,
    ]),
    'growth',
  ];
  const rows = questions.map((question) => [
    question.id,
    ...MODES.flatMap((mode) => [throughputBar, cpuBar, latencyBar].map((bar) => shown(bar(question, mode)))),
    shown(growthBar(question)),
  ]);
  return table(heads, rows);
}

/** One number of each server, question by question. */
function serverTable(questions: readonly QuestionResult[], read: (result: ServerResult) => number): string {
  return table(
    ['question', ...SERVER_NAMES],
    questions.map(({ id, servers }) => [id, ...SERVER_NAMES.map((name) => figure(read(servers[name])))]),
  );
}

export function throughputTable({ questions }: SpeedResults, mode: Mode): string {
  return serverTable(questions, ({ modes }) => modes[mode].perSecond);
}

export function latencyTable({ questions }: SpeedResults, mode: Mode): string {
  return serverTable(questions, ({ modes }) => modes[mode].latency);
}

/** Microseconds in the server and in PostgreSQL. */
export function cpuTable({ questions }: SpeedResults, mode: Mode): string {
  const parts = ({ modes }: ServerResult): string => {
    const { serverMicros, databaseMicros } = modes[mode];
    return `${figure(cpuOf(modes[mode]))} (${figure(serverMicros)} + ${figure(databaseMicros)})`;
  };
  return table(
    ['question', ...SERVER_NAMES],
    questions.map(({ id, servers }) => [id, ...SERVER_NAMES.map((name) => parts(servers[name]))]),
  );
}

export function firstAskedTable({ questions }: SpeedResults): string {
  return serverTable(questions, ({ firstAsked }) => firstAsked);
}

export function statementsTable({ questions }: SpeedResults): string {
  return serverTable(questions, ({ statements }) => statements);
}

export function bytesTable({ questions }: SpeedResults): string {
  return serverTable(questions, ({ bytes }) => bytes);
}

/** Memory at the peak under load, and since the start. */
export function memoryTable({ questions, memory }: SpeedResults): string {
  const underLoad = SERVER_NAMES.map((name) =>
    megabytes(Math.max(...questions.flatMap(({ servers }) => MODES.map((mode) => servers[name].modes[mode].memory)))),
  );
  const ever = SERVER_NAMES.map((name) => megabytes(memory[name]));
  return table(
    ['memory', ...SERVER_NAMES],
    [
      ['under load', ...underLoad],
      ['since the start', ...ever],
    ],
  );
}

/** Cost over a province and over the nation. */
export function growthTable({ questions }: SpeedResults): string {
  const rows = questions.flatMap(({ id, growth }) =>
    growth
      ? [
          [
            id,
            figure(cpuOf(growth.from)),
            figure(cpuOf(growth.to)),
            ratio(cpuOf(growth.to) / cpuOf(growth.from)),
            ratio(growth.to.latency / growth.from.latency),
          ],
        ]
      : [],
  );
  return table(['question', 'CPU over a province, µs', 'CPU over the nation, µs', 'CPU', 'latency'], rows);
}

/** Differences between rounds, as a share of the median. */
export function spreadTable({ questions }: SpeedResults): string {
  return table(
    ['question', ...SERVER_NAMES],
    questions.map(({ id, servers }) => [
      id,
      ...SERVER_NAMES.map((name) => `${Math.round(servers[name].spread * 100)} %`),
    ]),
  );
}
