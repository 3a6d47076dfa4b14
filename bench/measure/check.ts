import type { Asked, Question } from '../questions/question.ts';
import type { Server, ServerName, WireRequest } from '../servers/servers.ts';
import { Client } from './client.ts';
import { median } from './numbers.ts';

/** A question with its variables, ready to be sent to every server. */
export interface Round {
  readonly question: Question;
  readonly requests: ReadonlyMap<ServerName, readonly WireRequest[]>;
}

/** What asking everything once tells. */
export interface Checked extends Round {
  /** Milliseconds of an answer that was never asked for before: the median. */
  readonly firstAsked: ReadonlyMap<ServerName, number>;
  /** Bytes of the answers, without headers: the mean. */
  readonly bytes: ReadonlyMap<ServerName, number>;
}

/** Writes down the requests of a question for each server. */
export function roundOf(question: Question, asked: readonly Asked[], servers: readonly Server[]): Round {
  const requests = new Map(
    servers.map((server) => [server.name, asked.map((each, at) => server.request(each, `${question.id}-${at}`))]),
  );
  return { question, requests };
}

/**
 * Asks every server everything once, and teaches the echo.
 * @throws Error if two servers do not say the same
 */
export async function checkAnswers(round: Round, servers: readonly Server[]): Promise<Checked> {
  const { question, requests } = round;
  const firstAsked = new Map<ServerName, number>();
  const bytes = new Map<ServerName, number>();
  const known: string[] = [];
  const answers: string[] = [];
  for (const server of servers) {
    const client = new Client(server);
    const times: number[] = [];
    let sum = 0;
    for (const [at, request] of (requests.get(server.name) ?? []).entries()) {
      if (server.name === 'echo') await client.ask({ path: request.path, body: answers[at] ?? '' }, 'PUT');
      const began = performance.now();
      const answer = await client.ask(request);
      times.push(performance.now() - began);
      sum += Buffer.byteLength(answer);
      if (server.name === 'dangbo') answers[at] = answer;
      const said = JSON.stringify(server.read(question, JSON.parse(answer)));
      if (said !== undefined && said !== (known[at] ??= said))
        throw differing(question, server, request, said, known[at] ?? '');
    }
    client.close();
    firstAsked.set(server.name, median(times));
    bytes.set(server.name, sum / times.length);
  }
  return { ...round, firstAsked, bytes };
}

const SHOWN = 200;

function differing({ id }: Question, { name }: Server, { body }: WireRequest, said: string, expected: string): Error {
  const at = [...said].findIndex((letter, position) => letter !== expected[position]);
  const from = Math.max(0, at - SHOWN / 4);
  return new Error(
    `${id}: ${name} does not say what dangbo says\nasked: ${body.slice(0, 1000)}\nsaid:  …${said.slice(from, from + SHOWN)}\ndangbo: …${expected.slice(from, from + SHOWN)}`,
  );
}
