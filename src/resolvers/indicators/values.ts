import type { RequestContext } from '../../loaders/context.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import { answerFor, askedUnit, groundsOf } from '../../loaders/values.ts';
import type { PartyOrganization } from '../organizations/party-organization.type.ts';
import { IndicatorValue } from './indicator-value.type.ts';

/** The value of one indicator for a unit. */
export async function valueOf(context: RequestContext, organization: PartyOrganization, question: ValueQuestion): Promise<IndicatorValue> {
  const grounds = await groundsOf(context, question);
  return new IndicatorValue(organization, question, grounds, answerFor(askedUnit(organization.unit, question), grounds, question));
}
