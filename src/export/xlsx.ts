import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { CodedError } from '../errors/coded-error.ts';
import type { ExportCell, ExportTable } from './table.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** How many rows a sheet can have, as the format has it. */
const MAX_ROWS = 1_048_576;

/** Parts of a workbook that are the same in all. */
const PARTS: Readonly<Record<string, string>> = {
  '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SPREADSHEET}.worksheet+xml"/></Types>`,
  '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
};

/**
 * A table as a workbook with one sheet, made as it goes out. Texts are cells of text, which no spreadsheet runs,
 * whatever they begin with; numbers are numbers.
 */
export function toXlsx(table: ExportTable): Readable {
  const zip = new ZipFile();
  for (const [name, part] of Object.entries(PARTS)) zip.addBuffer(Buffer.from(XML + part), name);
  const sheets = `<sheets><sheet name="${escaped(sheetName(table.title))}" sheetId="1" r:id="rId1"/></sheets>`;
  const workbook = `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}">${sheets}</workbook>`;
  zip.addBuffer(Buffer.from(workbook), 'xl/workbook.xml');
  const sheet = Readable.from(sheetOf(table), { objectMode: false });
  const output = zip.outputStream as Readable;
  sheet.on('error', (error) => output.destroy(error));
  output.on('close', () => sheet.destroy());
  zip.addReadStream(sheet, 'xl/worksheets/sheet1.xml');
  zip.end();
  return output;
}

async function* sheetOf({ headers, pages }: ExportTable): AsyncGenerator<string> {
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetData>${rowText(headers, 1)}`;
  let written = 1;
  for await (const page of pages) {
    const before = written;
    written += page.length;
    if (written > MAX_ROWS) throw new CodedError('EXPORT_TOO_LONG', `Expected at most ${MAX_ROWS} rows in a workbook.`);
    yield page.map((row, at) => rowText(row, before + at + 1)).join('');
  }
  yield '</sheetData></worksheet>';
}

function rowText(row: readonly ExportCell[], number: number): string {
  const cells = row.map((cell, at) => cellText(cell, `${columnName(at)}${number}`));
  return `<row r="${number}">${cells.join('')}</row>`;
}

/** Cells that are empty are left out; the others say where they stand. */
function cellText(cell: ExportCell, place: string): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
  return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A to Z, AA and so on. */
function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
/** What XML 1.0 has no way to write. */
const UNWRITABLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD').replace(/[&<>"\r]/g, (mark) => ENTITIES[mark] ?? mark);
}

/** What a sheet may be called: 31 characters, and none of these. */
function sheetName(title: string): string {
  return title.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31);
}
