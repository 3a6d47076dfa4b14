import type { Statements } from '../database/statements.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { Viewer } from './viewer.ts';

/** The question in which members were read. */
export interface Operation {
  /** As whoever asked named it. */
  readonly name: string | null;
  /** SHA-256 of the document. */
  readonly document: string;
}

/** What was read of members in one request, until it is written down: all of it in one statement. */
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
    const members = read.map(([id]) => id);
    const fields = read.map(([, names]) => [...names].sort().join(' '));
    try {
      await statements.rows('member-readings', WRITE, [
        subject,
        role,
        unit,
        name?.slice(0, MAX_NAME) ?? null,
        document,
        members,
        fields,
      ]);
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

const WRITE = `
  insert into member_reading (subject, role, unit, operation, document, member_id, fields)
  select $1, $2, $3, $4, $5, reading.member, string_to_array(reading.fields, ' ')
  from unnest($6::int[], $7::text[]) as reading(member, fields)`;
