import type {
  DocumentNode,
  FragmentDefinitionNode,
  GraphQLCompositeType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql';
import { getNamedType, isAbstractType, isCompositeType, isInterfaceType, isObjectType, Kind } from 'graphql';

/**
 * How many fields a question has once it is written out for each concrete type that could stand at each place, as
 * compiling does: with the eight kinds of organisation, eight times as many for each level of the tree.
 */
export function writtenOut(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);

  const count = ({ selections }: SelectionSetNode, parent: GraphQLCompositeType | undefined, times: number): number =>
    selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) {
        if (!selection.selectionSet) return sum + times;
        const field =
          isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[selection.name.value] : undefined;
        const type = field && getNamedType(field.type);
        const within = isCompositeType(type) ? type : undefined;
        const kinds = isAbstractType(within) ? schema.getPossibleTypes(within).length : 1;
        return sum + times + count(selection.selectionSet, within, times * kinds);
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment) return sum;
      const condition = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value);
      const on = isCompositeType(condition) ? condition : parent;
      const fewer = isAbstractType(parent) && isObjectType(on) ? times / schema.getPossibleTypes(parent).length : times;
      return sum + count(fragment.selectionSet, on, fewer);
    }, 0);
  return count(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 1);
}
