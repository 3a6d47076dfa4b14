import { parseArgs } from 'node:util';
import type { RegisterScale } from '../src/import/register/scale.ts';

export const USAGE = `npm run bench [-- what] [--scale demo|province|nation] [--rounds 5] [--seconds 2] [--only Q1,Q3]
  what: speed (dangbo and its peers on the same questions), writes (what keeping the figures true costs), or all of it`;

/** What the benchmark was told to do. */
export interface Options {
  readonly what: 'speed' | 'writes' | 'all';
  readonly scale: RegisterScale;
  /** How often everything is measured; medians are reported. */
  readonly rounds: number;
  /** How long each measurement under load takes. */
  readonly seconds: number;
  /** Ids of the questions to ask; undefined: all. */
  readonly only: readonly string[] | undefined;
}

const WHAT = ['speed', 'writes', 'all'] as const;
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
    },
  });
  const what = WHAT.find((each) => each === (positionals[0] ?? 'speed'));
  const scale = SCALES.find((each) => each === values.scale);
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)];
  if (what === undefined || scale === undefined || positionals.length > 1 || !(rounds >= 1) || !(seconds > 0))
    throw new Error(USAGE);
  return { what, scale, rounds, seconds, only: values.only?.split(',') };
}
