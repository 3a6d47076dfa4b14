import fc from 'fast-check';
import pg from 'pg';
import { to } from 'pg-copy-streams';
import { BinaryRows } from '../../src/database/binary-rows.ts';
import type { TestDatabase } from '../support/database.ts';
import { createTestDatabase } from '../support/database.ts';

/** Rows of PostgreSQL's own binary format, however they are cut. */
let database: TestDatabase;
let bytes: Buffer;

const ROWS = [
  [1, 'Chi bộ Trường Tiểu học', null],
  [-2_147_483_648, '', '|'],
  [null, null, 'a'.repeat(300)],
];

beforeAll(async () => {
  database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const select = `select * from (values (1, 'Chi bộ Trường Tiểu học', null), ('-2147483648'::int, '', '|'), (null, null, repeat('a', 300))) v`;
  const chunks: Buffer[] = [];
  for await (const chunk of client.query(to(`copy (${select}) to stdout (format binary)`)))
    chunks.push(chunk as Buffer);
  bytes = Buffer.concat(chunks);
  await client.end();
});
afterAll(() => database.drop());

function read(cuts: readonly number[]): unknown[] {
  const read: unknown[] = [];
  const rows = new BinaryRows((row) => read.push([row.int(0), row.text(1), row.text(2)]));
  const places = [0, ...cuts.map((cut) => cut % bytes.length).sort((a, b) => a - b), bytes.length];
  places.slice(1).forEach((end, at) => rows.feed(bytes.subarray(places[at], end)));
  return read;
}

test('rows come out as they went in, in whatever pieces they arrive', () => {
  expect(read([])).toEqual(ROWS);
  fc.assert(fc.property(fc.array(fc.nat(10_000), { maxLength: 12 }), (cuts) => expect(read(cuts)).toEqual(ROWS)));
});
