import pg from 'pg';
import type { OrganizationKind } from '../../src/tree/kind.ts';
import { searchForm } from '../../src/tree/search-form.ts';

/** A unit to be: it hangs in one place for as long as it is open. */
export interface NewUnit {
  readonly code: string;
  readonly kind: OrganizationKind;
  readonly parent: string;
  readonly name?: string;
  /** First day; since ever where absent. */
  readonly from?: string;
  /** First day on which it is no more. */
  readonly to?: string;
}

/** A fact to be: of a unit, an indicator and a span of days. */
export interface NewFact {
  readonly organization: string;
  readonly indicator: string;
  readonly value: number;
  /** The Period text of whole days: 2023-09-30, or 2023-01-01/2023-09-30. */
  readonly period: string;
  readonly role?: 'ACTUAL' | 'TARGET';
  readonly source?: string;
  readonly knownAt?: string;
}

/** Writes units and facts into a test's own database, over a connection of its own, as another program would. */
export class Seed {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<Seed> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    return new Seed(client);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async sql(text: string, values: unknown[] = []): Promise<void> {
    await this.client.query(text, values);
  }

  async rows<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.client.query<Row>(text, values)).rows;
  }

  /** In one statement; the units above come first in the list, or are there already. */
  async units(units: readonly NewUnit[]): Promise<void> {
    await this.sql(UNITS, [
      units.map(({ code }) => code),
      units.map(({ code, name = code }) => name),
      units.map(({ code, name = code }) => searchForm(name)),
      units.map(({ from = null }) => from),
      units.map(({ to = null }) => to),
    ]);
    await this.sql(PLACEMENTS, [
      units.map(({ code }) => code),
      units.map(({ parent }) => parent),
      units.map(({ kind }) => kind),
      units.map(({ from = null }) => from),
      units.map(({ to = null }) => to),
    ]);
  }

  async sources(ids: readonly string[]): Promise<void> {
    await this.sql(
      `insert into source_document (id, title, kind) select id, id, 'FORM' from unnest($1::text[]) as id`,
      [ids],
    );
  }

  async facts(facts: readonly NewFact[]): Promise<void> {
    await this.sql(FACTS, [
      facts.map(({ organization }) => organization),
      facts.map(({ indicator }) => indicator),
      facts.map(({ role = 'ACTUAL' }) => role),
      facts.map(({ period }) => period),
      facts.map(({ period }) => daysOf(period)),
      facts.map(({ value }) => value),
      facts.map(({ source = 'article-que-son-2023' }) => source),
      facts.map(({ knownAt = '2023-12-01T00:00:00Z' }) => knownAt),
    ]);
  }
}

/** A PostgreSQL daterange of both days and those between. */
function daysOf(period: string): string {
  const [first = '', last = first] = period.split('/');
  return `[${first},${last}]`;
}

const UNITS = `
  insert into organization (code, name, search_name, opened_on, closed_on)
  select * from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[])`;

const PLACEMENTS = `
  insert into placement (organization_id, parent_id, kind, valid)
  select o.id, p.id, unit.kind::organization_kind, daterange(unit.opened, unit.closed)
  from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::date[]) as unit(code, parent, kind, opened, closed)
  join organization o on o.code = unit.code join organization p on p.code = unit.parent`;

const FACTS = `
  insert into observation (organization_id, indicator_code, role, period_key, period, dimensions, value, source_id, known_at)
  select o.id, fact.indicator, fact.role::observation_role, fact.period, fact.days, '{}', fact.value, fact.source, fact.known_at
  from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::daterange[], $6::float8[], $7::text[], $8::timestamptz[])
    as fact(organization, indicator, role, period, days, value, source, known_at)
  join organization o on o.code = fact.organization`;
