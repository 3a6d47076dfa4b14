import type { Ending } from '../../database/ending.ts';
import type { RequestContext } from '../../loaders/context.ts';

/** What is told. */
interface Told {
  operation: { readonly name: string | null; readonly type: string };
  /** Whether the request was read as GraphQL at all: a question came, however wrong it may be. */
  understood: boolean;
  /** Whether the same question gets the same answer as long as the data do not change. */
  repeatable: boolean;
}

/**
 * What the two sides of one request, HTTP and GraphQL, tell each other while it is answered. Apollo
 * works with a copy of it: what is told stands in objects that the copy shares.
 */
export class Exchange {
  readonly told: Told = {
    operation: { name: null, type: 'query' },
    understood: false,
    repeatable: false,
  };
  private readonly opened: { context?: Promise<RequestContext> } = {};
  private readonly given = { up: false };

  /** @param make makes the context; what it reads and writes ends with the ending */
  constructor(
    private readonly make: (ending: Ending) => Promise<RequestContext>,
    private readonly ending: Ending,
  ) {}

  /** Whether anything needed data. */
  get wasOpened(): boolean {
    return this.opened.context !== undefined;
  }

  /** The request's context, made when data are first needed, and only once. */
  open(): Promise<RequestContext> {
    return (this.opened.context ??= this.make(this.ending));
  }

  /** Whether somebody else has answered, or nobody is to. */
  get isGivenUp(): boolean {
    return this.given.up;
  }

  /**
   * Nobody waits for the answer any more: what is under way for it is stopped, down to its statements, and what it wrote
   * is taken back. Tells whether anything stays nevertheless.
   */
  async giveUp(): Promise<boolean> {
    this.given.up = true;
    return this.ending.giveUp();
  }
}
