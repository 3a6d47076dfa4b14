import type { Day } from '../../../periods/day.ts';
import { dayOf } from '../../../periods/day.ts';
import { WINDOW_END } from '../calendar.ts';
import { BINH_DINH_BLOC as BLOC } from '../published.ts';
import type { BlocScribe } from './binh-dinh-scribe.ts';
import type { Body } from './bodies.ts';
import { cellCode } from './grassroots.ts';

/** The source gives no days for what it tells of 2023: these are made up. */
export const CELLS_TO_COMMITTEES: readonly Day[] = [dayOf(2023, 4, 1), dayOf(2023, 8, 1)];
export const CELL_CLOSED: Day = dayOf(2023, 10, 1);
const COMMITTEE_TO_CELL: Day = dayOf(2023, 6, 1);

/** A committee needs thirty members, and a cell three. */
export const CELLS_OF_NEW_COMMITTEE = 3;
export const SIZE_IN_NEW_COMMITTEE = 12;
export const SIZE_OF_CLOSED_CELL = 6;
const CELLS_OF_ENDED_COMMITTEE = 3;
const SIZE_IN_ENDED_COMMITTEE = 5;

const SINCE_2024 = { from: dayOf(2024, 1, 1), to: WINDOW_END };

/** A cell has become a committee: a new unit with three cells, into which its members went. */
export function cellToCommittee(
  scribe: BlocScribe,
  { name, setting }: Body,
  ended: { readonly cell: number; readonly code: string },
  on: Day,
): void {
  const { builder, since: tierSince, of } = scribe;
  const code = scribe.nextCode();
  const placements = scribe.placements('GRASSROOTS_COMMITTEE', on);
  builder.addUnit({ code, name: `Đảng bộ trực thuộc ${name} ${of}`, openedOn: on, placements });
  const to: number[] = [];
  builder.addGrassroots({ code, openedOn: on }, scribe.frame, (add) => {
    for (let at = 0; at < CELLS_OF_NEW_COMMITTEE; at += 1) {
      const own = cellCode(code, at);
      builder.addUnit({
        code: own,
        name: `Chi bộ ${at + 1} trực thuộc ${name} ${of}`,
        openedOn: on,
        placements: [{ parent: code, kind: 'CELL', from: on, to: null }],
      });
      to.push(add({ code: own, setting, tierSince, size: SIZE_IN_NEW_COMMITTEE, active: SINCE_2024 }));
    }
  });
  builder.addWholeMove({ from: ended.cell, to, members: CELLS_OF_NEW_COMMITTEE * SIZE_IN_NEW_COMMITTEE, on });
  builder.addSuccession({ from: ended.code, to: code, kind: 'CONVERTED', on });
}

/**
 * A committee has become a grassroots cell: a new unit, into which the members of its cells went.
 * @returns the members of the new cell
 */
export function committeeToCell(scribe: BlocScribe, { name, setting }: Body): number {
  const { builder, since: tierSince, of, frame } = scribe;
  const on = COMMITTEE_TO_CELL;
  const [ended, heir] = [scribe.nextCode(), scribe.nextCode()];
  const size = CELLS_OF_ENDED_COMMITTEE * SIZE_IN_ENDED_COMMITTEE;
  const before = { parent: BLOC.code, kind: 'GRASSROOTS_COMMITTEE', from: null, to: on } as const;
  builder.addUnit({ code: ended, name: `Đảng bộ ${name} ${of}`, closedOn: on, placements: [before] });
  const from: number[] = [];
  builder.addGrassroots({ code: ended, closedOn: on }, frame, (add) => {
    for (let at = 0; at < CELLS_OF_ENDED_COMMITTEE; at += 1) {
      const code = cellCode(ended, at);
      from.push(add(scribe.endingCell({ code, parent: ended, name: `Chi bộ ${at + 1} ${name}` }, on)));
      builder.addSuccession({ from: code, to: heir, kind: 'MERGED', on });
    }
  });
  builder.addUnit({
    code: heir,
    name: `Chi bộ ${name} ${of}`,
    openedOn: on,
    placements: scribe.placements('GRASSROOTS_CELL', on),
  });
  builder.addGrassroots({ code: heir, openedOn: on }, frame, (add) => {
    const to = [add({ code: heir, setting, tierSince, size, active: SINCE_2024 })];
    for (const cell of from) builder.addWholeMove({ from: cell, to, members: SIZE_IN_ENDED_COMMITTEE, on });
  });
  builder.addSuccession({ from: ended, to: heir, kind: 'CONVERTED', on });
  return size;
}
