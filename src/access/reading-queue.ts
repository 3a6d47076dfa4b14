import type { Statements } from '../database/statements.ts';

/** Members of whom the same fields were read in one request, and who read them for what. */
export interface Reading {
  readonly subject: string;
  readonly role: string;
  readonly unit: string | null;
  readonly operation: string | null;
  readonly document: string;
  readonly members: readonly number[];
  readonly fields: readonly string[];
}

interface Waiting {
  readonly readings: readonly Reading[];
  readonly done: () => void;
  readonly failed: (cause: unknown) => void;
}

const WRITE = `
  insert into member_reading (subject, role, unit, operation, document, member_ids, fields)
  select subject, role, unit, operation, document, members::int[], string_to_array(fields, ' ')
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
    as reading(subject, role, unit, operation, document, members, fields)`;

/**
 * Writes readings down. Rows are chained, so only one statement writes at a time; what comes meanwhile is written by the
 * next one, all of it together.
 */
export class ReadingQueue {
  private waiting: Waiting[] = [];
  private writing = false;

  constructor(private readonly statements: Statements) {}

  /** Resolves once the readings are written down for good; rejects where they are not. */
  write(readings: readonly Reading[]): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ readings, done, failed });
      if (!this.writing) void this.writeAll();
    });
  }

  private async writeAll(): Promise<void> {
    this.writing = true;
    while (this.waiting.length > 0) {
      const turn = this.waiting;
      this.waiting = [];
      try {
        await this.writeRows(turn.flatMap(({ readings }) => readings));
        for (const { done } of turn) done();
      } catch (cause) {
        for (const { failed } of turn) failed(cause);
      }
    }
    this.writing = false;
  }

  private async writeRows(readings: readonly Reading[]): Promise<void> {
    await this.statements.rows('member-readings', WRITE, [
      readings.map(({ subject }) => subject),
      readings.map(({ role }) => role),
      readings.map(({ unit }) => unit),
      readings.map(({ operation }) => operation),
      readings.map(({ document }) => document),
      readings.map(({ members }) => `{${members.join()}}`),
      readings.map(({ fields }) => fields.join(' ')),
    ]);
  }
}

const queues = new WeakMap<Statements, ReadingQueue>();

/** The one queue of a database, at its primary: however a request reads, it is written down there. */
export function readingQueueOf({ onPrimary }: Statements): ReadingQueue {
  let queue = queues.get(onPrimary);
  if (!queue) queues.set(onPrimary, (queue = new ReadingQueue(onPrimary)));
  return queue;
}
