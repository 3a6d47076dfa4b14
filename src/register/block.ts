/** Cells that share a block. */
export const BLOCK_CELLS = 64;

/** One stay of a member in a cell. Days are packed (encoding.ts), births are age keys. */
export interface StayRow {
  readonly from: number;
  readonly to: number;
  /** Day of becoming official; 65535 while probationary. */
  readonly official: number;
  readonly born: number;
  readonly profile: number;
}

/** One event of a member in a cell. */
export interface EventRow {
  readonly kind: number;
  readonly detail: number;
  readonly day: number;
  readonly born: number;
  readonly profile: number;
}

/** The rows of one cell, as they were read. */
export interface CellRows {
  readonly stays: readonly StayRow[];
  readonly events: readonly EventRow[];
}

export const NO_ROWS: CellRows = { stays: [], events: [] };

/** The rows of 64 neighbouring cells, packed. Never changed: a change packs a new one. */
export interface Block {
  /** Where the stays of each of the cells begin; one entry more than cells. */
  readonly starts: Uint16Array | Uint32Array;
  readonly from: Uint16Array;
  readonly to: Uint16Array;
  readonly official: Uint16Array;
  readonly born: Uint16Array;
  readonly profile: Uint16Array;
  /** The same days of the whole block, sorted: a day's count is two look-ups. */
  readonly sortedFrom: Uint16Array;
  readonly sortedTo: Uint16Array;
  /** Of the time as an official member: from the later of entering and becoming official. */
  readonly sortedOfficialFrom: Uint16Array;
  readonly sortedOfficialTo: Uint16Array;
  /** kind << 24 | detail << 16 | day, sorted. */
  readonly eventKeys: Uint32Array;
  /** The cell within the block, the birth and the profile of each event, in the order of the keys. */
  readonly eventCell: Uint8Array;
  readonly eventBorn: Uint16Array;
  readonly eventProfile: Uint16Array;
  /** The packed day of the first event; 65535 where there is none. */
  readonly firstEvent: number;
}

export function eventKey(kind: number, detail: number, day: number): number {
  return kind * 0x1000000 + detail * 0x10000 + day;
}

/** Packs the rows of up to 64 cells, in the order of their positions. */
export function packBlock(cells: readonly CellRows[]): Block {
  const stays = cells.flatMap((cell) => cell.stays);
  const starts = new Uint32Array(BLOCK_CELLS + 1);
  for (let cell = 0; cell < BLOCK_CELLS; cell += 1) {
    starts[cell + 1] = (starts[cell] ?? 0) + (cells[cell]?.stays.length ?? 0);
  }
  const official = stays.filter((stay) => stay.official < stay.to);
  return {
    starts,
    from: Uint16Array.from(stays, (stay) => stay.from),
    to: Uint16Array.from(stays, (stay) => stay.to),
    official: Uint16Array.from(stays, (stay) => stay.official),
    born: Uint16Array.from(stays, (stay) => stay.born),
    profile: Uint16Array.from(stays, (stay) => stay.profile),
    sortedFrom: Uint16Array.from(stays, (stay) => stay.from).sort(),
    sortedTo: Uint16Array.from(stays, (stay) => stay.to).sort(),
    sortedOfficialFrom: Uint16Array.from(official, (stay) => Math.max(stay.from, stay.official)).sort(),
    sortedOfficialTo: Uint16Array.from(official, (stay) => stay.to).sort(),
    ...packEvents(cells),
  };
}

type PackedEvents = Pick<Block, 'eventKeys' | 'eventCell' | 'eventBorn' | 'eventProfile' | 'firstEvent'>;

function packEvents(cells: readonly CellRows[]): PackedEvents {
  const events = cells.flatMap((rows, cell) =>
    rows.events.map((event) => ({ ...event, cell, key: eventKey(event.kind, event.detail, event.day) })),
  );
  events.sort((a, b) => a.key - b.key);
  return {
    eventKeys: Uint32Array.from(events, (event) => event.key),
    eventCell: Uint8Array.from(events, (event) => event.cell),
    eventBorn: Uint16Array.from(events, (event) => event.born),
    eventProfile: Uint16Array.from(events, (event) => event.profile),
    firstEvent: events.reduce((first, { day }) => Math.min(first, day), 0xffff),
  };
}

/** The rows of a block's cells again, to pack them with one cell changed. */
export function unpackBlock(block: Block): CellRows[] {
  const cells = Array.from({ length: BLOCK_CELLS }, (_, cell) => ({
    stays: staysOf(block, cell),
    events: [] as EventRow[],
  }));
  block.eventKeys.forEach((key, at) => {
    cells[block.eventCell[at] ?? 0]?.events.push({
      kind: Math.floor(key / 0x1000000),
      detail: Math.floor(key / 0x10000) & 0xff,
      day: key & 0xffff,
      born: block.eventBorn[at] ?? 0,
      profile: block.eventProfile[at] ?? 0,
    });
  });
  return cells;
}

function staysOf(block: Block, cell: number): StayRow[] {
  const [first, end] = [block.starts[cell] ?? 0, block.starts[cell + 1] ?? 0];
  return Array.from({ length: end - first }, (_, offset) => ({
    from: block.from[first + offset] ?? 0,
    to: block.to[first + offset] ?? 0,
    official: block.official[first + offset] ?? 0,
    born: block.born[first + offset] ?? 0,
    profile: block.profile[first + offset] ?? 0,
  }));
}

export const EMPTY_BLOCK: Block = packBlock([]);
