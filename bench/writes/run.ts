import { prepare } from '../database/prepare.ts';
import { median } from '../measure/numbers.ts';
import type { Options } from '../options.ts';
import { describeMachine } from '../report/machine.ts';
import { startDangbo } from '../servers/servers.ts';
import { Asking } from './asking.ts';
import type { Comparison, WriteResults } from './results.ts';
import type { Stay } from './scratch.ts';
import { Scratch } from './scratch.ts';
import { writeBurst, writeSingleRows, WRITERS } from './writers.ts';

const BURST = 10_000;

/** Measures what the roll-up costs those who write, and how soon what they wrote is told. */
export async function runWrites(options: Options, tell: (text: string) => void): Promise<WriteResults> {
  const machine = describeMachine();
  await using resources = new AsyncDisposableStack();
  const { url, scale, members, stop } = await prepare(options.scale, tell);
  resources.defer(async () => void (await stop()));
  const server = await startDangbo(url);
  resources.defer(() => server.stop());
  const scratch = await Scratch.open(url, WRITERS);
  resources.defer(() => scratch.close());
  const asking = new Asking(server);
  resources.defer(async () => asking.close());
  await asking.ask();
  const [scattered, together] = [await scratch.stays(BURST, true), await scratch.stays(BURST, false)];
  const bench = new WriteBench(scratch, asking, options.rounds, tell);
  const singleRows = await bench.compare('single rows', () => writeSingleRows(scratch, scattered, options.seconds));
  const burst = await bench.compare('a burst in neighbouring cells', () => writeBurst(scratch, together));
  const scatteredBurst = await bench.compare('a scattered burst', () => writeBurst(scratch, scattered));
  const shown = {
    unchanged: await bench.timeToShow([], 0),
    afterOneRow: await bench.timeToShow(scattered, 1),
    afterBurst: await bench.timeToShow(scattered, BURST),
  };
  return { scale, members, rounds: options.rounds, machine, singleRows, burst, scatteredBurst, shown };
}

class WriteBench {
  constructor(
    private readonly scratch: Scratch,
    private readonly asking: Asking,
    private readonly rounds: number,
    private readonly tell: (text: string) => void,
  ) {}

  /** Turn by turn without the journal and with it, while somebody asks. */
  async compare(what: string, write: () => Promise<number>): Promise<Comparison> {
    const numbers: { without: number[]; with: number[] } = { without: [], with: [] };
    for (let turn = 0; turn < this.rounds; turn += 1) {
      this.tell(`${what}: round ${turn + 1} of ${this.rounds}`);
      for (const kind of turn % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const)) {
        await this.scratch.journal(kind === 'with');
        numbers[kind].push(await this.asking.during(write));
        await this.scratch.clear();
      }
    }
    return { without: median(numbers.without), with: median(numbers.with) };
  }

  /**
   * Milliseconds from the end of a transaction to an answer that tells of it.
   * @throws Error if the first answer afterwards does not
   */
  async timeToShow(stays: readonly Stay[], events: number): Promise<number> {
    const times: number[] = [];
    for (let turn = 0; turn < this.rounds; turn += 1) {
      this.tell(`until ${events} events show: round ${turn + 1} of ${this.rounds}`);
      await this.asking.ask();
      const before = (await this.asking.ask()).count;
      if (events > 0) await writeBurst(this.scratch, stays.slice(turn, turn + events));
      const { count, milliseconds } = await this.asking.ask();
      const written = stays.slice(turn, turn + events).length;
      if (count !== before + written)
        throw new Error(`an answer after ${written} events counts ${count - before} of them`);
      times.push(milliseconds);
    }
    return median(times);
  }
}
