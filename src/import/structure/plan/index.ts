import type { StructureOperation } from '../operation.ts';
import type { Plan, Scene } from '../scene.ts';
import { planConvert } from './convert.ts';
import { planMerge } from './merge.ts';
import { planMove, planRename } from './move-and-rename.ts';
import { planClose, planOpen } from './open-and-close.ts';
import { planSplit } from './split.ts';

/** What an operation does to a scene. @throws CodedError with the reason of its refusal */
export function planOperation(scene: Scene, operation: StructureOperation): Plan {
  switch (operation.op) {
    case 'OPEN':
      return planOpen(scene, operation);
    case 'CLOSE':
      return planClose(scene, operation);
    case 'MOVE':
      return planMove(scene, operation);
    case 'RENAME':
      return planRename(scene, operation);
    case 'MERGE':
      return planMerge(scene, operation);
    case 'SPLIT':
      return planSplit(scene, operation);
    case 'CONVERT':
      return planConvert(scene, operation);
  }
}
