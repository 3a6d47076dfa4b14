import { composeServices } from '@apollo/composition';
import { compositionHasErrors, composeServices as composeByGuild } from '@theguild/federation-composition';
import type { DocumentNode } from 'graphql';
import { Kind, parse, print } from 'graphql';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/** The subgraph as gateways see it: its text, its keys, and that it composes. */

let server: TestServer;
let sdl: string;
let document: DocumentNode;
beforeAll(async () => {
  server = await startTestServer();
  sdl = (await server.data<{ _service: { sdl: string } }>('{ _service { sdl } }'))._service.sdl;
  document = parse(sdl);
});
afterAll(() => server.stop());

/** The fields of each @key, by type. */
function keys(): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    const own = (definition.directives ?? []).filter(({ name }) => name.value === 'key');
    if (own.length > 0)
      found[definition.name.value] = own.map((key) => key.arguments?.map((each) => print(each.value)).join() ?? '');
  }
  return found;
}

test('the text links to Federation 2 and takes from it what it uses', () => {
  const [link] = document.definitions.flatMap((each) =>
    each.kind === Kind.SCHEMA_EXTENSION ? (each.directives ?? []) : [],
  );
  expect(link && print(link)).toMatch(
    /^@link\(url: "https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+", import: \[.*"@key".*\]\)$/,
  );
});

test('every type of the tree and the interface has both keys, the others theirs', () => {
  const both = ['"id"', '"code"'];
  expect(keys()).toMatchObject({
    PartyOrganization: both,
    Nation: both,
    Province: both,
    District: both,
    Bloc: both,
    Commune: both,
    GrassrootsOrganization: both,
    SectionCommittee: both,
    Cell: both,
    AdministrativeUnit: ['"codeList code"'],
    Indicator: ['"code"'],
    SourceDocument: ['"id"'],
    Member: ['"id"'],
  });
});

test('what serves gateways alone is not in the text', () => {
  const names = document.definitions.flatMap((each) => ('name' in each && each.name ? [each.name.value] : []));
  expect(names).not.toEqual(expect.arrayContaining(['_Entity', '_Any', '_Service']));
  expect(sdl).not.toContain('_entities');
});

test('Apollo composes it, with nothing to remark', () => {
  const { errors, hints, supergraphSdl } = composeServices([{ name: 'party', url: server.url, typeDefs: document }]);
  expect(errors ?? []).toEqual([]);
  expect((hints ?? []).map(String)).toEqual([]);
  expect(supergraphSdl).toContain('@join__type(graph: PARTY, key: "code"');
});

test('the Guild composes it', () => {
  const result = composeByGuild([{ name: 'party', url: server.url, typeDefs: document }]);
  expect(compositionHasErrors(result) ? result.errors.map(String) : []).toEqual([]);
  expect(result.supergraphSdl).toContain('join__Graph');
});
