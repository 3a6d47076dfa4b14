import { SaxesParser } from 'saxes';
import { CodedError } from '../../../../errors/coded-error.ts';
import type { FileLimits } from '../../limits.ts';
import { tooLarge, unreadable } from '../refuse.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is heard of a part while it is read; names come without their prefix. */
export interface Listener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads XML piece by piece; tells after each piece, so that what was heard can be passed on.
 * A part that is not there says nothing. Between two marks nothing longer than a row's limit is taken.
 * @throws CodedError FILE_MALFORMED, FILE_TOO_LARGE, and what the listener throws
 */
export async function* listenTo(
  pieces: AsyncIterable<Buffer>,
  limits: FileLimits,
  listener: Listener,
): AsyncGenerator<void> {
  const parser = new SaxesParser();
  let [silence, isThere] = [0, false];
  parser.on('error', (error) => {
    throw unreadable('FILE_MALFORMED', 'well-formed XML in the workbook', error.message.slice(0, 80));
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    listener.open?.(localName(name), attributes);
  });
  parser.on('text', (text) => {
    silence = 0;
    listener.text?.(text);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    listener.close?.(localName(name));
  });
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) {
    isThere = true;
    const text = decoded(decoder, piece);
    silence += text.length;
    if (silence > limits.row + text.length) throw tooLarge('row', limits);
    parser.write(text);
    yield;
  }
  if (isThere) parser.close();
  yield;
}

/** Reads all of a small part. */
export async function readAll(pieces: AsyncIterable<Buffer>, limits: FileLimits, listener: Listener): Promise<void> {
  const reading = listenTo(pieces, limits, listener);
  while ((await reading.next()).done !== true);
}

function decoded(decoder: TextDecoder, piece: Buffer): string {
  try {
    return decoder.decode(piece, { stream: true });
  } catch (cause) {
    throw new CodedError('FILE_ENCODING', 'Expected a workbook written in UTF-8; got other bytes.', {}, { cause });
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
