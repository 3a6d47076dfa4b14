import 'reflect-metadata';
import { buildClassSchema, printSubgraph } from '../src/federation/printed-schema.ts';
import { keepGenerated } from './generated-file.ts';

/** Makes schema.graphql from the classes: npm run schema, and schema:check. */
await keepGenerated('schema.graphql', printSubgraph(await buildClassSchema()), 'schema');
