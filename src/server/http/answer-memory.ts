import type { RequestContext } from '../../loaders/context.ts';
import type { Snapshot } from '../../loaders/snapshot/snapshot.ts';

/** An answer as it went out. Its body is kept as bytes: names in Vietnamese take half the room that texts of them do. */
export interface KeptAnswer {
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Buffer;
  readonly operation: { readonly name: string | null; readonly type: string };
}

/** How much is kept, in bytes, and what is too long to be kept at all. */
const MAX_BYTES = 24_000_000;
const MAX_ANSWER_BYTES = 500_000;

/**
 * Answers that stay right as long as the data do not change: kept for the state of the data they were made from,
 * for the one who asked and the day on which it was asked. The first question that finds other data lets all of
 * them go. The state is looked up in the database before each answer, kept or not.
 */
export class AnswerMemory {
  private snapshot: Snapshot | undefined;
  private answers = new Map<string, KeptAnswer>();
  private bytes = 0;
  /** Bodies of requests whose answers were kept lately: they need not be read again to be known. */
  private readonly bodies = new Set<string>();

  constructor(private readonly maxBytes = MAX_BYTES) {}

  /** Whether the answer to a body of these words may be here, for somebody. */
  knows(body: string): boolean {
    return this.bodies.has(body);
  }

  /** The answer to a question of before. */
  find(context: RequestContext, body: string, accept: string | undefined): KeptAnswer | undefined {
    if (context.snapshot !== this.snapshot) return undefined;
    const key = keyOf(context, body, accept);
    const kept = this.answers.get(key);
    if (!kept) return undefined;
    // The youngest stands last.
    this.answers.delete(key);
    this.answers.set(key, kept);
    return kept;
  }

  /** Keeps an answer for whoever asks the same. */
  keep(context: RequestContext, body: string, accept: string | undefined, answer: KeptAnswer): void {
    if (context.snapshot !== this.snapshot) this.begin(context.snapshot);
    const key = keyOf(context, body, accept);
    const bytes = bytesOf(key, answer);
    if (bytes > MAX_ANSWER_BYTES || this.answers.has(key)) return;
    this.answers.set(key, answer);
    this.bodies.add(body);
    this.bytes += bytes;
    for (const [oldest, old] of this.answers) {
      if (this.bytes <= this.maxBytes) break;
      this.forget(oldest, old);
    }
  }

  private begin(snapshot: Snapshot): void {
    this.snapshot = snapshot;
    this.answers = new Map();
    this.bodies.clear();
    this.bytes = 0;
  }

  private forget(key: string, answer: KeptAnswer): void {
    this.answers.delete(key);
    this.bodies.delete(key.slice(key.indexOf('\n') + 1));
    this.bytes -= bytesOf(key, answer);
  }
}

/** The body stands last, after the one line break. */
function keyOf({ viewer, today }: RequestContext, body: string, accept: string | undefined): string {
  const who = JSON.stringify([viewer.role, viewer.unit, viewer.subject, today, accept]);
  return `${who}\n${body}`;
}

/** Texts with names in Vietnamese take two bytes for each character. */
function bytesOf(key: string, { body }: KeptAnswer): number {
  return 2 * key.length + body.byteLength;
}
