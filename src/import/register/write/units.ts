import type { ClientBase } from 'pg';
import type { Day } from '../../../periods/day.ts';
import { searchForm } from '../../../tree/search-form.ts';
import { dayText } from '../calendar.ts';
import type { NewSuccession, NewUnit } from '../structure/unit.ts';
import { copyLine, copyRows } from './copy.ts';
import type { Ids } from './ids.ts';

/** Writes made-up organisations, where they hang, and what became of them; gives them ids. @returns rows written */
export async function writeUnits(
  client: ClientBase,
  ids: Ids,
  units: readonly NewUnit[],
  successions: readonly NewSuccession[],
): Promise<number> {
  for (const { code } of units) ids.give(code);
  const written = [
    await copyRows(
      client,
      'organization (id, code, name, search_name, opened_on, closed_on, synthetic)',
      units.map(({ code, name, openedOn, closedOn }) =>
        copyLine([ids.of(code), code, name, searchForm(name), dayOrNull(openedOn), dayOrNull(closedOn), 't']),
      ),
    ),
    await copyRows(client, 'placement (organization_id, parent_id, kind, valid)', placementLines(ids, units)),
    await copyRows(
      client,
      'succession (from_id, to_id, kind, on_date)',
      successions.map(({ from, to, kind, on }) =>
        copyLine([ids.of(from), to === null ? null : ids.of(to), kind, dayText(on)]),
      ),
    ),
  ];
  return written.reduce((sum, rows) => sum + rows, 0);
}

function* placementLines(ids: Ids, units: readonly NewUnit[]): Generator<string> {
  for (const { code, placements } of units) {
    for (const { parent, kind, from, to } of placements) {
      yield copyLine([ids.of(code), ids.of(parent), kind, rangeText(from, to)]);
    }
  }
}

function dayOrNull(day: Day | null): string | null {
  return day === null ? null : dayText(day);
}

/** A PostgreSQL daterange, half-open. */
export function rangeText(from: Day | null, to: Day | null): string {
  return `[${dayOrNull(from) ?? ''},${dayOrNull(to) ?? ''})`;
}
