import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { types } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { FileLimits } from '../limits.ts';
import { tooLarge, unreadable } from './refuse.ts';

/** A file whose bytes are read, counted and hashed on the way; unpacked where it came packed by gzip. */
export class OpenedFile {
  private readonly hash: Hash = createHash('sha256');
  /** Bytes read of the file itself, and how many it has: how far reading has come. */
  read = 0;
  /** Bytes once unpacked. */
  bytes = 0;

  private constructor(
    readonly path: string,
    readonly size: number,
    readonly isPacked: boolean,
    private readonly limits: FileLimits,
  ) {}

  static async at(path: string, limits: FileLimits): Promise<OpenedFile> {
    const { head, size } = await headOf(path);
    return new OpenedFile(path, size, isGzip(head), limits);
  }

  /** The content, piece by piece. To be gone through once. */
  async *content(): AsyncGenerator<Buffer> {
    const source = createReadStream(this.path, { highWaterMark: 256 * 1024 });
    source.on('data', (piece) => (this.read += piece.length));
    const unpacked = this.isPacked ? source.pipe(createGunzip()) : source;
    if (unpacked !== source) source.on('error', (error) => unpacked.destroy(error));
    try {
      for await (const piece of unpacked as AsyncIterable<Buffer>) {
        this.bytes += piece.length;
        if (this.bytes > this.limits.bytes) throw tooLarge('bytes', this.limits);
        this.hash.update(piece);
        yield piece;
      }
    } catch (error) {
      throw isZlib(error) ? unreadable('FILE_MALFORMED', 'a whole gzip file', 'one that is broken') : error;
    } finally {
      source.destroy();
    }
  }

  /** SHA-256 of the unpacked content, once all of it was read. */
  digest(): string {
    return this.hash.digest('hex');
  }

  /** Writes the content to another file, as whoever reads it in no order needs it. */
  async unpackTo(path: string): Promise<void> {
    await pipeline(this.content(), createWriteStream(path));
  }
}

async function headOf(path: string): Promise<{ head: Buffer; size: number }> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return { head: buffer.subarray(0, bytesRead), size };
  } finally {
    await file.close();
  }
}

function isGzip(head: Buffer): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function isZlib(error: unknown): boolean {
  return types.isNativeError(error) && 'code' in error && String(error.code).startsWith('Z_');
}
