import { readFileSync } from 'node:fs';
import type { Member } from '../../examples/statistics-office/gateway.ts';
import { OFFICE_SDL, type RunningOffice, startOffice } from '../../examples/statistics-office/subgraph.ts';
import { askAt, startTestServer, type TestServer } from '../support/server.ts';
import { COMPOSERS, GATEWAYS, type RunningGateway } from './support/gateways.ts';
import { type Recorder, startRecorder } from './support/recorder.ts';

/** The schema as others have it: the published file. */
const OUR_SDL = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

let server: TestServer;
let recorder: Recorder;
let office: RunningOffice;

beforeAll(async () => {
  server = await startTestServer();
  recorder = await startRecorder(server.url);
  office = await startOffice(0);
});

afterAll(async () => {
  await office.stop();
  await recorder.stop();
  await server.stop();
});

function members(): readonly Member[] {
  return [
    { name: 'dangbo', url: recorder.url, sdl: OUR_SDL },
    { name: 'statistics-office', url: office.url, sdl: OFFICE_SDL },
  ];
}

test('what is served to gateways is the published schema', async () => {
  const { _service } = await server.data<{ _service: { sdl: string } }>('{ _service { sdl } }');
  expect(_service.sdl.trim()).toBe(OUR_SDL.trim());
});

test.each(Object.entries(COMPOSERS))('%s puts the two together without error or hint', (_, compose) => {
  const { supergraph, errors, hints } = compose(members());
  expect({ errors, hints }).toEqual({ errors: [], hints: [] });
  expect(supergraph).toContain('population(year: Int!)');
});

interface CommunesAnswer {
  readonly organization: {
    readonly name: string;
    readonly grassrootsOrganizations: {
      readonly nodes: readonly {
        readonly code: string;
        readonly indicator: { readonly value: number | null; readonly status: string };
        readonly adminUnit: { readonly population: { readonly inhabitants: number } | null } | null;
      }[];
    };
  } | null;
}

const FROM_OURS = `{
  organization(code: "H509") {
    name
    ... on District {
      grassrootsOrganizations(on: "2023-11-01") {
        nodes {
          code
          indicator(code: "PARTY_MEMBERS", period: "2023-11-01") { value status }
          adminUnit { codeList population(year: 2023) { inhabitants } }
        }
      }
    }
  }
}`;

const FROM_THEIRS = `{
  mostPopulousUnits(codeList: "VN-2024", year: 2023, first: 50) {
    code
    name
    population(year: 2023) { inhabitants }
    organization { code kind indicator(code: "PARTY_MEMBERS", period: "2023") { value qualifier } }
  }
}`;

interface UnitsAnswer {
  readonly mostPopulousUnits: readonly {
    readonly code: string;
    readonly name: string;
    readonly population: { readonly inhabitants: number };
    readonly organization: {
      readonly code: string;
      readonly indicator: { readonly value: number | null };
    } | null;
  }[];
}

describe.each(Object.entries(GATEWAYS))('through %s', (_, start) => {
  let gateway: RunningGateway;

  beforeAll(async () => {
    gateway = await start(members());
  });

  afterAll(async () => {
    await gateway.stop();
  });

  test('a question that begins with us ends with the office', async () => {
    const { data, errors } = await askAt<CommunesAnswer>(gateway.url, FROM_OURS);
    expect(errors).toBeUndefined();
    const nodes = data?.organization?.grassrootsOrganizations.nodes ?? [];
    expect(nodes.find(({ code }) => code === 'X20644')).toEqual({
      code: 'X20644',
      indicator: { value: 222, status: 'OBSERVED' },
      adminUnit: { codeList: 'VN-2024', population: { inhabitants: 7300 } },
    });
    expect(nodes.length).toBeGreaterThan(15);
  });

  test('a question that begins with the office ends with us: 50 units cost one request and a constant number of statements', async () => {
    await askAt(gateway.url, FROM_THEIRS);
    recorder.requests.length = 0;
    const { result, statements } = await server.watch(() => askAt<UnitsAnswer>(gateway.url, FROM_THEIRS));
    const { data, errors } = result;
    expect(errors).toBeUndefined();
    const units = data?.mostPopulousUnits ?? [];
    expect(units.length).toBe(50);
    expect(units.find(({ code }) => code === '20800')).toMatchObject({
      name: 'Xã Bình Nguyên',
      organization: { code: 'X20800', indicator: { value: 210, qualifier: 'EXACT' } },
    });
    expect(recorder.requests.map(({ variables }) => variables?.representations?.length)).toEqual([50]);
    expect(statements.map(({ name }) => name)).toEqual(['journal-since']);
  });

  test('the office being away leaves our part of the answer whole', async () => {
    await office.stop();
    try {
      const { data, errors } = await askAt<CommunesAnswer>(gateway.url, FROM_OURS);
      const nodes = data?.organization?.grassrootsOrganizations.nodes ?? [];
      expect(nodes.find(({ code }) => code === 'X20644')).toEqual({
        code: 'X20644',
        indicator: { value: 222, status: 'OBSERVED' },
        adminUnit: { codeList: 'VN-2024', population: null },
      });
      expect(errors?.length).toBeGreaterThan(0);
    } finally {
      office = await startOffice(Number(new URL(office.url).port));
    }
  });
});
