import { readFileSync } from 'node:fs';
import type { Member } from '../../examples/statistics-office/gateway.ts';
import { askAt, startTestServer, type TestServer } from '../support/server.ts';
import { COMPLAINTS_SDL, startComplaintsOffice } from './support/complaints-office.ts';
import { COMPOSERS, GATEWAYS, type RunningGateway } from './support/gateways.ts';

const OUR_SDL = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

let server: TestServer;
let office: Awaited<ReturnType<typeof startComplaintsOffice>>;

beforeAll(async () => {
  server = await startTestServer();
  office = await startComplaintsOffice();
});

afterAll(async () => {
  await office.stop();
  await server.stop();
});

function members(): readonly Member[] {
  return [
    { name: 'dangbo', url: server.url, sdl: OUR_SDL },
    { name: 'complaints-office', url: office.url, sdl: COMPLAINTS_SDL },
  ];
}

test.each(Object.entries(COMPOSERS))('%s gives every kind of organisation the field', (_, compose) => {
  const { supergraph, errors, hints } = compose(members());
  expect({ errors, hints }).toEqual({ errors: [], hints: [] });
  for (const type of ['Nation', 'Province', 'District', 'Bloc', 'Commune', 'GrassrootsOrganization', 'Cell']) {
    expect(supergraph).toMatch(new RegExp(`^type ${type} implements[^}]*openComplaints: Int!`, 'm'));
  }
});

/** Gateways that ask an interface object for its fields where types have several keys, as ours have. */
const ASK_INTERFACE_OBJECTS = new Set(['@apollo/gateway']);

describe.each(Object.entries(GATEWAYS))('through %s', (_, start) => {
  let gateway: RunningGateway;

  beforeAll(async () => {
    gateway = await start(members());
  });

  afterAll(async () => {
    await gateway.stop();
  });

  test('what the agency names is found with its kind and its figures', async () => {
    const answer = await askAt(
      gateway.url,
      `{
        latestComplaints {
          nodes {
            code
            openComplaints
            name
            kind
            indicator(code: "PARTY_MEMBERS", period: "2023") { value }
          }
        }
      }`,
    );
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      latestComplaints: {
        nodes: [
          { code: 'H509', openComplaints: 4, kind: 'DISTRICT', indicator: { value: 3716 } },
          { code: 'T49', openComplaints: 3, kind: 'PROVINCE' },
          { code: 'X20644', openComplaints: 6, name: 'Đảng bộ xã Quế Xuân 1', indicator: { value: 222 } },
        ],
      },
    });
  });
});

describe.each(Object.entries(GATEWAYS).filter(([name]) => ASK_INTERFACE_OBJECTS.has(name)))(
  'through %s',
  (_, start) => {
    let gateway: RunningGateway;

    beforeAll(async () => {
      gateway = await start(members());
    });

    afterAll(async () => {
      await gateway.stop();
    });

    test('units of several kinds have what the agency says of them', async () => {
      const answer = await askAt(
        gateway.url,
        `{
        district: organization(code: "H509") { __typename name openComplaints }
        units: organizations(codes: ["T49", "X20644"]) { code openComplaints }
        nation { provinces(first: 1, on: "2025-01-01") { nodes { code openComplaints } } }
      }`,
      );
      expect(answer).toEqual({
        data: {
          district: { __typename: 'District', name: 'Đảng bộ huyện Quế Sơn', openComplaints: 4 },
          units: [
            { code: 'T49', openComplaints: 3 },
            { code: 'X20644', openComplaints: 6 },
          ],
          nation: { provinces: { nodes: [{ code: 'T01', openComplaints: 3 }] } },
        },
      });
    });
  },
);
