import { fieldLabel } from './field-labels.ts';
import type { Language } from './language.ts';
import type { Cell } from '../answer/cell.ts';
import type { Column, Table } from '../table/model.ts';

/** What a dimension and each of its values are called. */
export interface DimensionWords {
  readonly name: string;
  readonly nameVi: string;
  readonly values: readonly { readonly value: string; readonly nameVi: string; readonly nameEn: string }[];
}

/** The values of the schema's own lists: Vietnamese, English. */
const ENUM_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  NATION: ['Trung ương', 'Nation'],
  PROVINCE: ['Đảng bộ tỉnh', 'Province'],
  DISTRICT: ['Đảng bộ huyện', 'District'],
  BLOC: ['Đảng bộ khối', 'Bloc'],
  COMMUNE: ['Đảng bộ xã, phường', 'Commune'],
  GRASSROOTS_COMMITTEE: ['Đảng bộ cơ sở', 'Grassroots committee'],
  GRASSROOTS_CELL: ['Chi bộ cơ sở', 'Grassroots cell'],
  SECTION_COMMITTEE: ['Đảng bộ bộ phận', 'Section committee'],
  CELL: ['Chi bộ', 'Cell'],
  ACTUAL: ['Kết quả', 'Actual'],
  TARGET: ['Chỉ tiêu', 'Target'],
  EXACT: ['Chính xác', 'Exact'],
  AT_LEAST: ['Ít nhất', 'At least'],
  GREATER_THAN: ['Hơn', 'More than'],
  OBSERVED: ['Có số liệu', 'Observed'],
  MISSING: ['Thiếu số liệu', 'Missing'],
  NOT_APPLICABLE: ['Không áp dụng', 'Not applicable'],
  SUPPRESSED: ['Không hiển thị', 'Suppressed'],
  MERGED: ['Sáp nhập', 'Merged'],
  SPLIT: ['Chia tách', 'Split'],
  CONVERTED: ['Chuyển đổi', 'Converted'],
  RENAMED: ['Đổi tên', 'Renamed'],
  DISSOLVED: ['Giải thể', 'Dissolved'],
};

/** The same table with the names of dimensions, their values and the schema's lists in the words of the language. */
export function inWords(table: Table, dimensions: readonly DimensionWords[], language: Language): Table {
  const wordsOf = table.columns.map((column) => dimensionOf(column, dimensions));
  return {
    ...table,
    columns: table.columns.map((column, index) => ({
      ...column,
      label: dimensionLabel(column, wordsOf[index], language),
    })),
    rows: table.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell, index) => cellInWords(cell, wordsOf[index], language)),
    })),
  };
}

function dimensionOf(column: Column, dimensions: readonly DimensionWords[]): DimensionWords | undefined {
  const name = /dimension:(\w+)$/.exec(column.id)?.[1];
  return dimensions.find((dimension) => dimension.name === name);
}

function dimensionLabel(column: Column, dimension: DimensionWords | undefined, language: Language): string {
  if (dimension === undefined) return column.label;
  return language === 'vi' ? dimension.nameVi : fieldLabel(dimension.name.toLowerCase(), language);
}

function cellInWords(cell: Cell, dimension: DimensionWords | undefined, language: Language): Cell {
  if (cell.kind !== 'text') return cell;
  const value = dimension?.values.find((candidate) => candidate.value === cell.text);
  if (value !== undefined) return { kind: 'text', text: language === 'vi' ? value.nameVi : value.nameEn };
  const words = dimension === undefined ? ENUM_WORDS[cell.text] : undefined;
  return words === undefined ? cell : { kind: 'text', text: words[language === 'vi' ? 0 : 1] };
}
