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
import type { Snapshot } from './snapshot/snapshot.ts';
import type { SourceRow } from './sources.ts';
import { readSources } from './sources.ts';
import type { StructureOperationRow } from './structure-operations.ts';
import { readStructureOperations } from './structure-operations.ts';

/** The loaders of one request: nothing is read twice in it, and nothing outlives it. */
export interface Loaders {
  readonly figuresByQuestion: DataLoader<FiguresQuestion, Figures, string>;
  readonly observationsByOrganization: DataLoader<ObservationsKey, ObservationPage, string>;
  readonly sourceById: DataLoader<string, SourceRow | undefined>;
  readonly memberById: DataLoader<number, MemberRow | undefined>;
  readonly memberIdsByCell: DataLoader<CellDay, readonly number[], string>;
  readonly structureOperationsByOrganization: DataLoader<number, readonly StructureOperationRow[]>;
  readonly cellByMember: DataLoader<MemberDay, number | undefined, string>;
}

/** Makes the loaders of one request. */
export function makeLoaders(snapshot: Snapshot, statements: Statements, members: MemberAccess): Loaders {
  return {
    figuresByQuestion: new DataLoader((questions) => readFigures(snapshot, questions), { cacheKeyFn: figuresKey }),
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
