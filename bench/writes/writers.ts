import type { Stay } from './scratch.ts';
import { DAY, type Scratch } from './scratch.ts';

export const WRITERS = 8;

const ONE = `insert into member_event (member_id, cell_id, kind, on_date, detail) values ($1, $2, 'DISCIPLINE', '${DAY}', 'REPRIMAND')`;
const MANY = `insert into member_event (member_id, cell_id, kind, on_date, detail)
  select member_id, cell_id, 'DISCIPLINE', '${DAY}', 'REPRIMAND' from unnest($1::int[], $2::int[]) stay(member_id, cell_id)`;

/** Eight writers at once, each row a transaction. @returns rows written in a second */
export async function writeSingleRows({ pool }: Scratch, stays: readonly Stay[], seconds: number): Promise<number> {
  const until = performance.now() + seconds * 1000;
  const began = performance.now();
  let next = 0;
  let written = 0;
  const write = async (): Promise<void> => {
    while (performance.now() < until) {
      const { memberId, cellId } = stays[next++ % stays.length] ?? { memberId: 0, cellId: 0 };
      await pool.query({ name: 'one', text: ONE, values: [memberId, cellId] });
      written += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, write));
  return (written / (performance.now() - began)) * 1000;
}

/** All in one statement. @returns milliseconds */
export async function writeBurst({ pool }: Scratch, stays: readonly Stay[]): Promise<number> {
  const began = performance.now();
  await pool.query({
    name: 'many',
    text: MANY,
    values: [stays.map(({ memberId }) => memberId), stays.map(({ cellId }) => cellId)],
  });
  return performance.now() - began;
}
