import { contradictory, some, withoutCell } from './refusals.ts';
import type { Distribution } from './operation.ts';
import type { Stay, Transfer } from './scene.ts';

/**
 * Where the stays of cells that end go on.
 * @param stays of the cells in question, from the day on
 * @param otherwise the cell for whom the distribution does not tell of; undefined: refused
 * @throws CodedError MEMBERS_WITHOUT_CELL, OPERATION_CONTRADICTORY
 */
export function distribute(stays: readonly Stay[], distribution: Distribution = {}, otherwise?: string): Transfer[] {
  const members = [...new Set(stays.map(({ member }) => member))].sort((a, b) => a - b);
  const named = namedCells(distribution, new Set(members));
  const rule = ruleOf(distribution, otherwise);
  const unnamed = members.filter((member) => !named.has(member));
  const left: number[] = [];
  unnamed.forEach((member, at) => {
    const cell = rule(at);
    if (cell === undefined) left.push(member);
    else named.set(member, cell);
  });
  if (left.length > 0) {
    throw withoutCell(
      `Expected a cell for each of ${members.length} members; ${left.length} would be left without one: ${some(left)}.`,
    );
  }
  return stays.flatMap((stay) => {
    const to = named.get(stay.member);
    return to === undefined || to === stay.cell ? [] : [{ stay, to }];
  });
}

function namedCells({ named = [] }: Distribution, members: ReadonlySet<number>): Map<number, string> {
  const cells = new Map<number, string>();
  for (const { cell, members: chosen } of named) {
    for (const member of chosen) {
      if (!members.has(member))
        throw contradictory(`Expected members of the cells that end; ${member} is in none of them.`);
      if (cells.has(member)) throw contradictory(`Expected each member once; ${member} is named twice.`);
      cells.set(member, cell);
    }
  }
  return cells;
}

function ruleOf(
  { rest, evenly = [] }: Distribution,
  otherwise: string | undefined,
): (at: number) => string | undefined {
  if (rest !== undefined && evenly.length > 0) throw contradictory('Expected either `rest` or `evenly`; got both.');
  if (evenly.length > 0) return (at) => evenly[at % evenly.length];
  return () => rest ?? otherwise;
}
