import type { Told } from './client.ts';
import { UNCODED } from './client.ts';
import { FIRST_VALUE } from './world.ts';

/** What clients saw, and what they were told that was done. */
export class Seen {
  /** Right figures and records. */
  right = 0;
  /** Figures that are not right: there must be none. The first of them, as they came. */
  wrong = 0;
  readonly wrongOnes: string[] = [];
  /** Errors with a code of the catalogue, by code. */
  readonly coded = new Map<string, number>();
  /** Errors without one: there must be none. */
  uncoded = 0;
  /** Connections that broke. */
  broken = 0;
  /** Codes of organisations whose making was acknowledged. */
  readonly organizations: string[] = [];
  /** Values whose import was acknowledged. */
  readonly imports: number[] = [];
  /** Names of the operations in which members were read. */
  readonly readings: string[] = [];
  /** The value that was begun to be brought in last. */
  begun = FIRST_VALUE;

  /** The value whose import was acknowledged last. */
  get acknowledged(): number {
    return this.imports.at(-1) ?? FIRST_VALUE;
  }

  /** How many changes were acknowledged, of each kind. */
  get changes(): readonly number[] {
    return [this.organizations.length, this.imports.length, this.readings.length];
  }

  /** Notes an answer's errors. @returns whether there were any */
  failed({ codes, isBroken }: Told): boolean {
    if (isBroken) this.broken += 1;
    for (const code of codes) {
      if (code === UNCODED) this.uncoded += 1;
      else this.coded.set(code, (this.coded.get(code) ?? 0) + 1);
    }
    return isBroken || codes.length > 0;
  }

  judge(isRight: boolean, answer: unknown): void {
    if (isRight) this.right += 1;
    else if ((this.wrong += 1) <= 3) this.wrongOnes.push(JSON.stringify(answer));
  }
}
