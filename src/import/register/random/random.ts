import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { JumpableRandomGenerator } from 'pure-rand/types/JumpableRandomGenerator';

const TWO_TO_32 = 0x1_0000_0000;
const WARM_UP = 32;

/** A stream of random numbers. The same seed and name give the same stream, whatever other streams do. */
export class Random {
  private readonly generator: JumpableRandomGenerator;

  constructor(seed: number, name: string) {
    this.generator = xoroshiro128plus(hash(`${seed}:${name}`));
    for (let turn = 0; turn < WARM_UP; turn += 1) this.generator.next();
  }

  /** A number in [0, 1). */
  unit(): number {
    return (this.generator.next() >>> 0) / TWO_TO_32;
  }

  /** A whole number in [from, to], both included. */
  int(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  /** True with the given probability. */
  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.unit() * items.length)];
    if (item === undefined) throw new RangeError('there is nothing to pick from');
    return item;
  }

  /** A number of the standard normal distribution. */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  /** A number whose logarithm is normal: `median` is exceeded half of the time. */
  logNormal(median: number, sigma: number): number {
    return median * Math.exp(sigma * this.normal());
  }

  /** A whole number with this mean: its fraction is the chance of one more. */
  rounded(mean: number): number {
    const whole = Math.floor(mean);
    return whole + (this.unit() < mean - whole ? 1 : 0);
  }
}

/** FNV-1a over the UTF-16 units of a text, as a whole number of 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  }
  return value | 0;
}
