/** A place in PostgreSQL's log (WAL): what was written before it is there, on whichever server has got so far. */
export type Lsn = bigint;

/** Before everything. */
export const NO_LSN: Lsn = 0n;

/** Reads PostgreSQL's own text, as 16/B374D848; undefined where it is none. */
export function parseLsn(text: string): Lsn | undefined {
  const match = /^([0-9A-Fa-f]{1,8})\/([0-9A-Fa-f]{1,8})$/.exec(text);
  if (!match) return undefined;
  return (BigInt(`0x${match[1]}`) << 32n) | BigInt(`0x${match[2]}`);
}

export function formatLsn(lsn: Lsn): string {
  return `${(lsn >> 32n).toString(16).toUpperCase()}/${(lsn & 0xffff_ffffn).toString(16).toUpperCase()}`;
}

export function laterOf(a: Lsn, b: Lsn): Lsn {
  return a > b ? a : b;
}
