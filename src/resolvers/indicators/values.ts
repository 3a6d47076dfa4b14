import type { RequestContext } from '../../loaders/context.ts';
import type { Loaders } from '../../loaders/request.ts';
import type { Soon } from '../../loaders/soon.ts';
import { allOf, whenThere } from '../../loaders/soon.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import { answerFor, askedUnit, groundsOf } from '../../loaders/values.ts';
import { formatPeriod } from '../../periods/format.ts';
import type { Period } from '../../periods/period.ts';
import type { Grounds } from '../../rollup/grounds.ts';
import type { PartyOrganization } from '../organizations/party-organization.type.ts';
import { IndicatorValue } from './indicator-value.type.ts';
import type { FigureArgs } from './value-arguments.ts';
import { questionOf } from './value-arguments.ts';

/** The value of one indicator for a unit. */
export function valueOf(
  context: RequestContext,
  organization: PartyOrganization,
  question: ValueQuestion,
): Soon<IndicatorValue> {
  return whenThere(groundsOf(context, question), (grounds) => valueFrom(organization, { question, grounds }));
}

/** The values of several indicators for a unit. Many units ask the same: what the answers rest on is gathered once. */
export function valuesOf(
  context: RequestContext,
  organization: PartyOrganization,
  codes: readonly string[],
  period: Period,
  args: FigureArgs,
): Soon<IndicatorValue[]> {
  return whenThere(gatheredOnce(context, codes, period, args), (asked) =>
    asked.map((each) => valueFrom(organization, each)),
  );
}

interface Asked {
  readonly question: ValueQuestion;
  readonly grounds: Grounds;
}

function valueFrom(organization: PartyOrganization, { question, grounds }: Asked): IndicatorValue {
  const answer = answerFor(askedUnit(organization.unit, question), grounds, question);
  return new IndicatorValue(organization, question, grounds, answer);
}

/** What was asked in a request, by the loaders that are the request's own. */
const gathered = new WeakMap<Loaders, Map<string, Soon<readonly Asked[]>>>();

function gatheredOnce(
  context: RequestContext,
  codes: readonly string[],
  period: Period,
  args: FigureArgs,
): Soon<readonly Asked[]> {
  const shelf = gathered.get(context.loaders) ?? new Map<string, Soon<readonly Asked[]>>();
  gathered.set(context.loaders, shelf);
  const key = `${codes.join()}|${formatPeriod(period)}|${keyOf(args)}`;
  const known = shelf.get(key);
  if (known) return known;
  const asked = allOf(codes.map((code) => gather(context, questionOf(context, code, period, args))));
  shelf.set(key, asked);
  return asked;
}

function gather(context: RequestContext, question: ValueQuestion): Soon<Asked> {
  return whenThere(groundsOf(context, question), (grounds) => ({ question, grounds }));
}

function keyOf({ dimensions, knownAt, treeOn, states }: FigureArgs): string {
  const parts = dimensions && dimensions.length > 0 ? JSON.stringify(dimensions) : '';
  return `${parts}|${knownAt?.getTime() ?? ''}|${treeOn ?? ''}|${states?.join() ?? ''}`;
}
