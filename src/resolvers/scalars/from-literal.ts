import type { Kind, ValueNode } from 'graphql';
import { print } from 'graphql';
import { Literal } from '../../errors/coded-error.ts';

/** Reads a literal of one kind by a function that also reads variables; another kind is shown to it as written. */
export function fromLiteral<T>(kind: Kind.STRING, parse: (value: unknown) => T): (node: ValueNode) => T {
  return (node) => parse(node.kind === kind && 'value' in node ? node.value : new Literal(print(node)));
}
