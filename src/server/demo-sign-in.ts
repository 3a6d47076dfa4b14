import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AskedRole, DemoSignIn } from '../access/sign-in/demo-sign-in.ts';
import { isLoopback } from '../access/sign-in/demo-sign-in.ts';
import { CodedError, shown } from '../errors/coded-error.ts';
import { sendErrors } from './http/unreadable.ts';

/** Where a page of ours learns whether roles can be chosen, and where it is given the token of one. */
const OFFER_PATH = '/graphiql/sign-in';
const TOKEN_PATH = '/graphiql/sign-in/token';

/**
 * Serves signing in by a role to the page of this same server. Who comes from another machine, through a proxy, under
 * another name or from a page of another site finds no such path.
 * @param demo absent where no roles are offered: there is no path for tokens then
 * @param hasUnit whether there is a unit of that code
 */
export function serveDemoSignIn(
  app: FastifyInstance,
  demo: DemoSignIn | undefined,
  hasUnit: (code: string) => Promise<boolean>,
): void {
  app.get(OFFER_PATH, (request, reply) =>
    reply.header('cache-control', 'no-store').send({ roles: demo !== undefined && isAtThisMachine(request) }),
  );
  if (demo === undefined) return;
  app.post(TOKEN_PATH, async (request, reply) => {
    if (!isAtThisMachine(request) || !isOwnPage(request)) return reply.callNotFound();
    try {
      const token = await signed(demo, hasUnit, request.body);
      return await reply.header('cache-control', 'no-store').send({ token });
    } catch (error) {
      return refuse(error, request, reply);
    }
  });
}

async function signed(demo: DemoSignIn, hasUnit: (code: string) => Promise<boolean>, body: unknown): Promise<string> {
  if (!isAskedRole(body)) {
    const message = 'Expected a JSON object with a `role`, and a `unit` for an officer.';
    throw new CodedError('INPUT_INVALID', message);
  }
  if (body.unit !== undefined && !(await hasUnit(body.unit)))
    throw new CodedError('ORGANIZATION_UNKNOWN', `No party organisation has the code ${shown(body.unit)}.`);
  return demo(body);
}

function isAskedRole(body: unknown): body is AskedRole {
  if (typeof body !== 'object' || body === null) return false;
  const { role, unit } = body as Record<string, unknown>;
  return typeof role === 'string' && (unit === undefined || typeof unit === 'string');
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (!(error instanceof CodedError)) throw error;
  return sendErrors(request, reply, 400, error.message, error.code);
}

/** Headers that a proxy adds, whoever stands before it. */
const OF_PROXIES = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

/** Over a connection of this machine, to a name of it: a name of somebody else's that leads here is none. */
function isAtThisMachine({ ip, headers }: FastifyRequest): boolean {
  const name = (headers.host ?? '').replace(/:\d+$/, '');
  const address = ip.replace(/^::ffff:/, '');
  return isLoopback(address) && isLoopback(name) && OF_PROXIES.every((header) => headers[header] === undefined);
}

/** A browser says which page asks, and no page can say otherwise. */
function isOwnPage({ headers }: FastifyRequest): boolean {
  return headers.origin === `http://${headers.host ?? ''}`;
}
