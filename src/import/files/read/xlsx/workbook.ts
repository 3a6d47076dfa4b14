import type { FileLimits } from '../../limits.ts';
import { tooLarge, unreadable } from '../refuse.ts';
import type { Archive } from './archive.ts';
import { readAll } from './xml.ts';

/** What the cells of a sheet refer to. */
export interface Workbook {
  /** The part of its first sheet that is not hidden. */
  readonly sheet: string;
  /** Days before 1970 of its day 0. */
  readonly epoch: number;
  readonly texts: readonly string[];
  /** By the number of a style, whether it shows a number as a day. */
  readonly showsDay: readonly boolean[];
}

const EPOCH_1900 = 25_569;
const EPOCH_1904 = 24_107;

export async function readWorkbook(archive: Archive, limits: FileLimits): Promise<Workbook> {
  const { id, epoch } = await firstSheet(archive, limits);
  const sheet = await partOf(archive, limits, id);
  if (sheet === undefined || !archive.has(sheet)) {
    throw unreadable('FILE_MALFORMED', 'an XLSX workbook with a sheet', 'a packed file without one');
  }
  // A workbook whose texts all stand in their cells has no other texts, and one that shows nothing in its own way no styles.
  const texts = archive.has('xl/sharedStrings.xml') ? await readTexts(archive, limits) : [];
  const showsDay = archive.has('xl/styles.xml') ? await readStyles(archive, limits) : [];
  return { sheet, epoch, texts, showsDay };
}

async function firstSheet(archive: Archive, limits: FileLimits): Promise<{ id: string | undefined; epoch: number }> {
  let [id, epoch]: [string | undefined, number] = [undefined, EPOCH_1900];
  await readAll(archive.part('xl/workbook.xml'), limits, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && ['1', 'true'].includes(attributes['date1904'] ?? '')) epoch = EPOCH_1904;
      if (name === 'sheet' && (attributes['state'] ?? 'visible') === 'visible') id ??= attributes['r:id'];
    },
  });
  return { id, epoch };
}

async function partOf(archive: Archive, limits: FileLimits, id: string | undefined): Promise<string | undefined> {
  let target: string | undefined;
  await readAll(archive.part('xl/_rels/workbook.xml.rels'), limits, {
    open: (_, attributes) => {
      if (id !== undefined && attributes['Id'] === id) target = attributes['Target'];
    },
  });
  return target?.startsWith('/') ? target.slice(1) : target && `xl/${target}`;
}

async function readTexts(archive: Archive, limits: FileLimits): Promise<string[]> {
  const texts: string[] = [];
  let [current, length, isText, isHint] = ['', 0, false, false];
  await readAll(archive.part('xl/sharedStrings.xml'), limits, {
    open: (name) => {
      if (name === 'si') current = '';
      isText = name === 't';
      if (name === 'rPh') isHint = true;
    },
    text: (text) => {
      if (!isText || isHint) return;
      length += text.length;
      if (length > limits.sharedTexts) throw tooLarge('sharedTexts', limits);
      current += text;
    },
    close: (name) => {
      isText = false;
      if (name === 'rPh') isHint = false;
      if (name === 'si') texts.push(current);
    },
  });
  return texts;
}

/** Numbers of the formats for days and moments that every workbook has without naming them. */
const BUILT_IN_DAYS: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57,
]);

async function readStyles(archive: Archive, limits: FileLimits): Promise<boolean[]> {
  const ownDays = new Map<number, boolean>();
  const showsDay: boolean[] = [];
  let isInCells = false;
  await readAll(archive.part('xl/styles.xml'), limits, {
    open: (name, attributes) => {
      if (name === 'numFmt') ownDays.set(Number(attributes['numFmtId']), isDayFormat(attributes['formatCode'] ?? ''));
      if (name === 'cellXfs') isInCells = true;
      if (name !== 'xf' || !isInCells) return;
      const format = Number(attributes['numFmtId']);
      showsDay.push(ownDays.get(format) ?? BUILT_IN_DAYS.has(format));
    },
    close: (name) => {
      if (name === 'cellXfs') isInCells = false;
    },
  });
  return showsDay;
}

/** Texts in quotes, single marks and colours in brackets left out, a day's format has a year or a day in it. */
function isDayFormat(code: string): boolean {
  return /[dy]/i.test(code.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, ''));
}
