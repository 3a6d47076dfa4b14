import type { FastifyInstance } from 'fastify';

/** Everything comes from here; the editor's own styles and workers are made in the page. */
const CONTENT_SECURITY = [
  `default-src 'self'`,
  `style-src 'self' 'unsafe-inline'`,
  `img-src 'self' data: blob:`,
  `font-src 'self' data:`,
  `worker-src 'self' blob:`,
  `object-src 'none'`,
  `base-uri 'self'`,
  `frame-ancestors 'none'`,
  `form-action 'self'`,
].join('; ');

const ON_EVERYTHING = [
  ['x-content-type-options', 'nosniff'],
  ['cross-origin-resource-policy', 'same-origin'],
] as const;

/** An answer to a question is no page: it has no frame to be in, and no link to be followed. */
const ON_PAGES = [
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const;

/** Headers that keep browsers from doing with an answer what it is not meant for. */
export function guardPages(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    const type = String(reply.getHeader('content-type') ?? '');
    for (const [name, value] of ON_EVERYTHING) reply.raw.setHeader(name, value);
    if (!type.startsWith('application/')) for (const [name, value] of ON_PAGES) reply.raw.setHeader(name, value);
    if (type.startsWith('text/html')) {
      reply.header('content-security-policy', CONTENT_SECURITY);
    }
    done(null, payload);
  });
}
