import type { RequestContext } from '../../loaders/context.ts';
import type { CatalogueRule } from '../../loaders/snapshot/catalogue.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import type { Period } from '../../periods/period.ts';
import { exactSum } from '../../rollup/amount.ts';
import type { Bounded } from '../../rollup/bounds.ts';
import type { Relation } from '../../rollup/validation/side.ts';
import { violates } from '../../rollup/validation/side.ts';
import { partOf } from '../indicators/breakdown/cells.ts';
import type { IndicatorValue } from '../indicators/indicator-value.type.ts';
import { valueOf } from '../indicators/values.ts';
import type { PartyOrganization } from '../organizations/party-organization.type.ts';
import { ValidationRule, Violation } from './violation.type.ts';

/** Whose figures are held against the rules, and of which time. */
export interface Asking {
  readonly context: RequestContext;
  readonly organization: PartyOrganization;
  readonly period: Period;
  readonly knownAt: number | undefined;
}

/** A question for one indicator of the catalogue. */
export function ask(
  { context, knownAt }: Asking,
  indicator: string,
  period: Period,
  dimensions: Readonly<Record<string, string>> = {},
): ValueQuestion {
  return { indicator: context.snapshot.catalogue.get(indicator), period, dimensions, knownAt };
}

/** The figure that answers a question for the unit whose figures are held against the rules. */
export async function figureFor({ context, organization }: Asking, question: ValueQuestion): Promise<IndicatorValue> {
  return valueOf(context, organization, question);
}

/** A figure that is all there, with its bound: one with gaps proves nothing. */
export function wholeFigure(value: IndicatorValue): Bounded | undefined {
  const part = partOf(value);
  return part?.whole && part.amount.value !== null
    ? { value: part.amount.value, qualifier: part.amount.qualifier }
    : undefined;
}

/** One side of a comparison. */
export interface Compared extends Bounded {
  readonly values: IndicatorValue[];
}

/** The violation that two sides are, or nothing. */
export function compare(rule: CatalogueRule, left: Compared, relation: Relation, right: Compared): Violation[] {
  return violates(left, relation, right) ? [violation(rule, left, relation, right)] : [];
}

/** Two sides that don't fit, as the schema shows them. */
export function violation(rule: CatalogueRule, left: Compared, relation: Relation, right: Compared): Violation {
  return Object.assign(new Violation(), {
    rule: new ValidationRule(rule),
    left,
    relation,
    right,
    difference: exactSum(left.value, -right.value),
  });
}
