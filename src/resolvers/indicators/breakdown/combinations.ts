import { CodedError } from '../../../errors/coded-error.ts';
import type { Dimensions } from '../../../facts/indicators/indicator.ts';
import { dimensionsKey } from '../../../facts/indicators/indicator.ts';
import { STANDING } from '../../../facts/reports/report.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import type { ValueQuestion } from '../../../loaders/values.ts';

/** How many parts one question may ask for. */
const MAX_PARTS = 5000;

/**
 * The combinations of some dimensions that there are figures for: those that facts about the period name,
 * with no dimension beside them, and where the register counts the indicator, all that can be. In the
 * order of their names and values.
 */
export async function combinationsOf(
  context: RequestContext,
  question: ValueQuestion,
  by: readonly string[],
): Promise<Dimensions[]> {
  const names = [...new Set([...by, ...Object.keys(question.dimensions)])].sort();
  const wanted = { indicator: question.indicator.code, role: 'ACTUAL', period: question.period } as const;
  const [standing = []] = await context.snapshot.facts([wanted]);
  const pending = question.states?.filter((state) => !STANDING.includes(state)) ?? [];
  const waiting = pending.length > 0 ? await context.loaders.pendingFacts.load({ ...wanted, states: pending }) : [];
  const found = new Map<string, Dimensions>();
  const add = (dimensions: Dimensions): unknown => found.set(dimensionsKey(dimensions), dimensions);
  for (const { dimensions } of [...standing, ...waiting]) {
    if (Object.keys(dimensions).sort().join() === names.join() && fits(dimensions, question.dimensions))
      add(dimensions);
  }
  for (const dimensions of await countedCombinations(context, question, names)) add(dimensions);
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, dimensions]) => dimensions);
}

function fits(dimensions: Dimensions, filter: Dimensions): boolean {
  return Object.entries(filter).every(([name, value]) => dimensions[name] === value);
}

/** All combinations of values, where the register can count them; else none. */
async function countedCombinations(
  { loaders, snapshot }: RequestContext,
  question: ValueQuestion,
  names: readonly string[],
): Promise<Dimensions[]> {
  const { indicator, period, dimensions, knownAt, treeOn, states } = question;
  const lists = names.map((name) => valuesOf(name, dimensions, snapshot.catalogue.dimension(name)?.values ?? []));
  const count = lists.reduce((product, list) => product * list.length, 1);
  const [first] = combine(lists.map((list) => list.slice(0, 1)));
  if (!first || Object.keys(first).length !== names.length) return [];
  const probe = await loaders.figuresByQuestion.load({
    indicator: indicator.code,
    kind: indicator.kind,
    role: 'ACTUAL',
    period,
    dimensions: first,
    knownAt,
    treeOn,
    states,
  });
  if (!probe.counts) return [];
  if (count > MAX_PARTS)
    throw new CodedError('BATCH_TOO_LARGE', `Expected a breakdown of at most ${MAX_PARTS} parts; got ${count}.`);
  return combine(lists);
}

interface NamedValue {
  readonly name: string;
  readonly value: string;
}

function valuesOf(
  name: string,
  filter: Dimensions,
  values: readonly { readonly value: string; readonly covers?: readonly string[] }[],
): NamedValue[] {
  const single = values.filter(({ covers }) => (covers ?? []).length === 0).map(({ value }) => value);
  return (filter[name] === undefined ? single : [filter[name]]).map((value) => ({ name, value }));
}

/** One of each list, in every way. */
export function combine(lists: readonly (readonly NamedValue[])[]): Dimensions[] {
  let all: Dimensions[] = [{}];
  for (const list of lists)
    all = all.flatMap((dimensions) => list.map(({ name, value }) => ({ ...dimensions, [name]: value })));
  return all;
}
