import { readFileSync } from 'node:fs';
import { composeSchemaContract } from '@theguild/federation-composition';
import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';

const SDL = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

const AUDIENCES = ['public', 'analyst', 'member-level'];

/** The schema that clients of a contract see: what is tagged for its audiences, less what is tagged for others. */
function contract(...audiences: string[]): GraphQLSchema {
  const others = AUDIENCES.filter((each) => !audiences.includes(each));
  const services = [{ name: 'dangbo', url: 'http://dangbo', typeDefs: parse(SDL) }];
  const result = composeSchemaContract(services, { include: new Set(audiences), exclude: new Set(others) }, true);
  if (result.publicSdl === undefined) throw new Error(result.errors?.map(({ message }) => message).join('\n'));
  return buildASTSchema(parse(result.publicSdl));
}

function fields(schema: GraphQLSchema, type: string): string[] {
  const found = schema.getType(type);
  return isObjectType(found) ? Object.keys(found.getFields()) : [];
}

const MEMBERS = [
  'Member',
  'MemberConnection',
  'MemberEdge',
  'MemberStatus',
  'Sex',
  'Mutation',
  'MergeOrganizationsInput',
];
const EVIDENCE = ['Observation', 'ObservationConnection', 'Contribution', 'ContributionConnection'];

describe('a contract', () => {
  test.each([
    [['public'], [], [...MEMBERS, ...EVIDENCE]],
    [['public', 'analyst'], EVIDENCE, MEMBERS],
    [['public', 'analyst', 'member-level'], [...EVIDENCE, ...MEMBERS], []],
  ])('for %j has its types and no others', (audiences, has, hasNot) => {
    const schema = contract(...audiences);
    for (const type of [...has, 'Nation', 'IndicatorValue', 'Period']) expect(schema.getType(type)).toBeDefined();
    expect(hasNot.filter((type) => schema.getType(type) !== undefined)).toEqual([]);
  });

  test('keeps the roll-ups, and no way to what it leaves out', () => {
    const open = contract('public');
    expect(fields(open, 'Cell')).toEqual(expect.arrayContaining(['code', 'indicator', 'series', 'breakdown']));
    expect(fields(open, 'Cell')).not.toEqual(expect.arrayContaining(['members']));
    expect(fields(open, 'Cell')).not.toEqual(expect.arrayContaining(['observations']));
    expect(fields(contract('public', 'analyst', 'member-level'), 'Cell')).toEqual(
      expect.arrayContaining(['members', 'observations']),
    );
  });
});

test('every type says whom it is for', () => {
  const untagged = [...SDL.matchAll(/^(?:type|interface|enum|scalar|union|input) (\w+)(.*)$/gm)].filter(
    ([, name, rest]) => name !== 'Query' && !rest?.includes('@tag(name: "'),
  );
  expect(untagged.map(([, name]) => name)).toEqual([]);
});
