import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredArgument,
  isRequiredInputField,
  isUnionType,
} from 'graphql';
import type { GraphQLField, GraphQLInputType, GraphQLOutputType } from 'graphql';

/** What arguments that must be given are filled with, so that the question works as it stands: by their names, then by their types. */
const BY_NAME: Readonly<Record<string, string>> = {
  code: '"T49"',
  codes: '"T49"',
  unit: '"T49"',
  codeList: '"VN-2024"',
  name: '"Quảng Nam"',
};
const BY_TYPE: Readonly<Record<string, string>> = {
  Period: '"2023"',
  Date: '"2023-12-31"',
  DateTime: '"2023-12-31T00:00:00Z"',
  IndicatorCode: '"MEMBERS_DISCIPLINED"',
  DimensionName: '"FORM"',
  String: '""',
  ID: '""',
  Int: '1',
  Float: '1',
  Boolean: 'true',
};

/** What is asked of a thing unless something else is: what it is called, and all that says how far a figure holds. */
const TELLING = ['code', 'name', 'title', 'period', 'value', 'qualifier', 'status', 'expected', 'answered', 'unit'];
const WITHIN = ['nodes', 'indicator', 'coverage'];
const DEEPEST = 3;
const MOST = 5;

/** The arguments of a field in brackets, those that must be given with something in them; empty where there are none. */
export function argumentsOf(
  field: GraphQLField<unknown, unknown>,
  values: Readonly<Record<string, string>> = {},
): string {
  const given = field.args
    .filter((argument) => isRequiredArgument(argument) || argument.name in values)
    .map(({ name, type }) => `${name}: ${name in values ? JSON.stringify(values[name]) : example(name, type)}`);
  return given.length === 0 ? '' : `(${given.join(', ')})`;
}

/** A value that an argument may have, as it is written in a question. */
export function example(name: string, type: GraphQLInputType): string {
  if (isNonNullType(type)) return example(name, type.ofType);
  if (isListType(type)) return `[${example(name, type.ofType)}]`;
  if (isEnumType(type)) return type.getValues()[0]?.name ?? 'null';
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    return `{${needed.map((field) => `${field.name}: ${example(field.name, field.type)}`).join(', ')}}`;
  }
  const byType = BY_TYPE[type.name] ?? '""';
  return byType === '""' ? (BY_NAME[name] ?? byType) : byType;
}

/** The lines that ask for the telling parts of what a field gives, in braces; nothing of a leaf. */
export function selectionOf(type: GraphQLOutputType, depth = 0): string {
  const named = getNamedType(type);
  if (!isCompositeType(named)) return '';
  if (isUnionType(named)) return ' {\n  __typename\n}';
  const free = Object.values(named.getFields()).filter((field) => !field.args.some(isRequiredArgument));
  const leaves = free.filter((field) => isLeafType(getNamedType(field.type)) && !field.name.startsWith('_'));
  const telling = leaves.filter((field) => TELLING.includes(field.name));
  const asked = telling.length > 0 ? telling : leaves.filter(({ name }) => name !== 'id').slice(0, MOST);
  const within = depth >= DEEPEST ? [] : free.filter((field) => WITHIN.includes(field.name) && !leaves.includes(field));
  const lines = [
    ...within.filter(({ name }) => name === 'indicator').map((field) => line(field, depth)),
    ...asked.map(({ name }) => name),
    ...within.filter(({ name }) => name !== 'indicator').map((field) => line(field, depth)),
  ];
  return ` {\n${indented(lines.length === 0 ? '__typename' : lines.join('\n'), '  ')}\n}`;
}

function line(field: GraphQLField<unknown, unknown>, depth: number): string {
  return `${field.name}${selectionOf(field.type, depth + 1)}`;
}

/** Every line of a text further in. */
export function indented(text: string, by: string): string {
  return text
    .split('\n')
    .map((each) => by + each)
    .join('\n');
}
