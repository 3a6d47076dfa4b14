import type { RequestContext } from '../../../loaders/context.ts';
import type { Catalogue } from '../../../loaders/snapshot/catalogue.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';
import type { Division, Part } from '../../../rollup/breakdown.ts';
import { KIND_BEHAVIOUR } from '../../../rollup/kinds.ts';
import type { PartyOrganization } from '../../organizations/party-organization.type.ts';
import { dimensionList } from '../dimension.type.ts';
import type { IndicatorValue } from '../indicator-value.type.ts';
import { valueOf } from '../values.ts';
import type { BreakdownCell } from './breakdown-cell.type.ts';
import { combinationsOf } from './combinations.ts';

/** The parts of a figure along some dimensions that there is a figure for. */
export async function cellsOf(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
  by: readonly string[],
): Promise<BreakdownCell[]> {
  const combinations = await combinationsOf(context, question, by);
  const cells = await Promise.all(
    combinations.map(async (dimensions) => ({
      dimensions: dimensionList(dimensions),
      value: await valueOf(context, organization, { ...question, dimensions }),
    })),
  );
  return cells.filter((cell) => cell.value.status !== 'MISSING');
}

/** A figure as a part for the algebra; undefined where there is none. */
export function partOf({ question, grounds, unit }: IndicatorValue): Part | undefined {
  const { own, best, coverageBelow } = grounds.figures.figure(unit);
  const whole = own !== undefined || (coverageBelow.expected > 0 && coverageBelow.answered === coverageBelow.expected);
  return best && { dimensions: question.dimensions, amount: best, whole };
}

/** What the catalogue says of a way to divide an indicator. Shares never add up, whatever they are divided by. */
export function divisionOf(catalogue: Catalogue, { indicator }: ValueQuestion, name: string): Division {
  const { closed, values } = catalogue.dimension(name) ?? { closed: false, values: [] };
  const declared = indicator.dimensions.some((dimension) => dimension.name === name && dimension.addsUp);
  return { name, addsUp: declared && KIND_BEHAVIOUR[indicator.kind].overUnits === 'SUM', closed, values };
}
