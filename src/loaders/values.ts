import type { Dimensions, ObservationRole, RatioDefinition, RatioPart } from '../facts/indicators/indicator.ts';
import type { FigureState } from '../facts/reports/report.ts';
import type { Day } from '../periods/day.ts';
import type { Period } from '../periods/period.ts';
import { previousYear } from '../periods/steps.ts';
import type { Answer } from '../rollup/answer.ts';
import { answerOf } from '../rollup/answer.ts';
import type { Amount } from '../rollup/amount.ts';
import type { Figures } from '../rollup/best.ts';
import type { Grounds } from '../rollup/grounds.ts';
import { restated } from '../rollup/restate.ts';
import { Pairs } from '../rollup/pairs.ts';
import type { Share } from '../rollup/share.ts';
import { complementOf, growthOf, shareOf } from '../rollup/share.ts';
import { targetPeriodOf, targetPeriodsOf } from '../rollup/target.ts';
import { windowOf } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import type { RequestContext } from './context.ts';
import { figuresInMemory } from './figures.ts';
import type { CatalogueIndicator } from './snapshot/catalogue.ts';
import type { Soon } from './soon.ts';
import { allOf, whenThere } from './soon.ts';

/** What is asked of one indicator. */
export interface ValueQuestion {
  readonly indicator: CatalogueIndicator;
  readonly period: Period;
  readonly dimensions: Dimensions;
  /** Milliseconds since 1970. */
  readonly knownAt?: number;
  /** The day onto whose tree the figures are restated; each day's own tree where absent. */
  readonly treeOn?: Day;
  /** Which states of figures count; what is approved and what was published where absent. */
  readonly states?: readonly FigureState[];
}

type Loading = Pick<RequestContext, 'loaders' | 'snapshot' | 'sight'>;

/** What the answers to one question rest on, for every unit at once. */
export function groundsOf(context: Loading, question: ValueQuestion): Soon<Grounds> {
  const { indicator, period } = question;
  const parts = indicator.definition === null ? [] : partsOf(indicator.definition, period);
  const loading = [
    figuresOf(context, question, { indicator: indicator.code }, period),
    ...parts.map((part) => figuresOf(context, question, part, part.over)),
  ];
  return whenThere(allOf(loading), ([figures, top, bottom]) => groundsFrom(indicator.definition, figures, top, bottom));
}

function groundsFrom(
  definition: RatioDefinition | null,
  figures: Figures | undefined,
  top: Figures | undefined,
  bottom: Figures | undefined,
): Grounds {
  if (!figures) throw new RangeError('a question has a period');
  if (definition === null || !top || !bottom) return { figures, pairs: undefined, share: () => undefined };
  const pairs = pairsOf(top, bottom);
  return {
    figures,
    pairs,
    share: (unit) => sharing(definition)(pairs.pair(unit)?.numerator, pairs.pair(unit)?.denominator),
  };
}

/** How a definition makes a ratio of its two sides. */
export function sharing(
  definition: RatioDefinition,
): (top: Amount | undefined, bottom: Amount | undefined) => Share | undefined {
  if (definition.form === 'GROWTH') return growthOf;
  return definition.complement ? complementOf : shareOf;
}

/** The answer for one unit. */
export function answerFor(unit: Unit, grounds: Grounds, { period, treeOn }: ValueQuestion): Answer {
  const { from, to } = windowOf(period);
  const openDuring = treeOn === undefined ? unit.openedOn < to && from < unit.closedOn : isOpenOn(unit, treeOn);
  return answerOf(grounds.figures.figure(unit), grounds.share(unit), openDuring);
}

function isOpenOn(unit: Unit, day: Day): boolean {
  return unit.openedOn <= day && day < unit.closedOn;
}

/** The unit that figures are asked for: as the tree of another day has it, where they are restated. */
export function askedUnit(unit: Unit, { treeOn }: ValueQuestion): Unit {
  return treeOn === undefined ? unit : restated(unit);
}

/** What a unit's figure is measured against: the target of the very period, else of the year or term that holds it. */
export interface TargetFigure {
  readonly period: Period;
  readonly amount: Amount | undefined;
  /** value / target in percent; only of figures about the same units. */
  readonly achievement: Share | undefined;
}

/** A unit's target for a question, and how far it was reached. */
export async function targetOf(context: Loading, question: ValueQuestion, unit: Unit): Promise<TargetFigure> {
  const periods = targetPeriodsOf(question.period);
  const part = { indicator: question.indicator.code, role: 'TARGET' as const };
  const [actual, ...targets] = await Promise.all([
    figuresOf(context, question, { indicator: question.indicator.code }, question.period),
    ...periods.map((period) => figuresOf(context, question, part, period)),
  ]);
  const at = targets.findIndex((figures) => figures?.figure(unit).best);
  const [figures, period = targetPeriodOf(question.period)] = [targets[at], periods[at]];
  const amount = figures?.figure(unit).best;
  if (!figures || !actual || !amount) return { period, amount, achievement: undefined };
  return { period, amount, achievement: achievementOf(unit, actual, figures) };
}

/** A target of one district says nothing about what another one did. */
function achievementOf(unit: Unit, actual: Figures, targets: Figures): Share | undefined {
  const [value, target] = [actual.figure(unit).best, targets.figure(unit).best];
  if (actual.figure(unit).own && targets.figure(unit).own) return shareOf(value, target);
  const pair = pairsOf(actual, targets).pair(unit);
  const same = pair?.numerator.value === value?.value && pair?.denominator.value === target?.value;
  return same ? shareOf(value, target) : undefined;
}

type DatedPart = RatioPart & { readonly over: Period | undefined };

function partsOf(definition: RatioDefinition, period: Period): DatedPart[] {
  if (definition.form === 'GROWTH')
    return [
      { ...definition.of, over: period },
      { ...definition.of, over: previousYear(period) },
    ];
  return [definition.numerator, definition.denominator].map((part) => ({
    ...part,
    over: part.period === 'CONTAINING' ? targetPeriodOf(period) : period,
  }));
}

function figuresOf(
  { loaders, snapshot, sight }: Loading,
  question: ValueQuestion,
  part: RatioPart,
  period: Period | undefined,
): Soon<Figures | undefined> {
  if (!period) return undefined;
  const { kind } = snapshot.catalogue.get(part.indicator);
  const role: ObservationRole = part.role ?? 'ACTUAL';
  const dimensions = part.dimensions ? { ...question.dimensions, ...part.dimensions } : question.dimensions;
  const { knownAt, treeOn, states } = question;
  const asked = { indicator: part.indicator, kind, role, period, dimensions, knownAt, treeOn, states };
  return figuresInMemory(snapshot, asked, sight) ?? loaders.figuresByQuestion.load(asked);
}

/** Pairs live as long as the figures that they are made of. */
const madePairs = new WeakMap<Figures, WeakMap<Figures, Pairs>>();

function pairsOf(top: Figures, bottom: Figures): Pairs {
  const shelf = madePairs.get(top) ?? new WeakMap<Figures, Pairs>();
  madePairs.set(top, shelf);
  const pairs = shelf.get(bottom) ?? new Pairs(top, bottom);
  shelf.set(bottom, pairs);
  return pairs;
}
