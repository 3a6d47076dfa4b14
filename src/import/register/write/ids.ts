import type { ClientBase } from 'pg';
import { RegisterError } from '../register-error.ts';

/** Ids of organisations by code: those in the database, and those that are about to be written. */
export class Ids {
  private constructor(
    private readonly byCode: Map<string, number>,
    private next: number,
  ) {}

  /** Reads the ids of all organisations. */
  static async read(client: ClientBase): Promise<Ids> {
    const { rows } = await client.query<{ id: number; code: string }>('select id, code from organization');
    const highest = rows.reduce((most, { id }) => Math.max(most, id), 0);
    return new Ids(new Map(rows.map(({ id, code }) => [code, id])), highest + 1);
  }

  /** Gives the next id to a code that has none. */
  give(code: string): void {
    if (this.byCode.has(code))
      throw new RegisterError(`the register makes up ${code}, and there is such a unit already`);
    this.byCode.set(code, this.next);
    this.next += 1;
  }

  of(code: string): number {
    const id = this.byCode.get(code);
    if (id === undefined) throw new RegisterError(`the register needs the unit ${code}, and it is not there`);
    return id;
  }

  /** Forgets codes that nobody will ask for any more, so that memory stays flat. */
  forget(codes: Iterable<string>): void {
    for (const code of codes) this.byCode.delete(code);
  }
}
