import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireLevel } from '../access/level.ts';
import { requireOwn } from '../access/report-access.ts';
import type { Statements } from '../database/statements.ts';
import { CodedError, shown } from '../errors/coded-error.ts';
import { askedConnection } from './export-connection.ts';
import { membersTable } from '../export/members.ts';
import { observationsTable } from '../export/observations.ts';
import type { ExportForm, ExportTable } from '../export/table.ts';
import { withAllBelow } from '../export/units.ts';
import { begun, writeTable } from '../export/write.ts';
import type { RequestContext } from '../loaders/context.ts';
import { isWithheld } from '../protection/unpublished.ts';
import type { Unit } from '../tree/unit.ts';
import { sendErrors } from './http/unreadable.ts';
import type { Gate } from './limits/gate.ts';
import type { Entrance } from './sign-in.ts';

/** What an export is made with. */
export interface ExportStations {
  readonly entrance: Entrance;
  readonly statements: Statements;
  readonly gate: Gate;
  /** After so long an export is cut off, however slowly it is taken. */
  readonly milliseconds: number;
}

interface Asked {
  readonly name: string;
  readonly form: ExportForm;
  readonly unit: string | undefined;
  readonly below: boolean;
}

const TYPES: Readonly<Record<ExportForm, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const STATUS: Readonly<Record<string, number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  ORGANIZATION_UNKNOWN: 404,
  SERVER_BUSY: 503,
  DATABASE_UNAVAILABLE: 503,
  AUDIT_UNAVAILABLE: 503,
};

type Query = Readonly<Record<string, string | undefined>>;

/**
 * Serves downloads: observations, members, and any connection, each as CSV and as a workbook. Who asks is told by the
 * Authorization header alone, which no page of another site can have a browser send.
 */
export function serveExports(app: FastifyInstance, stations: ExportStations): void {
  for (const name of ['observations', 'members', 'connection'] as const) {
    for (const form of ['csv', 'xlsx'] as const) {
      app.get<{ Querystring: Query }>(`/export/${name}.${form}`, { exposeHeadRoute: false }, async (request, reply) =>
        stations.entrance.take(request, reply, async (exchange) => {
          const asked = { name, form, unit: request.query['unit'], below: request.query['below'] === 'true' };
          try {
            const context = await exchange.open();
            requireSignedIn(context);
            const table = name === 'connection' ? askedConnection(app, request) : tableOf(stations, context, asked);
            return await send(stations, reply, asked, table);
          } catch (error) {
            return refuse(request, reply, error);
          }
        }),
      );
    }
  }
}

/** A download takes a place for as long as it is taken: it is not for everybody. */
function requireSignedIn({ viewer }: RequestContext): void {
  if (viewer.role === 'PUBLIC')
    throw new CodedError('UNAUTHENTICATED', 'Expected a token as `Authorization: Bearer …`; got none.');
}

function tableOf({ statements }: ExportStations, context: RequestContext, { name, unit, below }: Asked): ExportTable {
  const { tree } = context.snapshot;
  const found = unit === undefined ? undefined : unitNamed(context, unit);
  const own = (of: Unit): number[] => (below ? withAllBelow(tree, of, context.today) : [of.id]);
  if (name === 'observations') {
    if (!found) throw new CodedError('INPUT_INVALID', 'Expected `unit`, the code of a party organisation; got none.');
    return observationsTable(statements, own(found), (fact) => !isWithheld(toldOf(context, fact), context.sight));
  }
  requireLevel(context.viewer, 'MEMBER_LEVEL');
  if (found) requireOwn(context, found);
  const cells = found ? withAllBelow(tree, found, context.today) : null;
  return membersTable({ statements, viewer: context.viewer, members: context.members }, cells);
}

type Told = Parameters<typeof isWithheld>[0];
type Listed = Pick<Told, 'role' | 'state'> & { readonly organization: string; readonly indicator: string };

function toldOf({ snapshot }: RequestContext, { organization, indicator, role, state }: Listed): Told {
  const { tree, catalogue } = snapshot;
  return { unit: tree.byCode(organization) ?? tree.root, indicator: catalogue.get(indicator), role, state };
}

function unitNamed({ snapshot }: RequestContext, code: string): Unit {
  const unit = snapshot.tree.byCode(code);
  if (unit) return unit;
  throw new CodedError('ORGANIZATION_UNKNOWN', `Expected the code of a party organisation; got ${shown(code)}.`);
}

async function send(
  { gate, milliseconds }: ExportStations,
  reply: FastifyReply,
  { name, form, unit }: Asked,
  table: ExportTable,
): Promise<FastifyReply> {
  const leave = await gate.enter();
  if (!leave) throw new CodedError('SERVER_BUSY', 'Expected fewer downloads at once. Ask again shortly.');
  try {
    const body = writeTable(await begun(table), form);
    const timer = setTimeout(() => body.destroy(new Error('the download took too long')), milliseconds);
    body.once('close', () => {
      clearTimeout(timer);
      leave();
    });
    const file = `${name}${unit === undefined ? '' : `-${unit.replace(/[^\w.-]/g, '_')}`}.${form}`;
    return reply
      .header('content-type', TYPES[form])
      .header('content-disposition', `attachment; filename="${file}"`)
      .header('cache-control', 'no-store')
      .send(body);
  } catch (error) {
    leave();
    throw error;
  }
}

function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  if (!(error instanceof CodedError)) throw error;
  const { code, message } = error;
  if (code === 'UNAUTHENTICATED') reply.header('www-authenticate', 'Bearer');
  if (code === 'SERVER_BUSY') reply.header('retry-after', 1);
  return sendErrors(request, reply.header('cache-control', 'no-store'), STATUS[code] ?? 400, message, code);
}
