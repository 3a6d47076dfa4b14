import type { ApolloServer } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CodedError } from '../errors/coded-error.ts';
import type { AnswerMemory } from './http/answer-memory.ts';
import { KnownBodies } from './http/known-bodies.ts';
import type { Documents } from './http/documents.ts';
import type { Exchange } from './http/exchange.ts';
import { letKeep, stillHolds, tagOf } from './http/kept-answers.ts';
import { answerType, statusOf } from './http/media-type.ts';
import type { Question } from './http/question.ts';
import { questionOf } from './http/question.ts';
import { tellSeen } from './http/seen.ts';
import { refuseMethod, sendErrors } from './http/unreadable.ts';
import type { UploadStations } from './http/uploads.ts';
import { isUpload, takeUpload } from './http/uploads.ts';
import type { Admission } from './limits/admission.ts';
import type { Entrance } from './sign-in.ts';
import type { Telemetry } from './telemetry/telemetry.ts';

/** The path of the API. */
export const GRAPHQL_PATH = '/graphql';

/** What a request passes on its way to an answer, in this order. */
export interface Stations {
  readonly documents: Documents;
  readonly entrance: Entrance;
  readonly admission: Admission;
  readonly apollo: ApolloServer<Exchange>;
  readonly memory: AnswerMemory;
  readonly telemetry: Telemetry;
  readonly uploads: Omit<UploadStations, 'exchange'>;
}

/** Takes GraphQL over HTTP into Apollo; a browser that asks for a page is sent to GraphiQL. */
export function routeGraphql(app: FastifyInstance, stations: Stations): void {
  const { documents, entrance, admission, apollo, memory, telemetry, uploads } = stations;
  const bodies = new KnownBodies(app, memory);
  app.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null));
  const answerRead = async (request: FastifyRequest, reply: FastifyReply, exchange: Exchange, question: Question) => {
    const answered = await answer(apollo, question, exchange, reply);
    await tell(exchange, reply);
    if (answered !== undefined) await bodies.keep(request, reply, exchange, answered);
    return answered === undefined ? reply : reply.send(answered);
  };
  /** A body whose answer was kept is read only if the data have changed since. */
  const answerKnown = async (request: FastifyRequest, reply: FastifyReply, exchange: Exchange) => {
    await exchange.open().catch(() => undefined);
    await tell(exchange, reply);
    const isAnswered = await bodies.answer(request, reply, exchange);
    if (isAnswered) return reply;
    const question = read(request, reply, documents);
    return question ? answerRead(request, reply, exchange, question) : reply;
  };
  /** Who sends a file is let in before it is read. */
  const handleUpload = (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    entrance.take(request, reply, (exchange) =>
      takeUpload(request, reply, { exchange, ...uploads }, async () => {
        const question = read(request, reply, documents);
        if (question === undefined) return reply;
        return admission.take(request, reply, exchange, () => answerRead(request, reply, exchange, question));
      }),
    );
  const handle = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> =>
    telemetry.follow(request, () => answerRequest(request, reply));
  const answerRequest = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (isUpload(request)) return handleUpload(request, reply);
    if (request.method === 'GET' && !hasQuery(request) && wantsPage(request)) return reply.redirect('/graphiql/');
    const question = bodies.isKnown(request) ? 'KNOWN' : read(request, reply, documents);
    if (question === undefined) return reply;
    return entrance.take(request, reply, (exchange) =>
      admission.take(request, reply, exchange, () =>
        question === 'KNOWN' ? answerKnown(request, reply, exchange) : answerRead(request, reply, exchange, question),
      ),
    );
  };
  app.route({ method: ['GET', 'POST'], url: GRAPHQL_PATH, handler: handle });
  const others = app.supportedMethods.filter((method) => !['GET', 'HEAD', 'POST'].includes(method));
  app.route({ method: others, url: GRAPHQL_PATH, handler: refuseMethod });
}

/** Where the data cannot be had, nothing of them was seen. */
async function tell(exchange: Exchange, reply: FastifyReply): Promise<void> {
  const context = exchange.wasOpened ? await exchange.open().catch(() => undefined) : undefined;
  if (context) tellSeen(reply, context);
}

/** Undefined for a question that names no document that may be run; that is said at once. */
function read(request: FastifyRequest, reply: FastifyReply, documents: Documents): Question | undefined {
  try {
    return questionOf(request, documents);
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const status = statusOf(400, answerType(request.headers.accept), true);
    void sendErrors(request, reply, status, error.message, error.code);
    return undefined;
  }
}

/** The text of an answer; undefined where the one who asks has it already, which is said at once. */
async function answer(
  apollo: ApolloServer<Exchange>,
  question: Question,
  exchange: Exchange,
  reply: FastifyReply,
): Promise<string | undefined> {
  const asked = question.request;
  const tag = await tagOf(question, exchange);
  if (tag !== undefined && stillHolds(asked.headers, tag)) {
    letKeep(reply, asked.headers, tag);
    void reply.status(304).send();
    return undefined;
  }
  const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: asked,
    context: async () => exchange,
  });
  // Given up in the meantime, and told so.
  if (reply.sent || exchange.isGivenUp) return undefined;
  for (const [name, value] of headers) reply.header(name, value);
  reply.status(statusOf(status, headers.get('content-type'), exchange.told.understood));
  if (tag !== undefined && exchange.told.repeatable) letKeep(reply, asked.headers, tag);
  if (body.kind === 'complete') return body.string;
  throw new Error('answers in parts are not given');
}

function hasQuery(request: FastifyRequest): boolean {
  return /[?&](query|extensions|documentId)=/.test(request.url);
}

function wantsPage({ headers }: FastifyRequest): boolean {
  return (headers.accept ?? '').includes('text/html');
}
