import type { DocumentNode, GraphQLSchema } from 'graphql';
import { BREAK, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** Each reading of a member leaves a trace: an answer about one is never given without reading. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['Member', '_Entity']);

const known = new WeakMap<DocumentNode, boolean>();

/** Whether an answer may be kept for as long as the data do not change. */
export function isRepeatable(schema: GraphQLSchema, document: DocumentNode): boolean {
  const before = known.get(document);
  if (before !== undefined) return before;
  let repeatable = true;
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: () => {
        if (!NEVER_KEPT.has(types.getParentType()?.name ?? '')) return undefined;
        repeatable = false;
        return BREAK;
      },
    }),
  );
  known.set(document, repeatable);
  return repeatable;
}
