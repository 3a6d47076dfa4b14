import { describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { readGallery } from '../../web/src/gallery/question.ts';
import { startLanguage } from '../../web/src/language/language.ts';
import { behind, childrenOf, downFrom, treeDay } from '../../web/src/question/drill.ts';
import { fromFragment, toFragment } from '../../web/src/question/share.ts';
import { readPeriod } from '../../web/src/table/period.ts';

describe('a link to a question', () => {
  const question = {
    query: '{ organization(code: "H509") { name } } # Quế Sơn & 100 %',
    variables: '{"on": "2023-12-31"}',
  };

  test('carries it there and back', () => {
    expect(fromFragment(toFragment(question))).toEqual(question);
    expect(fromFragment(toFragment({ ...question, variables: '' }))).toEqual({ ...question, variables: '' });
  });

  test.each(['', '#', '#variables=%7B%7D', '#question=', '#elsewhere'])('is none in %j', (fragment) => {
    expect(fromFragment(fragment)).toBeNull();
  });
});

describe('a drill-down', () => {
  test.each([
    ['2023', '2023-12-31'],
    ['2023-Q1', '2023-03-31'],
    ['2024-02', '2024-02-29'],
    ['2023-09-30', '2023-09-30'],
    ['2023-01-01/2023-09-30', '2023-09-30'],
    ['2023-01-01/2023-10-01~', '2023-10-01'],
    ['TERM-2020-2025', null],
    ['TERM-2020-2025/..', null],
  ])('asks the tree of the last day of %s: %s', (period, day) => {
    expect(treeDay(period)).toBe(day);
  });

  test('takes the indicators and the period along', () => {
    const { query, variables } = downFrom('H509', ['A', 'B'], '2023');
    expect(() => parse(query)).not.toThrow();
    expect(JSON.parse(variables)).toEqual({ code: 'H509', indicators: ['A', 'B'], period: '2023', on: '2023-12-31' });
  });

  test('into a figure asks for that one, into a unit without figures for what is below it', () => {
    const figure = behind({ unit: { code: 'H509', name: 'Quế Sơn' }, indicator: 'A', period: '2023' });
    expect(() => parse(figure.query)).not.toThrow();
    expect(JSON.parse(figure.variables)).toEqual({ code: 'H509', indicator: 'A', period: '2023' });
    expect(() => parse(childrenOf('H509').query)).not.toThrow();
  });
});

test.each([
  [null, ['fr', 'en-US'], 'en'],
  [null, ['vi-VN', 'en'], 'vi'],
  ['en', ['vi'], 'en'],
  ['xx', ['vi'], 'vi'],
  [null, ['fr'], 'vi'],
] as const)('chosen %j and wanted %j make the language %s', (chosen, wanted, language) => {
  expect(startLanguage(chosen, wanted)).toBe(language);
});

test.each([
  ['2023', 'năm 2023'],
  ['2023-09-30', '30-9-2023'],
  ['2023-01-01/2023-10-01~', 'khoảng 1-1-2023 – 1-10-2023'],
  ['2023-Q3', '2023-Q3'],
  ['TERM-2020-2025-H1', 'TERM-2020-2025-H1'],
])('the period %s reads %s', (period, text) => {
  expect(readPeriod(period, 'vi')).toBe(text);
});

test('a question of the gallery without its description is said by name', () => {
  expect(() => readGallery({ '/gallery/x.graphql': '{ nation { name } }' }, {})).toThrow('x.graphql and no x.json');
});
