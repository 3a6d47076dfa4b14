import { parseArgs } from 'node:util';
import type { RegisterScale } from '../src/import/register/scale.ts';

const WHAT = ['speed', 'days', 'writes', 'all', 'import', 'guard', 'load'] as const;

export const USAGE = `npm run bench [-- what] [--scale demo|province|nation] [--rounds 5] [--seconds 2] [--only Q1,Q3] [--rows 10000,100000] [--minutes 10]
  what: speed (dangbo and its peers on the same questions), days (what days of the past cost), writes (what keeping the
  figures true costs), all of it, import (members from a file against the bare COPY of the same rows),
  guard (what limits, sign-in and access cost), or load (all questions over thirty connections, for minutes)`;

/** What the benchmark was told to do. */
export interface Options {
  readonly what: (typeof WHAT)[number];
  readonly scale: RegisterScale;
  /** How often everything is measured; medians are reported. */
  readonly rounds: number;
  /** How long each measurement under load takes. */
  readonly seconds: number;
  /** Ids of the questions to ask; undefined: all. */
  readonly only: readonly string[] | undefined;
  /** How long the load lasts. */
  readonly minutes: number;
  /** Members in the files that are brought in. */
  readonly rows: readonly number[];
}

const SCALES = ['demo', 'province', 'nation'] as const;

/** @throws Error with the usage for anything that is not understood */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      scale: { type: 'string', default: 'nation' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '2' },
      only: { type: 'string' },
      minutes: { type: 'string', default: '10' },
      rows: { type: 'string', default: '10000,100000,1000000' },
    },
  });
  const what = WHAT.find((each) => each === (positionals[0] ?? 'speed'));
  const scale = SCALES.find((each) => each === values.scale);
  const [rounds, seconds, minutes] = [Number(values.rounds), Number(values.seconds), Number(values.minutes)];
  const rows = values.rows.split(',').map(Number);
  if (
    what === undefined ||
    rows.some((each) => !(each >= 1)) ||
    scale === undefined ||
    positionals.length > 1 ||
    !(rounds >= 1) ||
    !(seconds > 0) ||
    !(minutes > 0)
  )
    throw new Error(USAGE);
  return { what, scale, rounds, seconds, minutes, only: values.only?.split(','), rows };
}
