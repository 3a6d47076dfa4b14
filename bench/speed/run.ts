import { prepare } from '../database/prepare.ts';
import type { Prepared } from '../database/prepare.ts';
import type { Checked } from '../measure/check.ts';
import { checkAnswers, roundOf } from '../measure/check.ts';
import { Client } from '../measure/client.ts';
import { spread } from '../measure/numbers.ts';
import { measureOnce } from '../measure/one.ts';
import { parentOf, peakMemory } from '../measure/process.ts';
import type { Mode } from '../measure/sample.ts';
import { MODES, Samples } from '../measure/sample.ts';
import { DatabaseWatch } from '../measure/statements.ts';
import type { Options } from '../options.ts';
import { QUESTIONS } from '../questions/index.ts';
import type { Question } from '../questions/question.ts';
import type { World } from '../questions/world.ts';
import { readWorld } from '../questions/world.ts';
import { describeMachine } from '../report/machine.ts';
import type { Server, ServerName } from '../servers/servers.ts';
import { SERVER_NAMES, startDangbo, startPeer } from '../servers/servers.ts';
import { Random } from '../../src/import/register/random/random.ts';
import { Growth } from './growth.ts';
import type { QuestionResult, ServerResult, SpeedResults } from './results.ts';

const SEED = 2025;
const STATEMENTS_COUNTED_OVER = 20;

type Tell = (text: string) => void;

/** Measures dangbo and its peers side by side on a database. */
export async function runSpeed(options: Options, tell: Tell): Promise<SpeedResults> {
  const machine = describeMachine();
  await using resources = new AsyncDisposableStack();
  const database = await prepare(options.scale, tell);
  resources.defer(async () => void (await database.stop()));
  tell('starting the servers');
  const servers = await startAll(database, resources);
  const world = await readWorld(database.url);
  const wanted = QUESTIONS.filter(({ id }) => options.only?.includes(id) ?? true);
  const run = new SpeedRun(options, database, servers, tell);
  const growth =
    options.scale === 'nation' ? await Growth.prepare(servers[0] as Server, wanted, resources, tell) : undefined;
  const questions = await run.measure(wanted, world, growth, resources);
  const memory = Object.fromEntries(servers.map(({ name, pid }) => [name, peakMemory.sinceStart(pid)])) as Record<
    ServerName,
    number
  >;
  const { scale, members, organizations } = database;
  const { rounds, seconds } = options;
  return { scale, members, organizations, rounds, seconds, machine, questions, memory };
}

async function startAll({ url }: Prepared, resources: AsyncDisposableStack): Promise<Server[]> {
  const servers: Server[] = [];
  for (const name of SERVER_NAMES) {
    const server = name === 'dangbo' ? await startDangbo(url) : await startPeer(name, url);
    resources.defer(() => server.stop());
    servers.push(server);
  }
  return servers;
}

class SpeedRun {
  private readonly samples = new Samples();

  constructor(
    private readonly options: Options,
    private readonly database: Prepared,
    private readonly servers: readonly Server[],
    private readonly tell: Tell,
  ) {}

  async measure(
    questions: readonly Question[],
    world: World,
    growth: Growth | undefined,
    resources: AsyncDisposableStack,
  ): Promise<QuestionResult[]> {
    const { servers, tell, options } = this;
    const watch = await DatabaseWatch.on(this.database.url);
    resources.defer(() => watch.close());
    const postmaster = parentOf(watch.backend);
    const checked: Checked[] = [];
    const statements = new Map<string, number>();
    for (const question of questions) {
      tell(`${question.id}: comparing the answers`);
      const round = await checkAnswers(
        roundOf(question, question.vary(world, new Random(SEED, question.id)), servers),
        servers,
      );
      checked.push(round);
      for (const server of servers)
        statements.set(`${question.id}|${server.name}`, await countStatements(watch, round, server));
    }
    for (let turn = 0; turn < options.rounds; turn += 1) {
      for (const round of checked) {
        tell(`round ${turn + 1} of ${options.rounds}: ${round.question.id}`);
        await this.measureRound(round, turn, postmaster);
        await growth?.measure(round.question.id, options.seconds, turn, postmaster);
      }
    }
    return checked.map((round) => this.resultOf(round, statements, growth));
  }

  private async measureRound({ question, requests }: Checked, turn: number, postmaster: number): Promise<void> {
    for (const mode of MODES) {
      for (const server of this.servers) {
        const all = requests.get(server.name) ?? [];
        const asked = mode === 'repeated' ? all.slice(0, 1) : all;
        const offset = Math.floor((turn * all.length) / this.options.rounds);
        const sample = await measureOnce(server, asked, { seconds: this.options.seconds, postmaster, offset });
        this.samples.add(`${question.id}|${server.name}|${mode}`, sample);
      }
    }
  }

  private resultOf(
    { question, requests, firstAsked, bytes }: Checked,
    statements: Map<string, number>,
    growth?: Growth,
  ): QuestionResult {
    const { id, title } = question;
    const of = (name: ServerName): ServerResult => {
      const key = (mode: Mode): string => `${id}|${name}|${mode}`;
      return {
        modes: { varying: this.samples.median(key('varying')), repeated: this.samples.median(key('repeated')) },
        spread: spread(this.samples.all(key('varying')).map(({ perSecond }) => perSecond)),
        firstAsked: firstAsked.get(name) ?? Number.NaN,
        statements: statements.get(`${id}|${name}`) ?? Number.NaN,
        bytes: bytes.get(name) ?? Number.NaN,
      };
    };
    const servers = Object.fromEntries(SERVER_NAMES.map((name) => [name, of(name)])) as Record<
      ServerName,
      ServerResult
    >;
    return { id, title, variants: requests.get('dangbo')?.length ?? 0, servers, growth: growth?.result(id) ?? null };
  }
}

async function countStatements(watch: DatabaseWatch, { requests }: Checked, server: Server): Promise<number> {
  const client = new Client(server);
  const asked = (requests.get(server.name) ?? []).slice(0, STATEMENTS_COUNTED_OVER);
  const count = await watch.count(async () => {
    for (const request of asked) await client.ask(request);
  });
  client.close();
  return count / asked.length;
}
