import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isUnionType,
  Kind,
  OperationTypeNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { DocumentNode, GraphQLCompositeType, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';
import type { Wanted } from './entries.ts';
import { argumentsOf, indented, selectionOf } from './fill.ts';
import { shortestPath } from './path.ts';
import type { Step } from './path.ts';

/** A piece of text to put into a question. */
export interface Insertion {
  readonly offset: number;
  /** Empty where the question asks for it already. */
  readonly text: string;
}

/** Part of a question in which fields of a type are asked for. */
interface Place {
  readonly set: SelectionSetNode;
  readonly type: GraphQLCompositeType;
}

/**
 * Where a field goes into a question, and as what: where its type is asked already, else by the shortest way from there.
 * Of several places the one that the cursor stands in. Comments and everything else of the question stay as they are.
 * @param cursor where the cursor stands, in characters from the start
 * @returns null where the question cannot be read, or nothing leads to the field
 */
export function insertionOf(question: string, schema: GraphQLSchema, wanted: Wanted, cursor = 0): Insertion | null {
  const root = schema.getQueryType();
  if (root == null) return null;
  const places = placesIn(question, schema)?.toSorted((left, right) => around(left, cursor) - around(right, cursor));
  if (places === undefined) return null;
  const starts = places.length === 0 ? [root] : places.map((place) => place.type);
  const path = shortestPath(schema, starts, (type) => hasWanted(type, wanted, schema));
  if (path === null) return null;
  const end = ending(path.steps, wanted, starts[path.start], schema);
  if (end === null) return null;
  const place = places[path.start];
  if (place === undefined)
    return { offset: question.length, text: `${before(question)}{\n${indented(end.text, '  ')}\n}\n` };
  return into(place.set, question, end);
}

/** Null where the question cannot be read; a question of nothing yet has no place. */
function placesIn(question: string, schema: GraphQLSchema): readonly Place[] | null {
  const document = parsed(question);
  if (document === null) return null;
  const places: Place[] = [];
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      OperationDefinition: ({ operation }) => (operation === OperationTypeNode.QUERY ? undefined : false),
      SelectionSet: (set) => {
        const type = info.getParentType();
        if (type != null) places.push({ set, type });
      },
    }),
  );
  return places;
}

function parsed(question: string): DocumentNode | null {
  if (question.replace(/#.*/g, '').trim() === '') return { kind: Kind.DOCUMENT, definitions: [] };
  try {
    return parse(question);
  } catch {
    return null;
  }
}

/** How closely a place is around the cursor; endlessly far where it is not. */
function around({ set }: Place, cursor: number): number {
  const { start = 0, end = 0 } = set.loc ?? {};
  return start < cursor && cursor < end ? end - start : Number.MAX_SAFE_INTEGER;
}

/** Whether a type is the wanted one: itself, or where its field is asked, one that has it by its interface. For a type as a whole, one that has a field which gives it. */
function hasWanted(type: GraphQLNamedType, { type: name, field }: Wanted, schema: GraphQLSchema): boolean {
  if (!isCompositeType(type) || isUnionType(type)) return false;
  if (field === null) return Object.values(type.getFields()).some((each) => getNamedType(each.type).name === name);
  const wanted = schema.getType(name);
  return type === wanted || (isAbstractType(wanted) && schema.isSubType(wanted, type as never));
}

interface Ending {
  readonly key: string;
  readonly text: string;
}

/** The text of the way and of the field at its end, and the name that its answer comes under. */
function ending(
  steps: readonly Step[],
  wanted: Wanted,
  start: GraphQLCompositeType | undefined,
  schema: GraphQLSchema,
): Ending | null {
  const last = steps.at(-1);
  const type = last === undefined ? start : 'into' in last ? schema.getType(last.into) : getNamedType(last.field.type);
  if (!isCompositeType(type) || isUnionType(type)) return null;
  const fields = type.getFields();
  const field =
    wanted.field === null
      ? Object.values(fields).find((each) => getNamedType(each.type).name === wanted.type)
      : fields[wanted.field];
  if (field === undefined) return null;
  const alias = wanted.alias === undefined ? '' : `${wanted.alias}: `;
  const leaf = `${alias}${field.name}${argumentsOf(field, wanted.values)}${selectionOf(field.type)}`;
  const text = steps.reduceRight((inner, step) => within(step, inner), leaf);
  return { key: /^\w+/.exec(text)?.[0] ?? '', text };
}

function within(step: Step, inner: string): string {
  const outer = 'into' in step ? `... on ${step.into}` : `${step.field.name}${argumentsOf(step.field)}`;
  return `${outer} {\n${indented(inner, '  ')}\n}`;
}

function into(set: SelectionSetNode, question: string, { key, text }: Ending): Insertion {
  const close = (set.loc?.end ?? question.length) - 1;
  const keys = new Map(
    set.selections.flatMap((each) =>
      each.kind === Kind.FIELD ? [[each.alias?.value ?? each.name.value, each] as const] : [],
    ),
  );
  const there = keys.get(key);
  // What is asked with other arguments is asked beside it, under a name of its own.
  if (there !== undefined && !text.startsWith(`${key}(`)) return { offset: there.loc?.start ?? close, text: '' };
  const own = there === undefined ? text : `${free(key, keys)}: ${text}`;
  const line = /[^\n]*$/.exec(question.slice(0, close))?.[0] ?? '';
  const margin = /^\s*/.exec(line)?.[0] ?? '';
  // A set on several lines has its closing brace on a line of its own.
  const isAlone = line.trim() === '';
  const body = indented(own, `${margin}  `);
  return isAlone ? { offset: close - line.length, text: `${body}\n` } : { offset: close, text: `\n${body}\n${margin}` };
}

function free(key: string, taken: ReadonlyMap<string, unknown>): string {
  for (let number = 2; ; number += 1) if (!taken.has(`${key}${number}`)) return `${key}${number}`;
}

function before(question: string): string {
  return question === '' || question.endsWith('\n') ? '' : '\n';
}
