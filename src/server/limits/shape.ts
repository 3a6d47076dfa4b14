import type { DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql';
import { Kind, visit } from 'graphql';

/** What a document's text is like, told without the schema. */
export interface Shape {
  readonly operations: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fragments: number;
  /** Of an operation, with all fragments written out: fields, those at its root, and fields within fields. */
  readonly fields: number;
  readonly rootFields: number;
  readonly depth: number;
  /** Selections within selections, those of fragments too. */
  readonly nesting: number;
  /** Names of fragments that contain themselves. */
  readonly cycles: readonly string[];
}

/** What stands in a document, counted as it is written. */
export function countedIn(document: DocumentNode): Pick<Shape, 'operations' | 'aliases' | 'directives' | 'fragments'> {
  let [operations, aliases, directives, fragments] = [0, 0, 0, 0];
  visit(document, {
    OperationDefinition: () => void (operations += 1),
    Field: ({ alias }) => void (aliases += alias ? 1 : 0),
    Directive: () => void (directives += 1),
    FragmentDefinition: () => void (fragments += 1),
  });
  return { operations, aliases, directives, fragments };
}

type Part = Pick<Shape, 'fields' | 'rootFields' | 'depth' | 'nesting'>;
const NOTHING: Part = { fields: 0, rootFields: 0, depth: 0, nesting: 0 };

/** What a document's operations are, once all fragments are written out; each fragment is looked at once. */
export function writtenOutIn(document: DocumentNode): Part & Pick<Shape, 'cycles'> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions)
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const known = new Map<string, Part | 'OPEN'>();
  const cycles = new Set<string>();

  // As few calls within calls as can be: the text may be nested deeply still.
  const partOf = ({ selections }: SelectionSetNode): Part => {
    const part = { ...NOTHING };
    for (const selection of selections) {
      const within =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? partOfFragment(selection.name.value)
          : selection.selectionSet
            ? partOf(selection.selectionSet)
            : NOTHING;
      const own = selection.kind === Kind.FIELD ? 1 : 0;
      part.fields += own + within.fields;
      part.rootFields += own === 1 ? 1 : within.rootFields;
      part.depth = Math.max(part.depth, own + within.depth);
      part.nesting = Math.max(part.nesting, 1 + within.nesting);
    }
    return part;
  };
  const partOfFragment = (name: string): Part => {
    const before = known.get(name);
    if (before === 'OPEN') cycles.add(name);
    const fragment = fragments.get(name);
    if (before !== undefined || !fragment) return before === 'OPEN' ? NOTHING : (before ?? NOTHING);
    known.set(name, 'OPEN');
    const part = partOf(fragment.selectionSet);
    known.set(name, part);
    return part;
  };

  const operations = document.definitions.filter((each) => each.kind === Kind.OPERATION_DEFINITION);
  const parts = operations.map(({ selectionSet }) => partOf(selectionSet));
  const most = (what: keyof Part): number => Math.max(0, ...parts.map((part) => part[what]));
  return {
    fields: most('fields'),
    rootFields: most('rootFields'),
    depth: most('depth'),
    nesting: most('nesting'),
    cycles: [...cycles],
  };
}
