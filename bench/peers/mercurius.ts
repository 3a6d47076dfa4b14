import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { announce, peerSettings } from './settings.ts';

/** Fastify and mercurius with compiled queries, and loaders written by hand: one statement for each level. */
const { databaseUrl, poolSize } = peerSettings();
// A date is its text.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });

type Row = Readonly<Record<string, unknown>>;
type Queries<Params> = readonly { readonly obj: Row; readonly params: Params }[];

async function rows(name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  return (await pool.query<Row>({ name, text, values: [...values] })).rows;
}

const FIGURE = `unit_id as "unitId", month, code, name, members, official, probationary, admitted,
  made_official as "madeOfficial", disciplined, departed, badges`;

const schema = `
  type Figure {
    code: String! name: String! month: String!
    members: Int official: Int probationary: Int admitted: Int madeOfficial: Int disciplined: Int departed: Int badges: Int
    cells: [Figure!]!
  }
  type Unit { code: String! figures(month: String!): Figure members(day: String!, members: Int!): [Person!]! }
  type Part { sex: String! band: String! members: Int! }
  type Count { code: String! members: Int! }
  type Person { id: Int! fullName: String! sex: String! bornOn: String! ethnicity: String! admittedOn: String! status: String! }
  type Query {
    figuresOf(codes: [String!]!, month: String!): [Figure!]!
    provincesIn(month: String!): [Figure!]!
    grassrootsOf(code: String!, month: String!): [Figure!]!
    unitsOf(codes: [String!]!): [Unit!]!
    seriesOf(code: String!, fromMonth: String!, toMonth: String!): [Figure!]!
    bySexAndBand(code: String!, day: String!): [Part!]!
    youngWomen(ethnicity: String!, day: String!): [Count!]!
    cellsOf(code: String!, day: String!, cells: Int!): [Unit!]!
  }`;

type Arguments = Readonly<Record<string, string>>;

const resolvers = {
  Query: {
    figuresOf: (_: unknown, { codes, month }: { codes: string[]; month: string }) =>
      rows('figures', `select ${FIGURE} from bench.figure where code = any($1::text[]) and month = $2`, [codes, month]),
    provincesIn: (_: unknown, { month }: Arguments) =>
      rows('provinces', `select ${FIGURE} from bench.provinces_in($1)`, [month]),
    grassrootsOf: (_: unknown, { code, month }: Arguments) =>
      rows('grassroots', `select ${FIGURE} from bench.grassroots_of($1, $2)`, [code, month]),
    unitsOf: (_: unknown, { codes }: { codes: string[] }) => codes.map((code) => ({ code })),
    seriesOf: (_: unknown, { code, fromMonth, toMonth }: Arguments) =>
      rows('series', `select ${FIGURE} from bench.series_of($1, $2, $3)`, [code, fromMonth, toMonth]),
    bySexAndBand: (_: unknown, { code, day }: Arguments) =>
      rows('parts', 'select sex, band, members from bench.by_sex_and_band($1, $2)', [code, day]),
    youngWomen: (_: unknown, { ethnicity, day }: Arguments) =>
      rows('young', 'select code, members from bench.young_women($1, $2)', [ethnicity, day]),
    cellsOf: (_: unknown, { code, day, cells }: Arguments) =>
      rows('cells-of', 'select id, code from bench.cells_of($1, $2, $3)', [code, day, cells]),
  },
};

const loaders = {
  Figure: {
    async cells(queries: Queries<unknown>): Promise<Row[][]> {
      const found = await rows(
        'cells',
        `select base_id as "baseId", ${FIGURE} from bench.figure where base_id = any($1::int[]) and month = $2`,
        [queries.map(({ obj }) => obj['unitId']), queries[0]?.obj['month']],
      );
      const byBase = Map.groupBy(found, (row) => row['baseId']);
      return queries.map(({ obj }) => byBase.get(obj['unitId']) ?? []);
    },
  },
  Unit: {
    async figures(queries: Queries<{ month: string }>): Promise<(Row | null)[]> {
      const found = await rows(
        'figures',
        `select ${FIGURE} from bench.figure where code = any($1::text[]) and month = $2`,
        [queries.map(({ obj }) => obj['code']), queries[0]?.params.month],
      );
      const byCode = new Map(found.map((row) => [row['code'], row]));
      return queries.map(({ obj }) => byCode.get(obj['code']) ?? null);
    },
    async members(queries: Queries<{ day: string; members: number }>): Promise<Row[][]> {
      const found = await rows(
        'members',
        `select cell.id as "cellId", page.*
        from unnest($1::int[]) cell(id) cross join lateral (
          select member.id, full_name as "fullName", sex, born_on as "bornOn", ethnicity, admitted_on as "admittedOn", status
          from member_cell join member on member.id = member_id
          where cell_id = cell.id and valid @> $2::date order by member.id limit $3) page`,
        [queries.map(({ obj }) => obj['id']), queries[0]?.params.day, queries[0]?.params.members],
      );
      const byCell = Map.groupBy(found, (row) => row['cellId']);
      return queries.map(({ obj }) => byCell.get(obj['id']) ?? []);
    },
  },
};

const app = Fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1, graphiql: false, cache: false });
await app.listen({ host: '127.0.0.1', port: 0 });
announce((app.server.address() as AddressInfo).port, '/graphql');
process.on('SIGTERM', () => process.exit(0));
