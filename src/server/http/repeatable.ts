import type { DocumentNode, GraphQLSchema } from 'graphql';
import { BREAK, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/** An entity may be a member, and how far an import is changes while the data stay as they are. */
const NEVER_KEPT: ReadonlySet<string> = new Set(['_Entity', 'ImportJob']);

/** Each reading of a member leaves a trace: an answer about one is never given without reading. Pages tell numbers alone. */
function isNeverKept(type: string): boolean {
  return NEVER_KEPT.has(type) || (type.startsWith('Member') && !/(Connection|Edge)$/.test(type));
}

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
        if (!isNeverKept(types.getParentType()?.name ?? '')) return undefined;
        repeatable = false;
        return BREAK;
      },
    }),
  );
  known.set(document, repeatable);
  return repeatable;
}
