import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PgAggregatesPreset } from '@graphile/pg-aggregates';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { announce, peerSettings } from './settings.ts';

/**
 * PostGraphile 5 with pg-aggregates over the roll-up, as a competent user would tune it: SQL functions that
 * PostgreSQL inlines, lists in place of connections, prepared statements, no pages for people and no explanations.
 */
const { databaseUrl, poolSize } = peerSettings();

const instance = postgraphile({
  extends: [PostGraphileAmberPreset, PgAggregatesPreset],
  pgServices: [
    makePgService({
      connectionString: databaseUrl,
      schemas: ['bench'],
      poolConfig: { max: poolSize },
      pubsub: false,
    }),
  ],
  schema: { defaultBehavior: '-connection +list -insert -update -delete -filter -node', dontSwallowErrors: true },
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false, watch: false },
  grafast: { explain: false },
});
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port, '/graphql'));
process.on('SIGTERM', () => process.exit(0));
