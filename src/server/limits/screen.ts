import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { GraphQLError, parse } from 'graphql';
import type { ErrorCode } from '../../errors/catalogue.ts';
import { CodedError } from '../../errors/coded-error.ts';
import type { Limits } from '../../limits.ts';
import { costOf } from './cost.ts';
import { overLimit } from './over-limit.ts';
import type { Shape } from './shape.ts';
import { countedIn, writtenOutIn } from './shape.ts';
import { checkTokens } from './tokens.ts';
import { checkValues } from './values.ts';

/** Texts that passed lately: most questions are asked again and again. */
const MAX_KEPT = 500;
const MAX_KEPT_LENGTH = 20_000;

/** Holds each question against the limits before anything else is done with it. */
export class Screen {
  private readonly passed = new Set<string>();
  private readonly costs = new WeakMap<OperationDefinitionNode, Map<string, number>>();

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
    checkTokens(query, this.limits);
    const document = parsed(query);
    if (!document) return;
    this.hold(countedIn(document), COUNTED);
    const { cycles, ...writtenOut } = writtenOutIn(document);
    if (cycles.length > 0) {
      throw new CodedError(
        'FRAGMENT_CYCLE',
        `Expected fragments that do not contain themselves; got a circle through ${cycles.join(', ')}.`,
      );
    }
    this.hold(writtenOut, WRITTEN_OUT);
    if (query.length > MAX_KEPT_LENGTH) return;
    if (this.passed.size >= MAX_KEPT) this.passed.clear();
    this.passed.add(query);
  }

  /**
   * Takes what came beside the text of a question, or says by which limit it does not.
   * @throws CodedError QUERY_TOO_DEEP, BATCH_TOO_LARGE
   */
  checkValues(value: unknown): void {
    checkValues(value, this.limits);
  }

  /**
   * Takes what a question may cost with its variables, or says that it does not.
   * @param units how many units the tree has: no walk down it meets more
   * @throws CodedError QUERY_TOO_COSTLY
   */
  checkCost(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    units: number,
  ): void {
    const cost = this.costOf(document, operation, variables, units);
    if (cost > this.limits.cost) throw overLimit('QUERY_TOO_COSTLY', 'objects in the answer', this.limits.cost, cost);
  }

  /** The cost depends on the variables by their sizes alone, and is the same for the same sizes. */
  private costOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Readonly<Record<string, unknown>>,
    units: number,
  ): number {
    const bySizes = this.costs.get(operation) ?? new Map<string, number>();
    this.costs.set(operation, bySizes);
    const sizes = Object.entries(variables).map(([name, value]) =>
      Array.isArray(value) ? `${name}#${value.length}` : typeof value === 'number' ? `${name}=${value}` : '',
    );
    const key = `${units}|${sizes.join()}`;
    const cost = bySizes.get(key) ?? costOf(this.schema, document, operation, variables, units);
    if (bySizes.size < MAX_KEPT) bySizes.set(key, cost);
    return cost;
  }

  private hold<Name extends keyof Shape & keyof Limits>(
    shape: Readonly<Record<Name, number>>,
    rules: readonly (readonly [ErrorCode, string, Name])[],
  ): void {
    for (const [code, what, limit] of rules) {
      if (shape[limit] > this.limits[limit]) throw overLimit(code, what, this.limits[limit], shape[limit]);
    }
  }
}

function parsed(query: string): DocumentNode | undefined {
  try {
    return parse(query, { noLocation: true });
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}

const COUNTED = [
  ['QUERY_TOO_LARGE', 'operations', 'operations'],
  ['QUERY_TOO_LARGE', 'aliases', 'aliases'],
  ['QUERY_TOO_LARGE', 'directives', 'directives'],
  ['QUERY_TOO_LARGE', 'fragments', 'fragments'],
] as const;

const WRITTEN_OUT = [
  ['QUERY_TOO_DEEP', 'levels of fields', 'depth'],
  ['QUERY_TOO_DEEP', 'selections within selections', 'nesting'],
  ['QUERY_TOO_LARGE', 'fields with all fragments written out', 'fields'],
  ['QUERY_TOO_LARGE', 'fields at the root', 'rootFields'],
] as const;
