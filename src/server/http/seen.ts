import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Lsn } from '../../database/replicas/lsn.ts';
import { formatLsn, NO_LSN, parseLsn } from '../../database/replicas/lsn.ts';
import type { RequestContext } from '../../loaders/context.ts';

/**
 * The name of a header and of a cookie: how far the data were that somebody has seen. Sent back with the next
 * question, wherever that is answered, it sees to it that nothing older is read.
 */
const SEEN = 'dangbo-seen';

/** Beyond every place: the primary alone can answer then. */
const LATEST: Lsn = 2n ** 64n - 1n;

/** What a request says that was seen; nothing where it says nothing, and everything where that cannot be read. */
export function seenIn(headers: IncomingHttpHeaders): Lsn {
  const given = headers[SEEN] ?? cookieIn(headers.cookie ?? '');
  if (given === undefined) return NO_LSN;
  return (typeof given === 'string' ? parseLsn(given) : undefined) ?? LATEST;
}

function cookieIn(cookies: string): string | undefined {
  return cookies
    .split(';')
    .map((each) => each.trim())
    .find((each) => each.startsWith(`${SEEN}=`))
    ?.slice(SEEN.length + 1);
}

/** Tells what the answer has seen, where reads go to several servers. */
export function tellSeen(reply: FastifyReply, { spread }: RequestContext): void {
  if (!spread) return;
  const seen = formatLsn(spread.seen());
  reply.header(SEEN, seen).header('set-cookie', `${SEEN}=${seen}; Path=/; HttpOnly; SameSite=Strict`);
}
