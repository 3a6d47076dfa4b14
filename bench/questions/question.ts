import type { Random } from '../../src/import/register/random/random.ts';
import type { World } from './world.ts';

export interface GraphqlRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** One question with its variables, in the words of each server. */
export interface Asked {
  readonly dangbo: GraphqlRequest;
  readonly postgraphile: GraphqlRequest;
  readonly mercurius: GraphqlRequest;
  /** Name of the statement, and its values. */
  readonly sql: { readonly statement: string; readonly values: readonly unknown[] };
}

/** A question of the benchmark. */
export interface Question {
  /** Q1 to Q8 */
  readonly id: string;
  readonly title: string;
  /** Statements of the bare SQL endpoint by name; each gives one row with the answer as JSON in `body`. */
  readonly statements: Readonly<Record<string, string>>;
  /** The question with many different variables, the same for the same seed; none twice. */
  vary(world: World, random: Random): Asked[];
  /** What dangbo's `data` says, in a form in which answers of all servers can be compared. */
  readDangbo(data: unknown): unknown;
  /** The same of what a peer says: the value of the only field of `data`, or the whole JSON of the SQL endpoint. */
  readPeer(answer: unknown): unknown;
}

/** How many different variables a question is asked with at most. */
export const MAX_VARIANTS = 600;

/** Some of a list, each at most once, in random order. */
export function sample<Item>(items: readonly Item[], count: number, random: Random): Item[] {
  const rest = [...items];
  const taken: Item[] = [];
  while (taken.length < count && rest.length > 0) {
    taken.push(...rest.splice(random.int(0, rest.length - 1), 1));
  }
  return taken;
}

/** Every pair of an item of one list and one of the other. */
export function pairs<A, B>(first: readonly A[], second: readonly B[]): [A, B][] {
  return first.flatMap((a) => second.map((b): [A, B] => [a, b]));
}
