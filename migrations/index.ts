import type { MigrationObject } from '@mikro-orm/core';
import { Migration20261122000000FirstTables } from './Migration20261122000000FirstTables.ts';
import { Migration20261122000100Journal } from './Migration20261122000100Journal.ts';
import { Migration20261122000200Register } from './Migration20261122000200Register.ts';
import { Migration20261122000300RegisterJournal } from './Migration20261122000300RegisterJournal.ts';
import { Migration20261122000400ValidationRules } from './Migration20261122000400ValidationRules.ts';
import { Migration20261122000500Structure } from './Migration20261122000500Structure.ts';
import { Migration20261122000600Access } from './Migration20261122000600Access.ts';
import { Migration20261122000700SourceJournal } from './Migration20261122000700SourceJournal.ts';
import { Migration20261122000800QuickWalk } from './Migration20261122000800QuickWalk.ts';
import { Migration20261123000000ReadingsByRequest } from './Migration20261123000000ReadingsByRequest.ts';
import { Migration20261123000100Reports } from './Migration20261123000100Reports.ts';
import { Migration20261123000200Import } from './Migration20261123000200Import.ts';
import { Migration20261123000300PersonalData } from './Migration20261123000300PersonalData.ts';
import { Migration20261123000400JournalHorizon } from './Migration20261123000400JournalHorizon.ts';
import { Migration20261123000500FilesOfUnits } from './Migration20261123000500FilesOfUnits.ts';

/** Every migration, in the order in which they run. */
export const MIGRATIONS: MigrationObject[] = [
  { name: 'Migration20261122000000FirstTables', class: Migration20261122000000FirstTables },
  { name: 'Migration20261122000100Journal', class: Migration20261122000100Journal },
  { name: 'Migration20261122000200Register', class: Migration20261122000200Register },
  { name: 'Migration20261122000300RegisterJournal', class: Migration20261122000300RegisterJournal },
  { name: 'Migration20261122000400ValidationRules', class: Migration20261122000400ValidationRules },
  { name: 'Migration20261122000500Structure', class: Migration20261122000500Structure },
  { name: 'Migration20261122000600Access', class: Migration20261122000600Access },
  { name: 'Migration20261122000700SourceJournal', class: Migration20261122000700SourceJournal },
  { name: 'Migration20261122000800QuickWalk', class: Migration20261122000800QuickWalk },
  { name: 'Migration20261123000000ReadingsByRequest', class: Migration20261123000000ReadingsByRequest },
  { name: 'Migration20261123000100Reports', class: Migration20261123000100Reports },
  { name: 'Migration20261123000200Import', class: Migration20261123000200Import },
  { name: 'Migration20261123000300PersonalData', class: Migration20261123000300PersonalData },
  { name: 'Migration20261123000400JournalHorizon', class: Migration20261123000400JournalHorizon },
  { name: 'Migration20261123000500FilesOfUnits', class: Migration20261123000500FilesOfUnits },
];
