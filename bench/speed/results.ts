import type { Machine } from '../report/machine.ts';
import type { Mode, Sample } from '../measure/sample.ts';
import type { ServerName } from '../servers/servers.ts';

/** What a run tells of one question. */
export interface QuestionResult {
  readonly id: string;
  readonly title: string;
  /** How many different variables it was asked with. */
  readonly variants: number;
  readonly servers: Readonly<Record<ServerName, ServerResult>>;
  /** Of dangbo on a province and on this scale, with the same questions; null where only one was there. */
  readonly growth: { readonly from: Sample; readonly to: Sample } | null;
}

/** What a run tells of one server on one question. */
export interface ServerResult {
  readonly modes: Readonly<Record<Mode, Sample>>;
  /** Spread of the throughput between rounds, as a share of its median. */
  readonly spread: number;
  /** Milliseconds of an answer never asked for before. */
  readonly firstAsked: number;
  /** SQL statements for each request, over one connection. */
  readonly statements: number;
  /** Bytes of an answer, without headers. */
  readonly bytes: number;
}

/** A whole run. */
export interface SpeedResults {
  readonly scale: string;
  readonly members: number;
  readonly organizations: number;
  readonly rounds: number;
  readonly seconds: number;
  readonly machine: Machine;
  readonly questions: readonly QuestionResult[];
  /** Most bytes resident since the start, by server. */
  readonly memory: Readonly<Record<ServerName, number>>;
}
