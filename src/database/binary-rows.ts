/** One row of a binary COPY, as long as it is looked at: the next one takes its place. */
export class BinaryRow {
  buffer: Buffer = Buffer.alloc(0);
  private readonly starts: number[] = [];
  private readonly lengths: number[] = [];

  /** A whole number of four bytes; null where there is none. */
  int(field: number): number | null {
    return (this.lengths[field] ?? -1) < 0 ? null : this.buffer.readInt32BE(this.starts[field]);
  }

  /** A text; null where there is none. */
  text(field: number): string | null {
    const [start, length] = [this.starts[field] ?? 0, this.lengths[field] ?? -1];
    return length < 0 ? null : this.buffer.toString('utf8', start, start + length);
  }

  /**
   * Finds the fields of the row that begins at a place.
   * @returns where the next row begins; -1 where the row is not all there yet
   */
  lay(at: number, fields: number): number {
    const { buffer, starts, lengths } = this;
    let place = at;
    for (let field = 0; field < fields; field += 1) {
      if (place + 4 > buffer.length) return -1;
      const length = buffer.readInt32BE(place);
      starts[field] = place + 4;
      lengths[field] = length;
      place += 4 + Math.max(length, 0);
    }
    return place > buffer.length ? -1 : place;
  }
}

/** Signature, flags and the length of an extension that there is none of. */
const HEADER_BYTES = 19;
const END = -1;

/**
 * Takes PostgreSQL's binary COPY format apart as it comes, without an object for each row.
 * https://www.postgresql.org/docs/current/sql-copy.html#id-1.9.3.55.9.4
 */
export class BinaryRows {
  private readonly row = new BinaryRow();
  private rest: Buffer = Buffer.alloc(0);
  private begun = false;

  constructor(private readonly onRow: (row: BinaryRow) => void) {}

  feed(chunk: Buffer): void {
    const buffer = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    this.rest = buffer.subarray(this.read(buffer));
  }

  /** @returns how much of it was used up */
  private read(buffer: Buffer): number {
    let at = 0;
    if (!this.begun) {
      if (buffer.length < HEADER_BYTES) return 0;
      this.begun = true;
      at = HEADER_BYTES;
    }
    this.row.buffer = buffer;
    while (at + 2 <= buffer.length) {
      const fields = buffer.readInt16BE(at);
      if (fields === END) return buffer.length;
      const next = this.row.lay(at + 2, fields);
      if (next < 0) break;
      this.onRow(this.row);
      at = next;
    }
    return at;
  }
}
