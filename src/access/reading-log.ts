import type { Statements } from '../database/statements.ts';
import { CodedError } from '../errors/coded-error.ts';
import { readingQueueOf } from './reading-queue.ts';
import type { Viewer } from './viewer.ts';

/** The question in which members were read. */
export interface Operation {
  /** As whoever asked named it. */
  readonly name: string | null;
  /** SHA-256 of the document. */
  readonly document: string;
}

/** What was read of members in one request, until it is written down: a row for those of whom the same was read. */
export class ReadingLog {
  private readonly fieldsByMember = new Map<number, Set<string>>();

  /** Notes that a member's record came into the answer, or one field of it. */
  note(memberId: number, field?: string): void {
    let fields = this.fieldsByMember.get(memberId);
    if (!fields) this.fieldsByMember.set(memberId, (fields = new Set()));
    if (field !== undefined) fields.add(field);
  }

  get isEmpty(): boolean {
    return this.fieldsByMember.size === 0;
  }

  /** @throws CodedError AUDIT_UNAVAILABLE: what was read must not be shown then */
  async write(statements: Statements, { subject, role, unit }: Viewer, { name, document }: Operation): Promise<void> {
    const read = [...this.fieldsByMember].sort(([a], [b]) => a - b);
    const byFields = Map.groupBy(read, ([, names]) => [...names].sort().join(' '));
    const operation = name?.slice(0, MAX_NAME) ?? null;
    const readings = [...byFields].map(([fields, members]) => ({
      ...{ subject, role, unit, operation, document },
      members: members.map(([id]) => id),
      fields: fields === '' ? [] : fields.split(' '),
    }));
    try {
      await readingQueueOf(statements).write(readings);
    } catch (cause) {
      throw new CodedError(
        'AUDIT_UNAVAILABLE',
        'The reading of members could not be written down, so they are not shown.',
        {},
        { cause },
      );
    }
  }
}

const MAX_NAME = 200;
