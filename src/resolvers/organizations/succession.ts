import type { Tree } from '../../tree/tree.ts';
import type { SuccessionLink } from '../../tree/unit.ts';
import { nodeOn } from './node.ts';
import type { Succession } from './succession.type.ts';

/** A succession link as the schema has it: each side as it stood nearest to the day of the change. */
export function successionOf(tree: Tree, { from, to, kind, on }: SuccessionLink): Succession {
  const target = to < 0 ? null : nodeOn(tree, tree.unit(to), on);
  return { from: nodeOn(tree, tree.unit(from), on - 1), to: target, kind, on };
}
