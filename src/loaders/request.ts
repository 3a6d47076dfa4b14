import type { Sight } from '../protection/sight.ts';
import DataLoader from 'dataloader';
import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import { currentWork } from '../database/work.ts';
import type { Figures } from '../rollup/best.ts';
import type { FiguresQuestion } from './figures.ts';
import { figuresKey, readFigures } from './figures.ts';
import type { MemberEventRow } from './member-events.ts';
import { readEventsOfMembers } from './member-events.ts';
import type { CellDay, MemberDay, MemberPage, MemberRow, PageKey } from './members.ts';
import { readCellsOfMembers, readIdsInCells, readMemberPages, readMembers } from './members.ts';
import type { ObservationPage, ObservationsKey } from './observations.ts';
import { observationsKeyOf, readObservationPages } from './observations.ts';
import type { ReportEventRow, ReportFigureRow, VersionKey } from './report-parts.ts';
import { readAwaiting, readReportEvents, readReportFigures } from './report-parts.ts';
import type { HandedInKey, ReportPage, ReportRow, ReportsKey } from './reports.ts';
import { handedInKey, readHandedIn, readReportPages, readReports, reportsKeyOf } from './reports.ts';
import type { FactRow, FactsWanted } from './snapshot/facts.ts';
import { factsKey } from './snapshot/facts.ts';
import type { Snapshot } from './snapshot/snapshot.ts';
import type { PendingFactsWanted } from './pending-facts.ts';
import { readPendingFacts } from './pending-facts.ts';
import type { SourceRow } from './sources.ts';
import { readSources } from './sources.ts';
import type { StructureOperationRow } from './structure-operations.ts';
import { readStructureOperations } from './structure-operations.ts';

/** The loaders of one request: nothing is read twice in it, and nothing outlives it. */
export interface Loaders {
  readonly figuresByQuestion: DataLoader<FiguresQuestion, Figures, string>;
  readonly observationsByOrganization: DataLoader<ObservationsKey, ObservationPage, string>;
  readonly pendingFacts: DataLoader<PendingFactsWanted, readonly FactRow[], string>;
  readonly reportById: DataLoader<number, ReportRow | undefined>;
  readonly reportPages: DataLoader<ReportsKey, ReportPage, string>;
  readonly figuresByReport: DataLoader<VersionKey, readonly ReportFigureRow[], string>;
  readonly eventsByReport: DataLoader<number, readonly ReportEventRow[]>;
  readonly awaitingByQuestion: DataLoader<FactsWanted, ReadonlySet<number>, string>;
  /** Which of some units have handed in their report. */
  readonly handedIn: DataLoader<HandedInKey, ReadonlySet<number>, string>;
  readonly sourceById: DataLoader<string, SourceRow | undefined>;
  readonly memberById: DataLoader<number, MemberRow | undefined>;
  readonly memberIdsByCell: DataLoader<CellDay, readonly number[], string>;
  readonly memberPages: DataLoader<PageKey, MemberPage, string>;
  readonly structureOperationsByOrganization: DataLoader<number, readonly StructureOperationRow[]>;
  readonly cellByMember: DataLoader<MemberDay, number | undefined, string>;
  readonly eventsByMember: DataLoader<number, readonly MemberEventRow[]>;
}

type ReportLoaders = Pick<
  Loaders,
  'reportById' | 'reportPages' | 'figuresByReport' | 'eventsByReport' | 'awaitingByQuestion' | 'handedIn'
>;

function reportLoaders(statements: Statements, members: MemberAccess): ReportLoaders {
  return {
    reportById: loader('reports', (ids) => readReports(statements, members, ids)),
    reportPages: loader('report-pages', (keys) => readReportPages(statements, members, keys), reportsKeyOf),
    figuresByReport: loader(
      'report-figures',
      (keys) => readReportFigures(statements, members, keys),
      ({ reportId, version }) => `${reportId}|${version}`,
    ),
    eventsByReport: loader('report-events', (ids) => readReportEvents(statements, members, ids)),
    awaitingByQuestion: loader('awaiting', (wanted) => readAwaiting(statements, wanted), factsKey),
    handedIn: loader('handed-in', (keys) => readHandedIn(statements, members, keys), handedInKey),
  };
}

/** Makes the loaders of one request. */
export function makeLoaders(snapshot: Snapshot, statements: Statements, members: MemberAccess, sight: Sight): Loaders {
  const pendingFacts = loader(
    'pending-facts',
    (wanted: readonly PendingFactsWanted[]) => readPendingFacts(statements, members, wanted),
    (wanted) => `${factsKey(wanted)}|${wanted.states.join()}`,
  );
  return {
    figuresByQuestion: loader(
      'figures',
      (questions) => readFigures(snapshot, questions, pendingFacts, sight),
      figuresKey,
    ),
    pendingFacts,
    ...reportLoaders(statements, members),
    observationsByOrganization: loader(
      'observations',
      (keys) => readObservationPages(statements, keys),
      observationsKeyOf,
    ),
    sourceById: loader('sources', (ids) => readSources(statements, ids)),
    memberById: loader('members', (ids) => readMembers(statements, members, ids)),
    memberIdsByCell: loader(
      'members-in-cells',
      (keys) => readIdsInCells(statements, members, keys),
      ({ cellId, on }) => `${cellId}|${on}`,
    ),
    memberPages: loader(
      'member-pages',
      (keys) => readMemberPages(statements, members, keys),
      ({ cellId, on, after, size }) => `${cellId}|${on}|${after}|${size}`,
    ),
    structureOperationsByOrganization: loader('structure-operations', (ids) =>
      readStructureOperations(statements, ids),
    ),
    cellByMember: loader(
      'cells-of-members',
      (keys) => readCellsOfMembers(statements, members, keys),
      ({ memberId, on }) => `${memberId}|${on}`,
    ),
    eventsByMember: loader('events-of-members', (ids) => readEventsOfMembers(statements, members, ids)),
  };
}

/** A loader that tells how much it reads at once. */
function loader<Key, Value, Name = Key>(
  name: string,
  read: (keys: readonly Key[]) => Promise<Value[]>,
  cacheKeyFn?: (key: Key) => Name,
): DataLoader<Key, Value, Name> {
  return new DataLoader((keys) => {
    currentWork()?.onBatch(name, keys.length);
    return read(keys);
  }, cacheKeyFn && { cacheKeyFn });
}
