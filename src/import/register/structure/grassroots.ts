import type { CellRequest, Frame, StructureBuilder } from './builder.ts';
import { fixed } from './builder.ts';
import type { Body } from './bodies.ts';
import type { UnitPlacement } from './unit.ts';

/** A grassroots organisation that is no commune's committee. */
export interface BodyOrganization {
  readonly code: string;
  readonly body: Body;
  readonly of: string;
  readonly placements: UnitPlacement[];
  readonly tierSince: string;
  /** Cells of a committee; a cell has none below. */
  readonly cells: number;
  /** Section committees, and how many of the last cells are under each. */
  readonly sections?: readonly number[];
  /** Adds cells that do not stand for all time. */
  readonly more?: (add: (cell: CellRequest) => number) => void;
}

/** Adds it with its cells: `H509-A01-C01`. A section committee `…-S01` stands between the committee and its last cells. */
export function addBody(builder: StructureBuilder, frame: Frame, one: BodyOrganization): void {
  const { code, body, of, placements, tierSince, cells } = one;
  const { setting } = body;
  builder.addUnit({ code, name: `${body.committee ? 'Đảng bộ' : 'Chi bộ'} ${body.name} ${of}`, placements });
  builder.addGrassroots({ code }, frame, (add) => {
    if (!body.committee) add({ code, setting, tierSince });
    else addCells(builder, one, cells, (cell) => add({ setting, tierSince, ...cell }));
    one.more?.(add);
  });
}

function addCells(
  builder: StructureBuilder,
  { code, body, of, sections = [] }: BodyOrganization,
  count: number,
  add: (cell: Pick<CellRequest, 'code'>) => void,
): void {
  const parents = parentsOfCells(code, count, sections);
  sections.forEach((_, at) => {
    builder.addUnit({
      code: sectionCode(code, at),
      name: `Đảng bộ bộ phận số ${at + 1} ${body.name} ${of}`,
      placements: fixed(code, 'SECTION_COMMITTEE'),
    });
  });
  parents.forEach((parent, at) => {
    const cell = cellCode(code, at);
    builder.addUnit({ code: cell, name: `Chi bộ ${at + 1} ${body.name} ${of}`, placements: fixed(parent, 'CELL') });
    add({ code: cell });
  });
}

function parentsOfCells(code: string, count: number, sections: readonly number[]): string[] {
  const below = sections.flatMap((size, at) => Array.from({ length: size }, () => sectionCode(code, at)));
  const direct = Array.from({ length: count - below.length }, () => code);
  return [...direct, ...below];
}

const two = (at: number): string => String(at + 1).padStart(2, '0');
const sectionCode = (code: string, at: number): string => `${code}-S${two(at)}`;
/** `H509-A01-C03` for the third cell. */
export const cellCode = (code: string, at: number): string => `${code}-C${two(at)}`;
