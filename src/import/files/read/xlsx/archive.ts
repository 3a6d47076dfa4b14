import type { Readable } from 'node:stream';
import { types } from 'node:util';
import type { Entry, ZipFile } from 'yauzl';
import { open } from 'yauzl';
import { CodedError } from '../../../../errors/coded-error.ts';
import type { FileLimits } from '../../limits.ts';
import { tooLarge, unreadable } from '../refuse.ts';

const MAX_ENTRIES = 2_000;

/** The parts of a workbook. What they unpack to is counted over all of them. */
export class Archive {
  private bytes = 0;

  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
    private readonly limits: FileLimits,
  ) {}

  /** @throws CodedError FILE_MALFORMED, FILE_TOO_LARGE */
  static async open(path: string, limits: FileLimits): Promise<Archive> {
    const zip = await new Promise<ZipFile>((resolve, reject) => {
      open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, opened) =>
        error ? reject(broken(error)) : resolve(opened),
      );
    });
    try {
      return new Archive(zip, await entriesOf(zip), limits);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** A part, piece by piece; nothing where there is no such part. */
  async *part(name: string): AsyncGenerator<Buffer> {
    const entry = this.entries.get(name);
    if (!entry) return;
    if (entry.uncompressedSize > this.limits.bytes - this.bytes) throw tooLarge('bytes', this.limits);
    const stream = await new Promise<Readable>((resolve, reject) => {
      this.zip.openReadStream(entry, (error, opened) => (error ? reject(broken(error)) : resolve(opened)));
    });
    try {
      for await (const piece of stream as AsyncIterable<Buffer>) {
        this.bytes += piece.length;
        if (this.bytes > this.limits.bytes) throw tooLarge('bytes', this.limits);
        yield piece;
      }
    } catch (error) {
      throw error instanceof CodedError ? error : broken(error);
    } finally {
      stream.destroy();
    }
  }

  close(): void {
    this.zip.close();
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      if (entries.size > MAX_ENTRIES) reject(broken(new Error('too many parts')));
      else zip.readEntry();
    });
    zip.on('end', resolve);
    zip.on('error', (error: unknown) => reject(broken(error)));
    zip.readEntry();
  });
  return entries;
}

function broken(error: unknown): Error {
  return unreadable('FILE_MALFORMED', 'a whole XLSX workbook', types.isNativeError(error) ? error.message : 'none');
}
