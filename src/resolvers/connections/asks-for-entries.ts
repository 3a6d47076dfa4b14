import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** Whether a question about a connection asks for its entries, not for their number or the state of the page alone. */
export function asksForEntries({ fieldNodes, fragments }: GraphQLResolveInfo): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((each) => {
      if (each.kind === Kind.FIELD) return each.name.value === 'nodes' || each.name.value === 'edges';
      return within(each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments[each.name.value]?.selectionSet);
    }) ?? false;
  return fieldNodes.some((node) => within(node.selectionSet));
}
