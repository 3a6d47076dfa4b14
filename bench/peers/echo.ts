import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { announce } from './settings.ts';

/** Gives back what dangbo answered, byte by byte, by its number: what HTTP alone costs. */
const answers = new Map<string, Buffer>();

const server = createServer((request, response) => {
  text(request)
    .then((body) => {
      if (request.method === 'PUT') answers.set(request.url ?? '', Buffer.from(body));
      const answer = answers.get(request.url ?? '');
      response.writeHead(answer ? 200 : 404, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': answer?.byteLength ?? 0,
      });
      response.end(answer);
    })
    .catch(() => response.destroy());
});

server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port, ''));
process.on('SIGTERM', () => process.exit(0));
