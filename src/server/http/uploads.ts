import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import type { BusboyHeaders } from '@fastify/busboy';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { requireLevel } from '../../access/level.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { UploadedFile } from '../../resolvers/imports/uploaded-file.ts';
import type { Gate } from '../limits/gate.ts';
import type { BodyTimes } from './body-times.ts';
import type { Exchange } from './exchange.ts';
import { answerType, statusOf } from './media-type.ts';
import { sendErrors } from './unreadable.ts';

/** Bytes of a file as it comes, packed or not, and of the question beside it. */
const MAX_BYTES = { file: 64 * 1024 * 1024, question: 64 * 1024 };

/** Headers of which a request with files needs one: a page of another site cannot send them without being asked. */
const PREFLIGHT = ['apollo-require-preflight', 'x-apollo-operation-name'];

/** What a request with a file passes on its way. */
export interface UploadStations {
  readonly exchange: Exchange;
  /** Lets so many files come at once. */
  readonly gate: Gate;
  readonly times: BodyTimes;
}

const FOLDER = 'dangbo-upload-';
/** No file comes for so long, nor waits for so long to be brought in. */
const LEFT_BEHIND_MILLISECONDS = 24 * 60 * 60 * 1000;

/** Removes what servers left behind that were killed: files may tell of members. */
export async function removeLeftUploads(now = Date.now()): Promise<void> {
  const names = await readdir(tmpdir());
  for (const name of names.filter((each) => each.startsWith(FOLDER))) {
    const path = join(tmpdir(), name);
    const found = await stat(path).catch(() => undefined);
    if (found && now - found.mtimeMs > LEFT_BEHIND_MILLISECONDS) await rm(path, { recursive: true, force: true });
  }
}

export function isUpload({ method, headers }: FastifyRequest): boolean {
  return method === 'POST' && (headers['content-type'] ?? '').startsWith('multipart/form-data');
}

/**
 * Takes a request with a file as the GraphQL multipart request convention has it: `operations`, `map`, then the file.
 * Who may not send files is told so before any of it is read. What nobody took over is removed after the answer.
 */
export async function takeUpload(
  request: FastifyRequest,
  reply: FastifyReply,
  { exchange, gate, times }: UploadStations,
  answer: () => Promise<unknown>,
): Promise<unknown> {
  let upload: Upload | undefined;
  let leave: (() => void) | undefined;
  try {
    if (!PREFLIGHT.some((name) => (request.headers[name] ?? '') !== '')) {
      throw refused(`a request with files to have the header ${PREFLIGHT[0]}`, 'none');
    }
    requireLevel((await exchange.open()).viewer, 'MEMBER_LEVEL');
    leave = await gate.enter();
    if (!leave) throw new CodedError('SERVER_BUSY', 'Expected fewer files at once. Send it again shortly.');
    upload = await Upload.receive(request.raw, times.extend(request.raw));
    leave();
    request.body = upload.body;
    return await answer();
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    request.raw.resume();
    const asQuestion = statusOf(400, answerType(request.headers.accept), true);
    const status = STATUS[error.code] ?? asQuestion;
    if (error.code === 'SERVER_BUSY') reply.header('retry-after', 1);
    return sendErrors(request, reply, status, error.message, error.code);
  } finally {
    leave?.();
    await upload?.removeUntaken();
  }
}

/** What is no question that GraphQL could answer has a status that says so. */
const STATUS: Readonly<Record<string, number | undefined>> = {
  BODY_TOO_LARGE: 413,
  FORBIDDEN: 403,
  SERVER_BUSY: 503,
  UPLOAD_REFUSED: 400,
};

/** One request with its file. */
class Upload {
  private constructor(
    readonly body: unknown,
    private readonly files: readonly UploadedFile[],
  ) {}

  /** @param onPiece is called for each piece that comes */
  static async receive(incoming: IncomingMessage, onPiece: () => void): Promise<Upload> {
    const folder = await mkdtemp(join(tmpdir(), FOLDER));
    const fields = new Map<string, string>();
    const files = new Map<string, UploadedFile>();
    try {
      await readParts(heard(incoming, onPiece), incoming.headers, folder, fields, files);
      return new Upload(bodyOf(fields, files), [...files.values()]);
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error instanceof CodedError ? error : refused('a whole multipart request', 'one that is broken');
    }
  }

  async removeUntaken(): Promise<void> {
    for (const file of this.files) if (!file.isTaken) await file.remove();
  }
}

/** What is not read to its end is left for whoever answers: a connection that is cut gives no answer. */
async function* heard(incoming: IncomingMessage, onPiece: () => void): AsyncGenerator<Buffer> {
  const pieces = incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  for await (const piece of pieces) {
    onPiece();
    yield piece;
  }
}

async function readParts(
  pieces: AsyncIterable<Buffer>,
  headers: IncomingHttpHeaders,
  folder: string,
  fields: Map<string, string>,
  files: Map<string, UploadedFile>,
): Promise<void> {
  const limits = { files: 1, fields: 2, fieldSize: MAX_BYTES.question, fileSize: MAX_BYTES.file, parts: 3 };
  const parts = new Busboy({ headers: headers as BusboyHeaders, limits });
  const writing: Promise<void>[] = [];
  let isTooLarge = false;
  parts.on('field', (name, value, _nameCut, isCut) => {
    isTooLarge ||= isCut;
    fields.set(name, value);
  });
  parts.on('file', (name, stream, fileName) => {
    const file = new UploadedFile(join(folder, randomUUID()), basename(fileName ?? 'file'));
    files.set(name, file);
    stream.on('limit', () => {
      isTooLarge = true;
    });
    writing.push(pipeline(stream, createWriteStream(file.path)));
  });
  await pipeline(pieces, parts);
  await Promise.all(writing);
  if (isTooLarge)
    throw new CodedError('BODY_TOO_LARGE', `Expected a file of at most ${MAX_BYTES.file} bytes; got more.`);
}

/** The question with its files in the places that the map names. */
function bodyOf(fields: ReadonlyMap<string, string>, files: ReadonlyMap<string, UploadedFile>): unknown {
  const body = parsed(fields.get('operations'), 'operations');
  const map = parsed(fields.get('map'), 'map');
  for (const [name, file] of files) {
    const paths = Object.hasOwn(map, name) ? map[name] : undefined;
    if (!Array.isArray(paths) || paths.length !== 1) throw refused(`one place for the file ${name} in map`, 'none');
    put(body, String(paths[0]), file);
  }
  return body;
}

/** A file goes where a variable has null. */
function put(body: Record<string, unknown>, path: string, file: UploadedFile): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let at: unknown = body;
  for (const step of steps) at = isRecord(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  if (steps[0] !== 'variables' || !isRecord(at) || !Object.hasOwn(at, last) || at[last] !== null) {
    throw refused('a variable that is null for each file', path.slice(0, 40));
  }
  at[last] = file;
}

function parsed(text: string | undefined, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '');
    if (isRecord(value)) return value;
  } catch {
    // Said below, as for anything that is no object.
  }
  throw refused(`${name} to be a JSON object`, text === undefined ? 'none' : 'something else');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refused(expected: string, received: string): CodedError {
  return new CodedError('UPLOAD_REFUSED', `Expected ${expected}; got ${received}.`, { expected, received });
}
