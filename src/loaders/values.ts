import type { Dimensions, ObservationRole, RatioDefinition, RatioPart } from '../facts/indicators/indicator.ts';
import type { Period } from '../periods/period.ts';
import { previousYear } from '../periods/steps.ts';
import type { Answer } from '../rollup/answer.ts';
import { answerOf } from '../rollup/answer.ts';
import type { Figures } from '../rollup/best.ts';
import type { Share } from '../rollup/share.ts';
import { complementOf, growthOf, shareOf } from '../rollup/share.ts';
import { targetPeriodOf } from '../rollup/target.ts';
import { windowOf } from '../rollup/window.ts';
import type { Unit } from '../tree/unit.ts';
import type { RequestContext } from './context.ts';
import type { CatalogueIndicator } from './snapshot/catalogue.ts';

/** What is asked of one indicator. */
export interface ValueQuestion {
  readonly indicator: CatalogueIndicator;
  readonly period: Period;
  readonly dimensions: Dimensions;
  /** Milliseconds since 1970. */
  readonly knownAt?: number;
}

/** The figures that an answer rests on: the indicator's own, and those of the parts that define it. */
export interface Grounds {
  readonly figures: Figures;
  readonly parts: readonly { readonly side: 'NUMERATOR' | 'DENOMINATOR'; readonly figures: Figures }[];
  share(unit: Unit): Share | undefined;
}

type Loading = Pick<RequestContext, 'loaders' | 'snapshot'>;

/** What the answers to one question rest on, for every unit at once. */
export async function groundsOf(context: Loading, question: ValueQuestion): Promise<Grounds> {
  const { indicator, period, dimensions, knownAt } = question;
  const own = context.loaders.figuresByQuestion.load({
    indicator: indicator.code,
    kind: indicator.kind,
    role: 'ACTUAL',
    period,
    dimensions,
    knownAt,
  });
  const { definition } = indicator;
  if (definition === null) return { figures: await own, parts: [], share: () => undefined };
  const [top, bottom] = await Promise.all(partsOf(definition, period).map((part) => loadPart(context, question, part)));
  const figures = await own;
  if (!top || !bottom) return { figures, parts: [], share: () => undefined };
  const combine = definition.form === 'GROWTH' ? growthOf : definition.complement ? complementOf : shareOf;
  return {
    figures,
    parts: [
      { side: 'NUMERATOR', figures: top },
      { side: 'DENOMINATOR', figures: bottom },
    ],
    share: (unit) => combine(top.figure(unit).best, bottom.figure(unit).best),
  };
}

/** The answer for one unit. */
export function answerFor(unit: Unit, grounds: Grounds, period: Period): Answer {
  const { from, to } = windowOf(period);
  const openDuring = unit.openedOn < to && from < unit.closedOn;
  return answerOf(grounds.figures.figure(unit), grounds.share(unit), openDuring);
}

/** The targets that a question is measured against. */
export async function targetsOf(
  { loaders }: Loading,
  { indicator, period, dimensions, knownAt }: ValueQuestion,
): Promise<Figures> {
  const target = {
    indicator: indicator.code,
    kind: indicator.kind,
    role: 'TARGET',
    period: targetPeriodOf(period),
    dimensions,
    knownAt,
  } as const;
  return loaders.figuresByQuestion.load(target);
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

async function loadPart(
  { loaders, snapshot }: Loading,
  question: ValueQuestion,
  part: DatedPart,
): Promise<Figures | undefined> {
  if (!part.over) return undefined;
  const { kind } = snapshot.catalogue.get(part.indicator);
  const role: ObservationRole = part.role ?? 'ACTUAL';
  const dimensions = { ...question.dimensions, ...part.dimensions };
  return loaders.figuresByQuestion.load({
    indicator: part.indicator,
    kind,
    role,
    period: part.over,
    dimensions,
    knownAt: question.knownAt,
  });
}
