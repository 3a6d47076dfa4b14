import type { Mode } from '../measure/sample.ts';
import { cpuOf, MODES } from '../measure/sample.ts';
import type { QuestionResult, SpeedResults } from '../speed/results.ts';

/** How dangbo stands to a bar, and whether it passes. */
export interface Bar {
  readonly value: number;
  readonly passes: boolean;
}

export const LEAST_THROUGHPUT = 2;
export const MOST_CPU = 1;
export const MOST_LATENCY = 1.5;
export const MOST_GROWTH = 1.3;
export const MOST_MEMORY = 512 * 2 ** 20;

/** Requests per second, in multiples of those of PostGraphile. */
export function throughputBar({ servers }: QuestionResult, mode: Mode): Bar {
  const value = servers.dangbo.modes[mode].perSecond / servers.PostGraphile.modes[mode].perSecond;
  return { value, passes: value >= LEAST_THROUGHPUT };
}

/** Processor time for each request, server and database, in multiples of that of the bare SQL endpoint. */
export function cpuBar({ servers }: QuestionResult, mode: Mode): Bar {
  const value = cpuOf(servers.dangbo.modes[mode]) / cpuOf(servers['bare SQL'].modes[mode]);
  return { value, passes: value <= MOST_CPU };
}

/** Time of an answer over one connection, in multiples of that of the bare SQL endpoint. */
export function latencyBar({ servers }: QuestionResult, mode: Mode): Bar {
  const value = servers.dangbo.modes[mode].latency / servers['bare SQL'].modes[mode].latency;
  return { value, passes: value <= MOST_LATENCY };
}

/** What a question costs over the nation, in multiples of what it costs over a province. */
export function growthBar({ growth }: QuestionResult): Bar | null {
  if (!growth) return null;
  const value = cpuOf(growth.to) / cpuOf(growth.from);
  return { value, passes: value <= MOST_GROWTH };
}

/** Memory of dangbo since it was started. */
export function memoryBar({ memory }: SpeedResults): Bar {
  return { value: memory.dangbo, passes: memory.dangbo < MOST_MEMORY };
}

/** What does not pass, in words; empty where everything does. */
export function failuresOf(results: SpeedResults): string[] {
  const failures = results.questions.flatMap((question) => {
    const bars: [string, Bar | null][] = MODES.flatMap((mode): [string, Bar][] => [
      [`throughput, ${mode}`, throughputBar(question, mode)],
      [`processor time, ${mode}`, cpuBar(question, mode)],
      [`latency, ${mode}`, latencyBar(question, mode)],
    ]);
    return [...bars, ['growth', growthBar(question)] as [string, Bar | null]]
      .filter(([, bar]) => bar?.passes === false)
      .map(([what]) => `${question.id}: ${what}`);
  });
  return memoryBar(results).passes ? failures : [...failures, 'memory'];
}
