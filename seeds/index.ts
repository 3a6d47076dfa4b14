import type { MikroORM } from '@mikro-orm/postgresql';
import { ValidationRule } from '../src/facts/indicators/validation-rule.entity.ts';
import { SourceDocument } from '../src/facts/observations/source-document.entity.ts';
import { Organization } from '../src/facts/organizations/organization.entity.ts';
import { DueDate } from '../src/facts/reports/due-date.entity.ts';
import { readCountry } from '../src/import/country/read-country.ts';
import { summaryLine } from '../src/import/country/report/write-report.ts';
import { writeCountry } from '../src/import/country/write-country.ts';
import { DueDatesSeeder } from './DueDatesSeeder.ts';
import { PublishedFiguresSeeder } from './PublishedFiguresSeeder.ts';
import { ValidationRulesSeeder } from './ValidationRulesSeeder.ts';

/** Told what is being loaded, a line at a time. */
export type OnProgress = (text: string) => void;

/** A unit that the reform of 1 July 2025 made, and the seeds of the articles do not name: the country is there. */
const OF_THE_COUNTRY = '2025-X20650';

/** Loads what the platform starts with, once: an empty database gets all of it, another one nothing. */
export async function loadSeeds(orm: MikroORM, { onProgress }: { onProgress: OnProgress }): Promise<void> {
  const em = orm.em.fork();
  if ((await em.count(SourceDocument)) === 0) {
    onProgress('loading the figures of the five articles');
    await em.transactional((inside) => new PublishedFiguresSeeder().run(inside));
  }
  if ((await em.count(ValidationRule)) === 0) {
    await em.transactional((inside) => new ValidationRulesSeeder().run(inside));
  }
  if ((await em.count(DueDate)) === 0) {
    await em.transactional((inside) => new DueDatesSeeder().run(inside));
  }
  if ((await em.count(Organization, { code: OF_THE_COUNTRY })) === 0) {
    onProgress('loading the country before and after 1 July 2025');
    const country = await readCountry();
    await writeCountry(orm, country);
    onProgress(summaryLine(country.report));
  }
}
