import type { FastifyInstance } from 'fastify';
import type { Limits } from '../../limits.ts';
import { Unreadable } from './unreadable.ts';
import { isUpload } from './uploads.ts';

/** Holds bodies back that are compressed or in other letters, before they are read, or that come in crumbs. */
export function guardBodies(app: FastifyInstance, { bodyPieces }: Limits): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') {
      done(new Unreadable('ENCODING_UNSUPPORTED', 415, 'Expected a body that is not compressed.'));
      return;
    }
    const charset = charsetOf(request.headers['content-type']);
    if (charset !== undefined && charset !== 'utf-8' && charset !== 'utf8') {
      done(new Unreadable('ENCODING_UNSUPPORTED', 415, 'Expected a body in UTF-8.'));
      return;
    }
    // A file comes in as many pieces as it has, and is read by whoever takes it. A body whose length was said comes in
    // packets, which cost whoever sends them more than us.
    if (isUpload(request) || request.headers['transfer-encoding'] === undefined) {
      done(null, payload);
      return;
    }
    let pieces = 0;
    payload.on('data', () => {
      pieces += 1;
      if (pieces === bodyPieces + 1) {
        const message = `Expected a body in at most ${bodyPieces} pieces; got more.`;
        payload.emit('error', new Unreadable('BODY_TOO_LARGE', 413, message));
      }
    });
    done(null, payload);
  });
}

/** Of a body in JSON: other types are refused anyway. */
function charsetOf(contentType = ''): string | undefined {
  return /^application\/json\s*;.*charset\s*=\s*"?([^\s";]+)/i.exec(contentType)?.[1]?.toLowerCase();
}
