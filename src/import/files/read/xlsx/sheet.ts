import { formatDay } from '../../../../periods/day.ts';
import type { FileLimits } from '../../limits.ts';
import type { Cell, Fault, LateFault } from '../../table.ts';
import { tooLarge, unreadable } from '../refuse.ts';
import type { Workbook } from './workbook.ts';
import type { Attributes, Listener } from './xml.ts';

/** A row of a sheet; what is wrong with a cell is told by the number of its column. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly faults: readonly { readonly code: Fault['code']; readonly column: number; readonly object: string }[];
}

const MAX_MERGED = 10_000;
/** No day of a spreadsheet is later: 31 December 9999. */
const MAX_SERIAL = 2_958_466;

/** Hears a sheet, and keeps its rows until they are fetched. */
export class Sheet implements Listener {
  readonly merged: LateFault[] = [];
  private heard: SheetRow[] = [];
  private row = { number: 0, cells: [] as Cell[], faults: [] as SheetRow['faults'][number][] };
  private cell = { column: 0, type: '', style: 0, text: '' };
  private within = '';
  private rows = 0;

  constructor(
    private readonly book: Workbook,
    private readonly limits: FileLimits,
  ) {}

  /** The rows that came since the last call. */
  take(): readonly SheetRow[] {
    const rows = this.heard;
    this.heard = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    this.within = name;
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f') this.fault('CELL_IS_FORMULA', '=');
    else if (name === 'mergeCell') this.noteMerged(attributes['ref'] ?? '');
  }

  text(text: string): void {
    if (this.within !== 'v' && this.within !== 't') return;
    this.cell.text += text;
    if (this.cell.text.length > this.limits.cell) throw tooLarge('cell', this.limits);
  }

  close(name: string): void {
    this.within = '';
    if (name === 'c') this.closeCell();
    else if (name === 'row') this.closeRow();
  }

  private openRow(attributes: Attributes): void {
    const number = attributes['r'] === undefined ? this.row.number + 1 : Number(attributes['r']);
    if (!Number.isInteger(number) || number <= this.row.number || number > 1_048_576) {
      throw unreadable('FILE_MALFORMED', 'rows of a sheet in their order', `row ${attributes['r']}`);
    }
    this.row = { number, cells: [], faults: [] };
  }

  private openCell(attributes: Attributes): void {
    const column = attributes['r'] === undefined ? this.row.cells.length : columnOf(attributes['r']);
    if (column >= this.limits.columns) throw tooLarge('columns', this.limits);
    this.cell = { column, type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0), text: '' };
  }

  private closeCell(): void {
    const { column } = this.cell;
    while (this.row.cells.length < column) this.row.cells.push(null);
    this.row.cells[column] = this.value();
  }

  private value(): Cell {
    const { type, text, style } = this.cell;
    if (type === 's') return this.book.texts[Number(text)] ?? this.fault('VALUE_MALFORMED', text);
    if (type === 'e') return this.fault('VALUE_MALFORMED', text);
    if (type === 'b') return text === '1';
    if (type !== 'n') return text;
    if (text === '') return null;
    const number = Number(text);
    if (!Number.isFinite(number)) return this.fault('VALUE_MALFORMED', text);
    return this.book.showsDay[style] === true ? this.dayOf(number) : number;
  }

  /** A day as ISO writes it; with its time where it has one, as it is in Vietnam. */
  private dayOf(serial: number): Cell {
    if (serial < 61 || serial >= MAX_SERIAL) return this.fault('DATE_MALFORMED', String(serial));
    const day = formatDay(Math.floor(serial) - this.book.epoch);
    const seconds = Math.round((serial % 1) * 86_400);
    if (seconds === 0) return day;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    return `${day}T${parts.map((part) => String(part).padStart(2, '0')).join(':')}+07:00`;
  }

  private closeRow(): void {
    const { cells, faults } = this.row;
    if (faults.length === 0 && cells.every((cell) => cell === null || cell === '')) return;
    this.rows += 1;
    if (this.rows - 1 > this.limits.rows) throw tooLarge('rows', this.limits);
    this.heard.push({ ...this.row });
  }

  private noteMerged(ref: string): void {
    const rows = /^[A-Z]+(\d+):[A-Z]+(\d+)$/.exec(ref);
    if (!rows || this.merged.length >= MAX_MERGED) {
      throw unreadable('FILE_MALFORMED', `at most ${MAX_MERGED} merged cells, each with its place`, ref.slice(0, 40));
    }
    this.merged.push({ code: 'CELLS_MERGED', property: '', object: ref, from: Number(rows[1]), to: Number(rows[2]) });
  }

  private fault(code: Fault['code'], object: string): null {
    this.row.faults.push({ code, column: this.cell.column, object: object.slice(0, 60) });
    return null;
  }
}

/** BC12: column 54, counted from 0. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference) {
    const at = letter.charCodeAt(0) - 64;
    if (at < 1 || at > 26) break;
    column = column * 26 + at;
  }
  return column - 1;
}
