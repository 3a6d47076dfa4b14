import type { Column } from '../column.ts';
import type { Work } from '../work.ts';

/** What a file can be about. */
export const SUBJECTS = ['observations', 'members', 'member-events', 'sources', 'organizations', 'indicators'] as const;
export type SubjectName = (typeof SUBJECTS)[number];

/** One kind of file: its columns, and how its rows become facts. */
export interface Subject {
  readonly name: SubjectName;
  /** In Vietnamese, for templates. */
  readonly title: string;
  readonly columns: readonly Column[];
  /**
   * Fills `import_planned` with what would become of each staged row, and `import_finding` with what is wrong with
   * rows. Nothing that others see is written.
   */
  plan(work: Work): Promise<void>;
  /** Writes what is planned, but for rows with findings. Where it is done already while planning, nothing. */
  apply(work: Work): Promise<void>;
}
