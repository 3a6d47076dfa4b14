import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { GraphQLSchema, IntrospectionQuery } from 'graphql';
import { buildClientSchema, buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { readAsked } from '../../web/src/answer/asked.ts';
import type { Data } from '../../web/src/answer/data.ts';
import { GROUPS, readGallery } from '../../web/src/gallery/question.ts';
import type { GalleryQuestion } from '../../web/src/gallery/question.ts';
import { behind, childrenOf, downFrom } from '../../web/src/question/drill.ts';
import { tablesOf } from '../../web/src/table/tables.ts';
import { startTestServer } from '../support/server.ts';
import type { TestServer } from '../support/server.ts';

const FOLDER = fileURLToPath(new URL('../../gallery/', import.meta.url));
const files = readdirSync(FOLDER);
const textOf = (name: string): string => readFileSync(FOLDER + name, 'utf8');
const named = <T>(ending: string, read: (text: string) => T): Record<string, T> =>
  Object.fromEntries(files.filter((name) => name.endsWith(ending)).map((name) => [name, read(textOf(name))]));
const gallery = readGallery(
  named('.graphql', (text) => text),
  named('.json', (text) => JSON.parse(text) as Omit<GalleryQuestion, 'id' | 'query'>),
);

let server: TestServer;
let schema: GraphQLSchema;

beforeAll(async () => {
  server = await startTestServer();
  schema = buildClientSchema(await server.data<IntrospectionQuery>(getIntrospectionQuery()));
}, 60_000);

afterAll(() => server.stop());

describe.each(gallery.map((question) => [question.id, question] as const))('the question %s', (_, question) => {
  test('is answered without an error, and reads as a table with rows', async () => {
    const data = await server.data<Data>(question.query, question.variables);
    const tables = tablesOf(data, readAsked(schema, parse(question.query), null, question.variables), 'vi');
    expect(tables[0]?.rows.length).toBeGreaterThan(0);
  });

  test('declares the variables that its fields change, and gives each a value', () => {
    const declared = [...question.query.matchAll(/\$(\w+):/g)].map((match) => match[1]);
    expect(Object.keys(question.variables).sort()).toEqual(declared.sort());
    expect(question.fields.map((field) => field.variable).filter((name) => !declared.includes(name))).toEqual([]);
  });
});

test('every group of the gallery has a question, and all five articles have one', () => {
  expect(new Set(gallery.map((question) => question.group))).toEqual(new Set(GROUPS));
  expect(gallery.filter((question) => question.group === 'articles')).toHaveLength(5);
});

test.each([
  ['one level down', downFrom('T49', ['PARTY_MEMBERS'], '2023-09-30')],
  [
    'what a figure rests on',
    behind({ unit: { code: 'T49', name: '' }, indicator: 'PARTY_MEMBERS', period: '2023-09-30' }),
  ],
  ['what is below a unit', childrenOf('T49')],
])('the question that a click writes for %s is answered', async (_, { query, variables }) => {
  const { errors } = await server.ask(query, JSON.parse(variables) as object);
  expect(errors).toBeUndefined();
});

test('every question of the gallery is valid against the schema that is committed', () => {
  const committed = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'), {
    assumeValidSDL: true,
  });
  const invalid = gallery
    .filter((question) => question.group !== 'federation')
    .flatMap((question) =>
      validate(committed, parse(question.query)).map((error) => `${question.id}: ${error.message}`),
    );
  expect(invalid).toEqual([]);
});
