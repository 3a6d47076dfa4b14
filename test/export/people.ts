import { DEFAULT_LIMITS } from '../../src/limits.ts';
import type { DemoClaims } from '../../src/access/sign-in/demo-key.ts';
import { Seed } from '../support/seed.ts';
import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';
import { signedToken } from '../support/tokens.ts';

/** Who is in a cell whose members are exported. Texts that a spreadsheet might run are names like any other here. */
export const people = ['An', 'Bình', 'Chi', '=Dung', '+84 Em', "'Giang"] as const;

type Claims = Partial<DemoClaims> & { role: string };

/** A server from which things are downloaded: two at once. */
export interface Downloads {
  readonly server: TestServer;
  readonly seed: Seed;
  readonly officer: Claims;
  readonly other: Claims;
  get(path: string, as?: Claims | string): Promise<Response>;
  /** Status and code of what is refused. */
  refusal(path: string, as?: Claims | string): Promise<readonly [number, string]>;
  close(): Promise<void>;
}

export async function openDownloads(): Promise<Downloads> {
  const server = await startTestServer({ limits: { ...DEFAULT_LIMITS, exportsAtOnce: 2 } });
  const seed = await Seed.open(server.database.url);
  await seed.units([
    { code: 'X-E', kind: 'PROVINCE', parent: 'VN' },
    { code: 'X-E-G', kind: 'GRASSROOTS_COMMITTEE', parent: 'X-E' },
    { code: 'X-E-C1', kind: 'CELL', parent: 'X-E-G' },
    { code: 'X-E-C2', kind: 'CELL', parent: 'X-E-G' },
  ]);
  await seed.sql(FACTS);
  await seed.sql(MEMBERS, [people]);
  await seed.sql(STAYS);
  const get = async (path: string, as?: Claims | string): Promise<Response> => {
    const claims = typeof as === 'string' ? { role: as } : as;
    const headers = claims ? { authorization: `Bearer ${await signedToken(claims)}` } : undefined;
    return fetch(new URL(path, server.url), headers ? { headers } : {});
  };
  return {
    server,
    seed,
    officer: { role: 'OFFICER', unit: 'X-E-G', subject: 'officer' },
    other: { role: 'OFFICER', unit: 'H509', subject: 'other' },
    get,
    refusal: async (path, as) => {
      const response = await get(path, as);
      const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
      return [response.status, errors[0]?.extensions.code ?? ''];
    },
    close: async () => {
      expect(server.unexpected).toEqual([]);
      await seed.close();
      await server.stop();
    },
  };
}

/** More than a page of observations, in two cells. */
const FACTS = `
  insert into observation (organization_id, indicator_code, role, period_key, period, dimensions, value, source_id, known_at, note)
  select o.id, 'MEMBERS_ADMITTED', 'ACTUAL', (date '2000-01-01' + at)::text, daterange(date '2000-01-01' + at, date '2000-01-02' + at),
    '{}', at % 7, 'article-que-son-2023', timestamptz '2023-01-01 00:00:00.123456+07', case when at % 9 = 0 then '=HYPERLINK("x")' end
  from organization o, generate_series(1, 2500) at where o.code in ('X-E-C1', 'X-E-C2')`;

const MEMBERS = `
  insert into member (full_name, sex, born_on, ethnicity, education, occupation, admitted_on, official_on, status, synthetic)
  select name, 'FEMALE', '1990-01-01', '01', 'UNIVERSITY', 'FARMER', '2020-01-01', '2021-01-01', 'OFFICIAL', true
  from unnest($1::text[]) name`;

const STAYS = `
  insert into member_cell (member_id, cell_id, valid)
  select m.id, o.id, daterange('2020-01-01', null) from member m, organization o where m.synthetic and o.code = 'X-E-C1'`;
