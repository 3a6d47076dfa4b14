import type { DefinitionNode, DocumentNode } from 'graphql';
import { Kind, visit } from 'graphql';

/**
 * The types that no walk from a type comes by: over fields, arguments and input fields, from an interface
 * to what implements it, and to every entity, which gateways ask for on their own.
 */
export function unreachableFrom(start: string, document: DocumentNode): ReadonlySet<string> {
  const definitions = new Map(document.definitions.flatMap((each) => (isNamed(each) ? [[each.name.value, each]] : [])));
  const entities = [...definitions.values()].filter(isEntity).map(({ name }) => name.value);
  const found = new Set<string>();
  const ahead = [start, ...entities];
  for (let name = ahead.pop(); name !== undefined; name = ahead.pop()) {
    const definition = definitions.get(name);
    if (!definition || found.has(name)) continue;
    found.add(name);
    ahead.push(...namesIn(definition), ...implementersOf(name, definitions));
  }
  return new Set([...definitions.keys()].filter((name) => !found.has(name)));
}

type Named = Extract<
  DefinitionNode,
  { readonly name: { readonly value: string }; readonly directives?: readonly unknown[] }
> & {
  readonly name: { readonly value: string };
};

function isNamed(node: DefinitionNode): node is Named {
  return /TypeDefinition$/.test(node.kind);
}

function isEntity({ directives }: Named): boolean {
  return directives?.some(({ name }) => name.value === 'key') ?? false;
}

function namesIn(definition: DefinitionNode): string[] {
  const names: string[] = [];
  visit(definition, { [Kind.NAMED_TYPE]: { enter: ({ name }) => void names.push(name.value) } });
  return names;
}

function implementersOf(name: string, definitions: ReadonlyMap<string, Named>): string[] {
  const implementing = [...definitions.values()].filter(
    (each) => 'interfaces' in each && each.interfaces?.some((one) => one.name.value === name),
  );
  return implementing.map((each) => each.name.value);
}
