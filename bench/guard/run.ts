import { fileURLToPath } from 'node:url';
import { prepare } from '../database/prepare.ts';
import { measureLoad } from '../measure/load.ts';
import { median } from '../measure/numbers.ts';
import { parentOf } from '../measure/process.ts';
import { DatabaseWatch } from '../measure/statements.ts';
import type { Options } from '../options.ts';
import { figure, table } from '../report/table.ts';
import { launch } from '../servers/launch.ts';
import type { Server } from '../servers/servers.ts';
import { startDangbo } from '../servers/servers.ts';

const FIGURE = 'indicator(code: "PARTY_MEMBERS", period: "2023") { value }';
const ENTITY = '_entities(representations: [{ __typename: "PartyOrganization", code: "H509" }])';

/** The fastest sensible question, and one roll-up. Answers about entities are never kept: those go the whole way. */
const QUESTIONS: readonly (readonly [string, string])[] = [
  ['a unit’s name', '{ organization(code: "H509") { name } }'],
  ['a unit’s name, worked out each time', `{ ${ENTITY} { ... on PartyOrganization { name } } }`],
  ['a roll-up', `{ organization(code: "H509") { ${FIGURE} } }`],
  ['a roll-up, worked out each time', `{ ${ENTITY} { ... on PartyOrganization { ${FIGURE} } } }`],
];

/** Measures what all protection together costs: the server beside one without, in turns, on the same database. */
export async function runGuard(options: Options, tell: (text: string) => void): Promise<string> {
  await using resources = new AsyncDisposableStack();
  const { url, stop } = await prepare(options.scale, tell);
  resources.defer(async () => void (await stop()));
  tell('starting the servers');
  const guarded = await startDangbo(url);
  resources.defer(() => guarded.stop());
  const bare = await startBare(url, guarded);
  resources.defer(() => bare.stop());
  const watch = await DatabaseWatch.on(url);
  resources.defer(() => watch.close());
  const postmaster = parentOf(watch.backend);
  const rows: string[][] = [];
  for (const [name, query] of QUESTIONS) {
    const rates = await inTurns([guarded, bare], query, options, postmaster, (round) => tell(`${name}: ${round}`));
    const [withIt, without] = rates.map((rate) => median(rate.perSecond)) as [number, number];
    const [micros, bareMicros] = rates.map((rate) => median(rate.micros)) as [number, number];
    const loss = (1 - withIt / without) * 100;
    rows.push([name, figure(withIt), figure(without), `${loss.toFixed(1)} %`, figure(micros), figure(bareMicros)]);
  }
  return table(['', 'with, /s', 'without, /s', 'lost', 'with, µs', 'without, µs'], rows);
}

interface Rates {
  readonly perSecond: number[];
  readonly micros: number[];
}

async function inTurns(
  servers: readonly Server[],
  query: string,
  { rounds, seconds }: Options,
  postmaster: number,
  tell: (round: string) => void,
): Promise<Rates[]> {
  const rates: Rates[] = servers.map(() => ({ perSecond: [], micros: [] }));
  const { pathname } = new URL(servers[0]?.url ?? '');
  const requests = [{ path: pathname, body: JSON.stringify({ query }) }];
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    tell(`round ${round} of ${rounds}`);
    const order = round % 2 === 0 ? servers : [...servers].reverse();
    for (const server of order) {
      const { perSecond, serverMicros } = await measureLoad(server, requests, seconds, postmaster);
      const rate = rates[servers.indexOf(server)];
      if (round > 0) rate?.perSecond.push(perSecond);
      if (round > 0) rate?.micros.push(serverMicros);
    }
  }
  return rates;
}

async function startBare(databaseUrl: string, like: Server): Promise<Server> {
  const file = fileURLToPath(new URL('unguarded.ts', import.meta.url));
  const launched = await launch(`"${process.execPath}" --import tsx "${file}"`, {
    DATABASE_URL: databaseUrl,
    PORT: '0',
  });
  return { ...like, ...launched, headers: {} };
}
