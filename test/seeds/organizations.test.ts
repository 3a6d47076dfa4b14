import { organizations, repeated, sources } from './seed-data.ts';
import type { SeedOrganization } from './seed-data.ts';

const byCode = new Map(organizations.map((organization) => [organization.code, organization]));

/** The kinds from a unit up to the root. */
function roadUp(organization: SeedOrganization): string[] {
  const parent = organization.parent === null ? undefined : byCode.get(organization.parent);
  return parent ? [organization.kind, ...roadUp(parent)] : [organization.kind];
}

test('the nation and thirteen units, each code once', () => {
  expect(organizations).toHaveLength(14);
  expect(repeated(organizations, ({ code }) => code)).toEqual([]);
});

test('every unit hangs below the nation on one of the three roads', () => {
  const roads = new Set(organizations.map((organization) => roadUp(organization).join(' < ')));
  expect([...roads].sort()).toEqual([
    'BLOC < PROVINCE < NATION',
    'DISTRICT < PROVINCE < NATION',
    'GRASSROOTS_COMMITTEE < DISTRICT < PROVINCE < NATION',
    'NATION',
    'PROVINCE < NATION',
  ]);
});

test('only the nation outlived the reform of 1 July 2025', () => {
  expect(organizations.filter(({ closedOn }) => closedOn !== '2025-07-01').map(({ code }) => code)).toEqual(['VN']);
});

test('a code repeats the code of its administrative unit; the nation and the bloc have none', () => {
  expect(organizations.filter(({ adminUnit }) => adminUnit === null).map(({ code }) => code)).toEqual(['VN', 'K52-01']);
  const strangers = organizations.filter(
    ({ code, adminUnit }) => adminUnit && (adminUnit.codeList !== 'VN-2024' || adminUnit.code !== code.slice(1)),
  );
  expect(strangers).toEqual([]);
});

test('five articles, two with the day of their publication', () => {
  expect(sources.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'ARTICLE'));
  expect(repeated(sources, ({ id }) => id)).toEqual([]);
  expect(sources.flatMap(({ id, publishedOn }) => (publishedOn === null ? [] : [[id, publishedOn]]))).toEqual([
    ['article-binh-dinh-agencies-2023', '2024-01-30'],
    ['article-que-son-2023', '2023-11-01'],
  ]);
});
