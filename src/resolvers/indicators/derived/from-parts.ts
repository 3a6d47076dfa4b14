import type { RequestContext } from '../../../loaders/context.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';
import type { Derived } from '../../../rollup/derive.ts';
import { atLeastParts, remainder, sumOfCovered } from '../../../rollup/derive.ts';
import type { PartyOrganization } from '../../organizations/party-organization.type.ts';
import { cellsOf, divisionOf, partOf } from '../breakdown/cells.ts';
import { valueOf } from '../values.ts';
import { DerivedFigure } from './derived-figure.type.ts';

/** What follows for a figure from its total and the other parts, or from parts of its own. */
export async function derivedFromParts(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
): Promise<DerivedFigure[]> {
  const derived = await Promise.all(
    question.indicator.dimensions.map(({ name }) => along(context, organization, question, name)),
  );
  return derived.flat();
}

async function along(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
  name: string,
): Promise<DerivedFigure[]> {
  const { [name]: asked, ...rest } = question.dimensions;
  const whole: ValueQuestion = { ...question, dimensions: rest };
  const division = divisionOf(context.snapshot.catalogue, question, name);
  const cells = (await cellsOf(context, organization, whole, [name])).map((cell) => cell.value);
  const parts = cells.flatMap((cell) => partOf(cell) ?? []);
  const give = (derived: Derived | undefined, ...others: typeof cells): DerivedFigure[] =>
    derived ? [new DerivedFigure(derived, [...others, ...cells])] : [];
  if (asked === undefined) return parts.length === 0 ? [] : give(atLeastParts(parts, division));
  const total = await valueOf(context, organization, whole);
  const totalPart = partOf(total);
  return [
    ...give(totalPart && remainder({ dimensions: question.dimensions }, parts, division, totalPart), total),
    ...give(sumOfCovered(parts, division, asked)),
  ];
}
