import 'reflect-metadata';
import { writeFile } from 'node:fs/promises';
import { composeServices } from '@theguild/federation-composition';
import { parse } from 'graphql';
import { buildSubgraph } from '../src/federation/subgraph.ts';

/** npm run supergraph [-- ADDRESS]: writes supergraph.graphql, which a gateway starts from. */
const [, , url = 'http://dangbo:4000/graphql'] = process.argv;
const { sdl } = await buildSubgraph();
const { supergraphSdl, errors } = composeServices([{ name: 'dangbo', url, typeDefs: parse(sdl) }]);
if (supergraphSdl === undefined) {
  process.stderr.write(`${(errors ?? []).map(({ message }) => message).join('\n')}\n`);
  process.exitCode = 1;
} else {
  await writeFile('supergraph.graphql', supergraphSdl);
  process.stdout.write(`supergraph.graphql: dangbo at ${url}\n`);
}
