import type { Day } from '../../../periods/day.ts';
import { WINDOW_START } from '../calendar.ts';
import { BINH_DINH_BLOC as BLOC } from '../published.ts';
import { apportion } from '../random/apportion.ts';
import { blocBodies } from './bloc.ts';
import type { Body } from './bodies.ts';
import type { StructureBuilder } from './builder.ts';
import { fitCells } from './builder.ts';
import { BlocScribe } from './binh-dinh-scribe.ts';
import {
  CELLS_OF_NEW_COMMITTEE,
  CELLS_TO_COMMITTEES,
  CELL_CLOSED,
  SIZE_IN_NEW_COMMITTEE,
  SIZE_OF_CLOSED_CELL,
  cellToCommittee,
  committeeToCell,
} from './binh-dinh-changes.ts';
import type { CountryTree } from './country-tree.ts';
import { addBody, cellCode } from './grassroots.ts';

/** The cell of a staying committee that ends in 2023 has a number of its own. */
const ENDING_CELL = 89;

/** A committee of the bloc, and the cell of it that ends in 2023, where one does. */
interface Staying {
  readonly first: number;
  readonly body: Body;
  readonly ending: { readonly cell: number; readonly code: string } | undefined;
}

/**
 * Adds what is below the agencies' bloc of Bình Định: at the end of 2023 26 grassroots cells and 46 committees with 340
 * cells. In 2023 two cells had become committees, one committee a grassroots cell, and one cell had been closed.
 */
export function addBinhDinhBloc(builder: StructureBuilder, tree: CountryTree): void {
  const scribe = new BlocScribe(builder, tree);
  const committees = BLOC.committees - CELLS_TO_COMMITTEES.length;
  const total = committees + BLOC.grassrootsCells;
  const bodies = blocBodies(1, total, (at) => at < committees || at === total - 1);
  const first = builder.cells.length;
  const staying = addStaying(scribe, bodies.slice(0, -1), committees);
  const free = builder.cells.slice(first).filter(({ active }) => active.to > WINDOW_START);
  const changed = addChanges(scribe, staying, bodies[total - 1] as Body);
  fitCells(free, BLOC.members - changed);
  closeCell(scribe, staying[CELLS_TO_COMMITTEES.length] as Staying);
}

function addStaying(scribe: BlocScribe, bodies: readonly Body[], committees: number): Staying[] {
  const { builder } = scribe;
  const endings: readonly Day[] = [...CELLS_TO_COMMITTEES, CELL_CLOSED];
  const counts = cellCounts(builder, committees);
  const sections = sectionsOfLargest(counts);
  return bodies.map((body, at) => {
    const first = builder.cells.length;
    const code = scribe.nextCode();
    const closedOn = endings[at];
    let ending: Staying['ending'];
    addBody(builder, scribe.frame, {
      code,
      body,
      of: scribe.of,
      placements: scribe.placements(body.committee ? 'GRASSROOTS_COMMITTEE' : 'GRASSROOTS_CELL'),
      tierSince: scribe.since,
      cells: counts[at] ?? 0,
      sections: sections.get(at) ?? [],
      more: (add) => {
        if (closedOn === undefined) return;
        const own = { code: cellCode(code, ENDING_CELL), parent: code };
        ending = {
          code: own.code,
          cell: add(scribe.endingCell({ ...own, name: `Chi bộ trực thuộc ${body.name}` }, closedOn)),
        };
      },
    });
    return { first, body, ending };
  });
}

function cellCounts({ random }: StructureBuilder, committees: number): number[] {
  const total = BLOC.cells - CELLS_TO_COMMITTEES.length * CELLS_OF_NEW_COMMITTEE;
  return apportion(
    total,
    Array.from({ length: committees }, () => 0.6 + 0.8 * random.unit()),
  );
}

/** The committees with most cells have the section committees. */
function sectionsOfLargest(counts: readonly number[]): Map<number, number[]> {
  const bySize = counts.map((count, at) => ({ count, at })).sort((a, b) => b.count - a.count);
  return new Map(bySize.slice(0, BLOC.sections.length).map(({ at }, rank) => [at, [BLOC.sections[rank] as number]]));
}

/** @returns how many members the units that the changes made have at the end of 2023 */
function addChanges(scribe: BlocScribe, staying: readonly Staying[], ended: Body): number {
  const cells = committeeToCell(scribe, ended);
  CELLS_TO_COMMITTEES.forEach((on, at) => {
    const { ending, body } = staying[at] as Staying;
    if (ending !== undefined) cellToCommittee(scribe, body, ending, on);
  });
  return cells + CELLS_TO_COMMITTEES.length * CELLS_OF_NEW_COMMITTEE * SIZE_IN_NEW_COMMITTEE;
}

/** Its members go to the two largest cells beside it. */
function closeCell({ builder }: BlocScribe, { first, ending }: Staying): void {
  if (ending === undefined) return;
  const beside = builder.cells
    .slice(first, ending.cell)
    .map(({ size }, at) => ({ size, cell: first + at }))
    .sort((a, b) => b.size - a.size);
  const to = beside.slice(0, 2).map(({ cell }) => cell);
  builder.addWholeMove({ from: ending.cell, to, members: SIZE_OF_CLOSED_CELL, on: CELL_CLOSED });
  builder.addSuccession({ from: ending.code, to: null, kind: 'DISSOLVED', on: CELL_CLOSED });
}
