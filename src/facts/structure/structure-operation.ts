/** What can be done to the structure. */
export const STRUCTURE_OPERATION_KINDS = ['OPEN', 'CLOSE', 'MOVE', 'RENAME', 'MERGE', 'SPLIT', 'CONVERT'] as const;
export type StructureOperationKind = (typeof STRUCTURE_OPERATION_KINDS)[number];
