import type { ClientBase } from 'pg';

/** A place at which the record of readings is not as it was written. */
export interface Flaw {
  /** Number of the row, or of the first row that is missing. */
  readonly number: number;
  readonly what: 'CHANGED' | 'MISSING' | 'MISSING_AT_THE_END' | 'HEAD_CHANGED';
}

/** What was found: how many rows there are, the hash of the last one, and what is wrong. */
export interface Verification {
  readonly rows: number;
  readonly head: string;
  readonly flaws: readonly Flaw[];
}

const MAX_FLAWS = 100;

/**
 * A row is missing before another one whose number does not follow on; a row is changed if its hash is not that of
 * what it says, or if what it says of the one before is not that one's hash.
 */
const FLAWS = `
  with chained as (
    select r, r.number, r.hash, r.previous,
      lag(r.number, 1, 0::bigint) over (order by r.number) as before, lag(r.hash, 1, '') over (order by r.number) as hash_before
    from member_reading r
  ), found as (
    select before + 1 as number, 'MISSING' as what from chained where number <> before + 1
    union all
    select number, 'CHANGED' from chained
    where hash is distinct from member_reading_hash(r) or (number = before + 1 and previous is distinct from hash_before)
  )
  select number::float8 as number, what from found order by number, what limit ${MAX_FLAWS}`;

const ENDS = `
  select (select count(*) from member_reading)::float8 as "rows", head.number::float8 as "number", head.hash,
    coalesce(latest.number, 0)::float8 as "lastNumber", coalesce(latest.hash, '') as "lastHash"
  from member_reading_head head
  left join (select number, hash from member_reading order by number desc limit 1) latest on true`;

interface Ends {
  readonly rows: number;
  readonly number: number;
  readonly hash: string;
  readonly lastNumber: number;
  readonly lastHash: string;
}

/**
 * Goes through the whole record of readings, as the owner of the tables.
 * @param client in no transaction
 */
export async function verifyReadings(client: ClientBase): Promise<Verification> {
  await client.query('begin transaction isolation level repeatable read read only');
  const { rows: flaws } = await client.query<Flaw>(FLAWS);
  const { rows: ends } = await client.query<Ends>(ENDS);
  await client.query('commit');
  const [end] = ends;
  if (!end) return { rows: 0, head: '', flaws: [...flaws, { number: 0, what: 'HEAD_CHANGED' }] };
  return { rows: end.rows, head: end.hash, flaws: [...flaws, ...flawsAtTheEnd(end)] };
}

function flawsAtTheEnd({ number, hash, lastNumber, lastHash }: Ends): Flaw[] {
  if (lastNumber < number) return [{ number: lastNumber + 1, what: 'MISSING_AT_THE_END' }];
  return lastNumber === number && lastHash === hash ? [] : [{ number, what: 'HEAD_CHANGED' }];
}
