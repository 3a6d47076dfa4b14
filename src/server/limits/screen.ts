import type { DocumentNode, GraphQLSchema } from 'graphql';
import { GraphQLError, parse } from 'graphql';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { measure } from './measure.ts';

/** Texts that passed lately: most questions are asked again and again. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 20_000;

/** Holds each document against the limits before anything else is done with it. */
export class Screen {
  private readonly passed = new Set<string>();
  private readonly costs = new WeakMap<DocumentNode, Map<string, number>>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly limits: Limits,
  ) {}

  /**
   * Takes the text of a question, or says by which limit it does not. What is no document at all passes:
   * the pipeline says so.
   * @throws CodedError QUERY_TOO_LARGE, QUERY_TOO_DEEP, FRAGMENT_CYCLE
   */
  check(query: string): void {
    if (this.passed.has(query)) return;
    const document = this.parse(query);
    if (!document) return;
    const told = measure(this.schema, document, {});
    if (told.cycles.length > 0) {
      throw new CodedError(
        'FRAGMENT_CYCLE',
        `Expected fragments that do not contain themselves; got a circle through ${told.cycles.join(', ')}.`,
      );
    }
    for (const [code, what, limit] of RULES) {
      if (told[limit] > this.limits[limit]) throw overLimit(code, what, this.limits[limit], told[limit]);
    }
    if (query.length > MAX_KEPT_LENGTH) return;
    if (this.passed.size >= MAX_KEPT) this.passed.clear();
    this.passed.add(query);
  }

  /**
   * Takes what a question may cost with its variables, or says that it does not.
   * @param units how many units the tree has: no walk down it meets more
   * @throws CodedError QUERY_TOO_COSTLY
   */
  checkCost(document: DocumentNode, variables: Readonly<Record<string, unknown>>, units: number): void {
    const cost = this.costOf(document, variables, units);
    if (cost > this.limits.cost) throw overLimit('QUERY_TOO_COSTLY', 'objects in the answer', this.limits.cost, cost);
  }

  /** The cost depends on the variables by their sizes alone, and is the same for the same sizes. */
  private costOf(document: DocumentNode, variables: Readonly<Record<string, unknown>>, units: number): number {
    const bySizes = this.costs.get(document) ?? new Map<string, number>();
    this.costs.set(document, bySizes);
    const sizes = Object.entries(variables).map(([name, value]) =>
      Array.isArray(value) ? `${name}#${value.length}` : typeof value === 'number' ? `${name}=${value}` : '',
    );
    const key = `${units}|${sizes.join()}`;
    const cost = bySizes.get(key) ?? measure(this.schema, document, variables, units).cost;
    if (bySizes.size < MAX_KEPT) bySizes.set(key, cost);
    return cost;
  }

  private parse(query: string): DocumentNode | undefined {
    try {
      return parse(query, { maxTokens: this.limits.tokens, noLocation: true });
    } catch (error) {
      const isSyntax = error instanceof GraphQLError && !error.message.includes('Parsing aborted');
      if (isSyntax) return undefined;
      // Too many tokens, or so deeply nested that the parser's own stack ended.
      throw overLimit('QUERY_TOO_LARGE', 'tokens', this.limits.tokens);
    }
  }
}

type Bounded = Exclude<keyof Measure & keyof Limits, 'cycles'>;

const RULES: readonly (readonly [ErrorCode, string, Bounded])[] = [
  ['QUERY_TOO_DEEP', 'levels of fields', 'depth'],
  ['QUERY_TOO_LARGE', 'aliases', 'aliases'],
  ['QUERY_TOO_LARGE', 'directives', 'directives'],
  ['QUERY_TOO_LARGE', 'fragments', 'fragments'],
  ['QUERY_TOO_LARGE', 'fields with all fragments written out', 'fields'],
  ['QUERY_TOO_LARGE', 'fields at the root', 'rootFields'],
];

function overLimit(code: ErrorCode, what: string, limit: number, got?: number): CodedError {
  const received = got === undefined ? 'more' : got > Number.MAX_SAFE_INTEGER ? 'far more' : String(got);
  return new CodedError(code, `Expected at most ${limit} ${what}; got ${received}.`, {
    expected: `at most ${limit} ${what}`,
    received,
  });
}
