/** A process that starts the embedded server of a folder, commits a row, and then waits to be killed. */
import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/database/embedded/server.ts';

const [dataDir, text] = process.argv.slice(2);
if (dataDir === undefined || text === undefined) throw new Error('usage: hold-embedded folder text');
const { url } = await startEmbeddedPostgres({ dataDir, durable: true });
const client = new pg.Client({ connectionString: url });
await client.connect();
await client.query('create table if not exists kept (text text)');
await client.query('insert into kept values ($1)', [text]);
process.stdout.write('committed\n');
