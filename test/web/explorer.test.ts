import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { entriesOf, indicatorEntries } from '../../web/src/explorer/entries.ts';
import { Search } from '../../web/src/explorer/find.ts';
import { insertionOf } from '../../web/src/explorer/insert.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const SCHEMA = buildSchema(read('schema.graphql'), { assumeValidSDL: true });
const INDICATORS = JSON.parse(read('seeds/data/indicators.json')) as Parameters<typeof indicatorEntries>[0];
const ENTRIES = [...indicatorEntries(INDICATORS), ...entriesOf(SCHEMA)];
const AGAINST_TARGET = read('gallery/31-communes-against-target.graphql');

const found = (text: string): string[] => new Search(ENTRIES).find(text, 10).map(({ id }) => id);

/** The question after something was put into it; null where it could not be. */
function after(question: string, id: string): string | null {
  const wanted = ENTRIES.find((entry) => entry.id === id)?.wanted ?? { type: id, field: null };
  const insertion = insertionOf(question, SCHEMA, wanted);
  if (insertion === null) return null;
  return question.slice(0, insertion.offset) + insertion.text + question.slice(insertion.offset);
}

const mistakes = (question: string): string[] => validate(SCHEMA, parse(question)).map((error) => error.message);

describe('the search', () => {
  test.each([
    ['chi bộ', 'Query.nation', false],
    ['to chuc co so dang', 'PartyOrganization.grassrootsOrganizations', false],
    ['tổ chức cơ sở đảng', 'GrassrootsOrganization', true],
    ['don vi hanh chinh', 'AdministrativeUnit', true],
    ['đơn vị hành chính', 'AdministrativeUnit', true],
    ['ket nap dang vien', 'indicator MEMBERS_ADMITTED', true],
    ['coverage', 'Coverage', true],
    ['grassroots organizations', 'District.grassrootsOrganizations', true],
    ['closed on', 'PartyOrganization.closedOn', true],
  ])('for %j finds %s: %j', (text, id, isThere) => {
    expect(found(text).includes(id)).toBe(isThere);
  });

  test('puts what is called so before what is described so, and finds nothing for nothing', () => {
    expect(found('children')[0]).toBe('PartyOrganization.children');
    expect(found('members admitted')[0]).toBe('indicator MEMBERS_ADMITTED');
    expect(found('  ')).toEqual([]);
    expect(found('qwertz')).toEqual([]);
  });

  test('has each field of an interface once, and nothing that changes data', () => {
    const ids = ENTRIES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toContain('PartyOrganization.closedOn');
    expect(ids).not.toContain('District.closedOn');
    expect(ids.filter((id) => id.startsWith('Mutation'))).toEqual([]);
  });
});

describe('what is put into a question', () => {
  test('is whatever can be found, and leaves every question valid', () => {
    const wrong = ENTRIES.flatMap(({ id }, index) => {
      const next = after(index % 4 === 0 ? AGAINST_TARGET : '# note', id);
      return next === null ? [`${id} is refused`] : mistakes(next).map((mistake) => `${id}: ${mistake}`);
    });
    expect(wrong).toEqual([]);
  });

  test('goes where its type is asked for, and leaves comments and layout alone', () => {
    const question = '# mine\n{\n  nation {\n    code # why\n  }\n}\n';
    expect(after(question, 'PartyOrganization.closedOn')).toBe(
      '# mine\n{\n  nation {\n    code # why\n    closedOn\n  }\n}\n',
    );
    expect(after('{ nation { code } }', 'PartyOrganization.name')).toBe('{ nation { code \n  name\n} }');
  });

  test('is not asked for twice, and beside the same with other arguments has a name of its own', () => {
    const question = '{\n  organization(code: "H509") {\n    closedOn\n  }\n}\n';
    expect(after(question, 'PartyOrganization.closedOn')).toBe(question);
    const once = after(question, 'indicator MEMBERS_ADMITTED') ?? '';
    expect(once).toContain('membersAdmitted: indicator(code: "MEMBERS_ADMITTED", period: "2023") {');
    expect(after(once, 'indicator MEMBERS_ADMITTED')).toBe(once);
    const other = after(
      '{\n  organization(code: "H509") {\n    indicator(code: "CELLS", period: "2022") { value }\n  }\n}',
      'PartyOrganization.indicator',
    );
    expect(other).toContain('indicator2: indicator(');
    expect(mistakes(other ?? '')).toEqual([]);
  });

  test('comes with the way to it, and with what tells most of it', () => {
    expect(print(parse(after('', 'Coverage.missing') ?? ''))).toMatch(
      /nation \{\s+indicator\(.*\) \{\s+coverage \{\s+missing \{\s+totalCount\s+nodes \{/,
    );
  });

  test('goes to where the cursor stands, of several places', () => {
    const question = '{\n  nation {\n    children {\n      nodes {\n        code\n      }\n    }\n  }\n}\n';
    const wanted = { type: 'PartyOrganization', field: 'closedOn' };
    const at = (cursor: number): number => insertionOf(question, SCHEMA, wanted, cursor)?.offset ?? -1;
    expect(at(0)).toBe(question.indexOf('  }\n}\n'));
    expect(at(question.indexOf('code'))).toBe(question.indexOf('      }\n    }'));
  });

  test('waits for a question that is not written to its end', () => {
    expect(after('{ nation {', 'PartyOrganization.closedOn')).toBeNull();
  });
});
