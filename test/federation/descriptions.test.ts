import type { GraphQLNamedType, GraphQLSchema } from 'graphql';
import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
} from 'graphql';
import { buildSubgraph } from '../../src/federation/subgraph.ts';

/** The schema speaks to people: everything in it is described, in English with the Vietnamese term, in brackets as a rule. */

const VIETNAMESE = /\(.+\)|[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i;
/** Of the federation itself, which no one of us describes. */
const FEDERATION = /^(_Any|_Entity|_Service|link__.*|federation__.*)$/;

interface Described {
  readonly place: string;
  readonly text: string;
}

function* describedOf(type: GraphQLNamedType): Generator<Described> {
  yield { place: type.name, text: type.description ?? '' };
  if (isEnumType(type)) {
    for (const { name, description } of type.getValues())
      yield { place: `${type.name}.${name}`, text: description ?? '' };
  }
  if (isInputObjectType(type)) {
    for (const { name, description } of Object.values(type.getFields()))
      yield { place: `${type.name}.${name}`, text: description ?? '' };
  }
  if (!isObjectType(type) && !isInterfaceType(type)) return;
  for (const { name, description, args } of Object.values(type.getFields())) {
    if (name === '_entities' || name === '_service') continue;
    yield { place: `${type.name}.${name}`, text: description ?? '' };
    for (const arg of args) yield { place: `${type.name}.${name}(${arg.name})`, text: arg.description ?? '' };
  }
}

let schema: GraphQLSchema;
let described: Described[];
beforeAll(async () => {
  ({ schema } = await buildSubgraph());
  described = Object.values(schema.getTypeMap())
    .filter(
      (type) =>
        !isIntrospectionType(type) &&
        !FEDERATION.test(type.name) &&
        !(isScalarType(type) && isSpecifiedScalarType(type)),
    )
    .filter((type) => type !== schema.getQueryType() && type !== schema.getMutationType())
    .flatMap((type) => [...describedOf(type)]);
  for (const root of [schema.getQueryType(), schema.getMutationType()]) {
    if (root) described.push(...[...describedOf(root)].filter(({ place }) => place !== root.name));
  }
});

test('there is much to describe', () => {
  expect(described.length).toBeGreaterThan(400);
});

test('every type, field, argument and enum value is described', () => {
  expect(described.filter(({ text }) => text.trim() === '').map(({ place }) => place)).toEqual([]);
});

test('with the Vietnamese term', () => {
  expect(described.filter(({ text }) => !VIETNAMESE.test(text)).map(({ place, text }) => `${place}: ${text}`)).toEqual(
    [],
  );
});
