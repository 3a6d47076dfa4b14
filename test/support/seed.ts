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

  /** Parents first, or there already. */
  async units(units: readonly NewUnit[]): Promise<void> {
    for (const { code, kind, parent, name = code, from = null, to = null } of units) {
      await this.sql(
        `insert into organization (code, name, search_name, opened_on, closed_on) values ($1, $2, $3, $4, $5)`,
        [code, name, searchForm(name), from, to],
      );
      await this.sql(
        `insert into placement (organization_id, parent_id, kind, valid)
         select o.id, p.id, $3, daterange($4, $5) from organization o, organization p where o.code = $1 and p.code = $2`,
        [code, parent, kind, from, to],
      );
    }
  }

  async source(id: string): Promise<void> {
    await this.sql(`insert into source_document (id, title, kind) values ($1, $1, 'FORM')`, [id]);
  }

  async facts(facts: readonly NewFact[]): Promise<void> {
    for (const fact of facts) {
      const {
        period,
        role = 'ACTUAL',
        source = 'article-que-son-2023',
        knownAt = '2023-12-01T00:00:00Z',
      } = fact;
      const [first, last = first] = period.split('/');
      await this.sql(
        `insert into observation (organization_id, indicator_code, role, period_key, period, dimensions, value, source_id, known_at)
         select id, $2, $3, $4, daterange($5, $6, '[]'), '{}', $7, $8, $9 from organization where code = $1`,
        [fact.organization, fact.indicator, role, period, first, last, fact.value, source, knownAt],
      );
    }
  }
}
