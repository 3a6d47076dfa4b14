import type { StructureOperationKind } from '../../facts/structure/structure-operation.ts';
import type { Day } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';

/** Where the members of cells that end go. A member who is named goes where it says, the others by rule. */
export interface Distribution {
  readonly named?: readonly { readonly cell: string; readonly members: readonly number[] }[];
  /** One cell for everybody else. */
  readonly rest?: string;
  /** Or several cells, which take everybody else in turn, in the order of the members' ids. */
  readonly evenly?: readonly string[];
}

/** A unit to be made. Where kind or parent is absent, it is that of what the unit takes the place of, on each day. */
export interface NewUnit {
  readonly code: string;
  readonly name?: string;
  readonly kind?: OrganizationKind;
  readonly parent?: string;
}

/** From when on, and by which decision. */
export interface Decided {
  /** The first day on which it is so. */
  readonly on: Day;
  /** Number of the decision (số quyết định). */
  readonly decision: string;
}

export interface LaterPlace {
  readonly on: Day;
  readonly parent: string;
  /** As before where absent. */
  readonly kind?: OrganizationKind;
}

export interface OpenOperation extends Decided {
  readonly op: 'OPEN';
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent: string;
  /** Of a unit that is entered late: where it hangs later, in the order of time. */
  readonly then?: readonly LaterPlace[];
}

export interface CloseOperation extends Decided {
  readonly op: 'CLOSE';
  readonly code: string;
  /** For a cell that has members. */
  readonly members?: Distribution;
}

export interface MoveOperation extends Decided {
  readonly op: 'MOVE';
  readonly code: string;
  readonly parent: string;
  /** As what it hangs there: a cell (CELL) directly under a commune committee is a grassroots cell. */
  readonly kind?: OrganizationKind;
}

export interface RenameOperation extends Decided {
  readonly op: 'RENAME';
  readonly code: string;
  readonly name: string;
}

export interface MergeOperation extends Decided {
  readonly op: 'MERGE';
  /** The units that end; the one that goes on may be among them. */
  readonly codes: readonly string[];
  /** A new unit, or by its code alone one that is open. */
  readonly into: NewUnit;
}

/** One part of a unit that is split: a new unit, or the unit itself, which then goes on. */
export interface SplitPart extends NewUnit {
  /** Which of the units below go here. */
  readonly children?: readonly string[];
}

export interface SplitOperation extends Decided {
  readonly op: 'SPLIT';
  readonly code: string;
  readonly into: readonly SplitPart[];
  /** Of a cell: where its members go. */
  readonly members?: Distribution;
  /** Of a committee: the part that gets the units below that no part names. */
  readonly rest?: string;
}

export interface ConvertOperation extends Decided {
  readonly op: 'CONVERT';
  readonly code: string;
  readonly into: NewUnit;
  /** Of a cell that becomes a committee: the cells of the new committee. */
  readonly cells?: readonly { readonly code: string; readonly name: string }[];
  /** Of a committee that becomes a cell, all members go into that, where absent. */
  readonly members?: Distribution;
}

/** A change of the structure from a day on, by a decision. */
export type StructureOperation =
  OpenOperation | CloseOperation | MoveOperation | RenameOperation | MergeOperation | SplitOperation | ConvertOperation;

/** The operation of a kind. */
export type OperationOf<Kind extends StructureOperationKind> = Extract<StructureOperation, { op: Kind }>;
