import { readFile } from 'node:fs/promises';
import type { EntityManager } from '@mikro-orm/core';
import { Seeder } from '@mikro-orm/seeder';
import { DueDate, IndicatorSet } from '../src/facts/reports/due-date.entity.ts';
import type { PeriodKind } from '../src/periods/period-kind.ts';

/** A rule as seeds/data holds it. */
interface SeedRule {
  readonly set: string | null;
  readonly periodKind: PeriodKind | null;
  readonly days: number;
  readonly reason: string | null;
}

/** How many days after a period its reports are due, before anybody says otherwise. */
export class DueDatesSeeder extends Seeder {
  override async run(em: EntityManager): Promise<void> {
    const text = await readFile(new URL('data/due-dates.json', import.meta.url), 'utf8');
    for (const { set, ...rule } of JSON.parse(text) as SeedRule[])
      em.create(DueDate, { ...rule, set: set === null ? null : em.getReference(IndicatorSet, set) });
    await em.flush();
  }
}
