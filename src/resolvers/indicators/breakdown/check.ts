import type { Dimensions } from '../../../facts/indicators/indicator.ts';
import { dimensionsKey } from '../../../facts/indicators/indicator.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';
import type { Division } from '../../../rollup/breakdown.ts';
import { checkParts, singleValues } from '../../../rollup/breakdown.ts';
import { remainder } from '../../../rollup/derive.ts';
import type { PartyOrganization } from '../../organizations/party-organization.type.ts';
import { DerivedFigure } from '../derived/derived-figure.type.ts';
import { dimensionList } from '../dimension.type.ts';
import { valueOf } from '../values.ts';
import type { BreakdownCell } from './breakdown-cell.type.ts';
import type { BreakdownCheck, DerivedCell } from './breakdown-check.type.ts';
import { BreakdownMargin } from './breakdown-check.type.ts';
import { cellsOf, divisionOf, partOf } from './cells.ts';
import { combine } from './combinations.ts';

/** Parts along one dimension that have everything else in common, and the figure of that. */
interface Line {
  readonly along: Division;
  readonly margin: BreakdownMargin;
}

/** Holds the parts of a figure against their totals: all against the whole, and each line against its own. */
export async function checkBreakdown(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
  by: readonly string[],
): Promise<BreakdownCheck> {
  const divisions = by.map((name) => divisionOf(context.snapshot.catalogue, question, name));
  const cells = await cellsOf(context, organization, question, by);
  const margin = async (dimensions: Dimensions, of: readonly Division[]): Promise<BreakdownMargin> => {
    const total = await valueOf(context, organization, { ...question, dimensions });
    const within = cells.filter((cell) => agree(cell.value.question.dimensions, dimensions));
    return new BreakdownMargin(
      checkParts(
        within.flatMap((cell) => partOf(cell.value) ?? []),
        of,
        partOf(total),
      ),
      dimensionList(dimensions),
      total,
      within,
    );
  };
  const whole = await margin(question.dimensions, divisions);
  const lines =
    by.length === 1
      ? divisions.map((along) => ({ along, margin: whole }))
      : await linesOf(context, organization, question, divisions, margin);
  return {
    whole,
    margins: by.length === 1 ? [] : lines.map((line) => line.margin),
    derived: derivedCells(question, divisions, cells, lines),
  };
}

/** Leaves one dimension out at a time: what is reported without it is the total of a line along it. */
async function linesOf(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
  divisions: readonly Division[],
  margin: (dimensions: Dimensions, of: readonly Division[]) => Promise<BreakdownMargin>,
): Promise<Line[]> {
  const perDivision = divisions.map(async (along) => {
    const rest = divisions.filter((other) => other !== along).map((other) => other.name);
    const totals = await cellsOf(context, organization, question, rest);
    return Promise.all(
      totals.map(async (total) => ({ along, margin: await margin(total.value.question.dimensions, [along]) })),
    );
  });
  return (await Promise.all(perDivision)).flat();
}

function derivedCells(
  question: ValueQuestion,
  divisions: readonly Division[],
  cells: readonly BreakdownCell[],
  lines: readonly Line[],
): DerivedCell[] {
  const reported = new Set(cells.map((cell) => dimensionsKey(cell.value.question.dimensions)));
  const candidates = combine(divisions.map((division) => candidateValues(division, divisions.length, cells, lines)));
  return candidates.flatMap((candidate) => {
    const dimensions = { ...question.dimensions, ...candidate };
    return reported.has(dimensionsKey(dimensions)) ? [] : (derivedCell(dimensions, lines) ?? []);
  });
}

/** Values that a figure of this question names; along a single dimension all values, as far as they are known. */
function candidateValues(
  division: Division,
  dimensions: number,
  cells: readonly BreakdownCell[],
  lines: readonly Line[],
): { name: string; value: string }[] {
  const { name, closed } = division;
  const named = [
    ...cells.map((cell) => cell.value.question.dimensions[name]),
    ...lines.map((line) => line.margin.total.question.dimensions[name]),
  ];
  const all = dimensions === 1 && closed ? singleValues(division) : [];
  return [...new Set([...named.filter((value) => value !== undefined), ...all])]
    .sort()
    .map((value) => ({ name, value }));
}

function derivedCell(dimensions: Dimensions, lines: readonly Line[]): DerivedCell | undefined {
  for (const { along, margin } of lines) {
    if (!agree(dimensions, margin.total.question.dimensions)) continue;
    const total = partOf(margin.total);
    const derived =
      total &&
      remainder(
        { dimensions },
        margin.cells.flatMap((cell) => partOf(cell.value) ?? []),
        along,
        total,
      );
    if (derived)
      return {
        dimensions: dimensionList(dimensions),
        derived: new DerivedFigure(derived, [margin.total, ...margin.cells.map((cell) => cell.value)]),
      };
  }
  return undefined;
}

/** Whether dimensions have the values that others name. */
function agree(dimensions: Dimensions, others: Dimensions): boolean {
  return Object.entries(others).every(([name, value]) => dimensions[name] === value);
}
