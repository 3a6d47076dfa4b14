import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { getNamedType, isInterfaceType, isIntrospectionType, isObjectType } from 'graphql';
import { declaredLevel } from '../../src/access/level.ts';
import { levelOfField, levelOfType } from '../../src/access/guard.ts';
import { buildOpenSubgraph } from '../../src/federation/subgraph.ts';

/** Each part of the schema says beside itself whom it is for. */
let schema: GraphQLSchema;
beforeAll(async () => {
  schema = (await buildOpenSubgraph()).schema;
});

const FEDERATION = ['_Service.sdl', 'Query._service', 'Query._entities'];

function fields(): { name: string; level: string | undefined; leadsTo: string | undefined }[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || isIntrospectionType(type)) return [];
    return Object.values(type.getFields()).map((field) => {
      const target = getNamedType(field.type);
      return {
        name: `${type.name}.${field.name}`,
        level: levelOfField(type, field),
        leadsTo: isObjectType(target) ? levelOfType(target) : undefined,
      };
    });
  });
}

test('every field of every type has a level', () => {
  const undeclared = fields().filter(({ level, name }) => level === undefined && !FEDERATION.includes(name));
  expect(undeclared.map(({ name }) => name)).toEqual([]);
  expect(fields().length).toBeGreaterThan(100);
});

test('every interface has one too', () => {
  const interfaces = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type));
  expect(interfaces.filter((type) => declaredLevel(type.extensions) === undefined)).toEqual([]);
});

test('no field is more open than what it leads to', () => {
  const open = fields().filter(
    ({ level, leadsTo }) => level === 'PUBLIC' && leadsTo !== undefined && leadsTo !== 'PUBLIC',
  );
  expect(open.map(({ name }) => name)).toEqual([]);
});

test('members are for those with a member-level role, in every type that holds them', () => {
  const closed = fields().filter(({ level }) => level === 'MEMBER_LEVEL');
  const names = closed.map(({ name }) => name);
  const members = fields().filter(({ name }) => /^Member(Connection|Edge)?\./.test(name) || name.endsWith('.members'));
  expect(names).toEqual(expect.arrayContaining(members.map(({ name }) => name)));
  expect(members.length).toBeGreaterThan(15);
});

/** What officers do with the reports of their units, and with files about them. */
const OF_OFFICERS = [
  ...['draftReport', 'submitReport', 'returnReport', 'approveReport', 'reopenReport'],
  ...['importFile', 'stopImport'],
];

/** What officers do for a member of their unit. */
const OF_PERSONAL_DATA = ['exportMember', 'correctMember'];

test('every mutation is for administrators, but for those of reports and of personal data', () => {
  const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
  const open = mutations.filter((field) => declaredLevel(field.extensions) !== 'ADMINISTRATOR');
  expect(open.map(({ name }) => name).sort()).toEqual([...OF_OFFICERS, ...OF_PERSONAL_DATA].sort());
  expect(open.every((field) => declaredLevel(field.extensions) === 'MEMBER_LEVEL')).toBe(true);
});
