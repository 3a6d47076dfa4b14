/** What a file may hold. Whatever is beyond is refused while it is read: nothing of that size is ever kept. */
export interface FileLimits {
  /** Bytes once it is unpacked. */
  readonly bytes: number;
  readonly rows: number;
  readonly columns: number;
  /** Characters of one cell. */
  readonly cell: number;
  /** Characters of one row, or of one line. */
  readonly row: number;
  /** Characters of all texts that a workbook keeps apart from its sheets, which have to be held while it is read. */
  readonly sharedTexts: number;
}

/** For files of this machine. */
export const FILE_LIMITS: FileLimits = {
  bytes: 8 * 1024 ** 3,
  rows: 20_000_000,
  columns: 100,
  cell: 20_000,
  row: 200_000,
  sharedTexts: 40_000_000,
};

/** For files that come over the net. */
export const UPLOAD_LIMITS: FileLimits = { ...FILE_LIMITS, bytes: 512 * 1024 ** 2, rows: 2_000_000 };
