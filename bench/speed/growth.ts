import { Random } from '../../src/import/register/random/random.ts';
import { prepare } from '../database/prepare.ts';
import { roundOf } from '../measure/check.ts';
import { Client } from '../measure/client.ts';
import { measureOnce } from '../measure/one.ts';
import { parentOf } from '../measure/process.ts';
import type { Sample } from '../measure/sample.ts';
import { Samples } from '../measure/sample.ts';
import { DatabaseWatch } from '../measure/statements.ts';
import type { Question } from '../questions/question.ts';
import { readWorld } from '../questions/world.ts';
import type { Server, WireRequest } from '../servers/servers.ts';
import { startDangbo } from '../servers/servers.ts';

/** The province that is whole at the scale of a province. */
const PROVINCE = 'T49';
const SEED = 49;

/**
 * dangbo beside itself: over one province, and over the nation, with the same questions about that province's units.
 * What the questions cost more is what the size of the rest costs.
 */
export class Growth {
  private readonly samples = new Samples();

  private constructor(
    private readonly small: Server,
    private readonly large: Server,
    private readonly postmaster: number,
    private readonly requests: ReadonlyMap<string, readonly WireRequest[]>,
  ) {}

  static async prepare(
    large: Server,
    questions: readonly Question[],
    resources: AsyncDisposableStack,
    tell: (text: string) => void,
  ): Promise<Growth> {
    const database = await prepare('province', tell);
    resources.defer(async () => void (await database.stop()));
    const watch = await DatabaseWatch.on(database.url);
    resources.defer(() => watch.close());
    const small = await startDangbo(database.url);
    resources.defer(() => small.stop());
    const world = await readWorld(database.url, PROVINCE);
    const requests = new Map<string, readonly WireRequest[]>();
    for (const question of questions) {
      tell(`${question.id}: asking a province and the nation`);
      const round = roundOf(question, question.vary(world, new Random(SEED, question.id)), [small]);
      const asked = round.requests.get('dangbo') ?? [];
      requests.set(question.id, asked);
      for (const server of [small, large]) await askAll(server, question, asked);
    }
    return new Growth(small, large, parentOf(watch.backend), requests);
  }

  /** @param postmaster of the large one's database */
  async measure(id: string, seconds: number, turn: number, postmaster: number): Promise<void> {
    const requests = this.requests.get(id) ?? [];
    const offset = turn * 7;
    this.samples.add(
      `${id}|small`,
      await measureOnce(this.small, requests, { seconds, postmaster: this.postmaster, offset }),
    );
    this.samples.add(`${id}|large`, await measureOnce(this.large, requests, { seconds, postmaster, offset }));
  }

  result(id: string): { from: Sample; to: Sample } {
    return { from: this.samples.median(`${id}|small`), to: this.samples.median(`${id}|large`) };
  }
}

/** Once, so that neither is asked for anything for the first time later on. */
async function askAll(server: Server, question: Question, requests: readonly WireRequest[]): Promise<void> {
  const client = new Client(server);
  for (const request of requests) server.read(question, JSON.parse(await client.ask(request)));
  client.close();
}
