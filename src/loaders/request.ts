import type { Sight } from '../protection/sight.ts';
import DataLoader from 'dataloader';
import type { MemberAccess } from '../access/member-access.ts';
import type { Statements } from '../database/statements.ts';
import type { Figures } from '../rollup/best.ts';
import type { FiguresQuestion } from './figures.ts';
import { figuresKey, readFigures } from './figures.ts';
import type { CellDay, MemberDay, MemberRow } from './members.ts';
import { readCellsOfMembers, readIdsInCells, readMembers } from './members.ts';
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
  readonly structureOperationsByOrganization: DataLoader<number, readonly StructureOperationRow[]>;
  readonly cellByMember: DataLoader<MemberDay, number | undefined, string>;
}

type ReportLoaders = Pick<
  Loaders,
  'reportById' | 'reportPages' | 'figuresByReport' | 'eventsByReport' | 'awaitingByQuestion' | 'handedIn'
>;

function reportLoaders(statements: Statements, members: MemberAccess): ReportLoaders {
  return {
    reportById: new DataLoader((ids) => readReports(statements, members, ids)),
    reportPages: new DataLoader((keys) => readReportPages(statements, members, keys), { cacheKeyFn: reportsKeyOf }),
    figuresByReport: new DataLoader((keys) => readReportFigures(statements, members, keys), {
      cacheKeyFn: ({ reportId, version }) => `${reportId}|${version}`,
    }),
    eventsByReport: new DataLoader((ids) => readReportEvents(statements, members, ids)),
    awaitingByQuestion: new DataLoader((wanted) => readAwaiting(statements, wanted), { cacheKeyFn: factsKey }),
    handedIn: new DataLoader((keys) => readHandedIn(statements, members, keys), { cacheKeyFn: handedInKey }),
  };
}

/** Makes the loaders of one request. */
export function makeLoaders(snapshot: Snapshot, statements: Statements, members: MemberAccess, sight: Sight): Loaders {
  const pendingFacts = new DataLoader(
    (wanted: readonly PendingFactsWanted[]) => readPendingFacts(statements, members, wanted),
    { cacheKeyFn: (wanted) => `${factsKey(wanted)}|${wanted.states.join()}` },
  );
  return {
    figuresByQuestion: new DataLoader((questions) => readFigures(snapshot, questions, pendingFacts, sight), {
      cacheKeyFn: figuresKey,
    }),
    pendingFacts,
    ...reportLoaders(statements, members),
    observationsByOrganization: new DataLoader((keys) => readObservationPages(statements, keys), {
      cacheKeyFn: observationsKeyOf,
    }),
    sourceById: new DataLoader((ids) => readSources(statements, ids)),
    memberById: new DataLoader((ids) => readMembers(statements, members, ids)),
    memberIdsByCell: new DataLoader((keys) => readIdsInCells(statements, members, keys), {
      cacheKeyFn: ({ cellId, on }) => `${cellId}|${on}`,
    }),
    structureOperationsByOrganization: new DataLoader((ids) => readStructureOperations(statements, ids)),
    cellByMember: new DataLoader((keys) => readCellsOfMembers(statements, members, keys), {
      cacheKeyFn: ({ memberId, on }) => `${memberId}|${on}`,
    }),
  };
}
