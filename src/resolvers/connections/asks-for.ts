import type { GraphQLResolveInfo, SelectionSetNode } from 'graphql';
import { Kind } from 'graphql';

/** Whether a question asks any of some fields of what is resolved: of a connection, say, its entries, or their number. */
export function asksFor({ fieldNodes, fragments }: GraphQLResolveInfo, fields: readonly string[]): boolean {
  const within = (set: SelectionSetNode | undefined): boolean =>
    set?.selections.some((each) => {
      if (each.kind === Kind.FIELD) return fields.includes(each.name.value);
      return within(each.kind === Kind.INLINE_FRAGMENT ? each.selectionSet : fragments[each.name.value]?.selectionSet);
    }) ?? false;
  return fieldNodes.some((node) => within(node.selectionSet));
}
