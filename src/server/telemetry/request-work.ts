import type { DoneStatement, Work } from '../../database/work.ts';
import type { RequestTrace } from './tracing.ts';
import { UNREAD } from './operation-names.ts';

/** What was done for one request, until it is counted and logged. Knows no values and no names of people. */
export class RequestWork implements Work {
  /** As whoever asked named the operation; null where it has no name, undefined where none was found. */
  operation: string | null | undefined;
  type = UNREAD;
  readonly statements: DoneStatement[] = [];
  readonly batches: { readonly loader: string; readonly size: number }[] = [];
  readonly codes: string[] = [];

  constructor(readonly trace: RequestTrace | undefined) {}

  onStatement(done: DoneStatement): void {
    this.statements.push(done);
    this.trace?.onStatement(done);
  }

  onBatch(loader: string, size: number): void {
    this.batches.push({ loader, size });
  }

  onError(code: string): void {
    this.codes.push(code);
  }

  /** The operation was found in the text: it begins to run. */
  onOperation(name: string | null, type: string): void {
    this.operation = name;
    this.type = type;
    this.trace?.onOperation(name, type);
  }
}
