import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { QUESTIONS } from '../questions/index.ts';
import { announce, peerSettings } from './settings.ts';

/** The least that a server over SQL can do: one prepared statement, whose JSON is passed on as it is. */
const { databaseUrl, poolSize } = peerSettings();
const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
const statements = new Map(QUESTIONS.flatMap((question) => Object.entries(question.statements)));
// JSON that the database has made stays text.
pg.types.setTypeParser(pg.types.builtins.JSON, (json) => json);

const server = createServer((request, response) => {
  text(request)
    .then((body) => answer(JSON.parse(body) as { statement: string; values: unknown[] }))
    .then((json) => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': Buffer.byteLength(json),
      });
      response.end(json);
    })
    .catch((error: unknown) => {
      process.stderr.write(`${String(error)}\n`);
      response.writeHead(500).end();
    });
});

async function answer({ statement, values }: { statement: string; values: unknown[] }): Promise<string> {
  const { rows } = await pool.query<{ body: string | null }>({
    name: statement,
    text: statements.get(statement) ?? '',
    values,
  });
  return rows[0]?.body ?? '[]';
}

server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port, '/'));
process.on('SIGTERM', () => process.exit(0));
