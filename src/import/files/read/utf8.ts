import { unreadable } from './refuse.ts';

const EXPECTED = 'text in UTF-8, with or without its mark';

/**
 * Lets UTF-8 pass and refuses anything else: what was written in another encoding would come out as other words.
 * @throws CodedError FILE_ENCODING
 */
export async function* inUtf8(pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let at = 0;
  for await (const piece of pieces) {
    requireText(decoder, piece, at);
    at += piece.length;
    yield piece;
  }
  requireText(decoder, undefined, at);
}

function requireText(decoder: TextDecoder, piece: Buffer | undefined, at: number): void {
  if (at === 0 && piece && isUtf16(piece)) throw unreadable('FILE_ENCODING', EXPECTED, 'UTF-16');
  if (piece?.includes(0)) throw unreadable('FILE_ENCODING', EXPECTED, 'bytes that no text has');
  try {
    decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw unreadable('FILE_ENCODING', EXPECTED, `other bytes after byte ${at}`);
  }
}

function isUtf16([first, second]: Buffer): boolean {
  return (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
}
