import type { RuleTerm, ValidationForm } from '../../facts/indicators/validation-rule.ts';
import type { CatalogueRule } from '../../loaders/snapshot/catalogue.ts';
import type { Period } from '../../periods/period.ts';
import { span } from '../../periods/period.ts';
import type { AsOf } from '../../rollup/figure.ts';
import { publishedPercent } from '../../rollup/derive.ts';
import { contradicts, sumOfSide } from '../../rollup/validation/side.ts';
import { windowOf } from '../../rollup/window.ts';
import { checkBreakdown } from '../indicators/breakdown/check.ts';
import type { IndicatorValue } from '../indicators/indicator-value.type.ts';
import type { Asking, Compared } from './asking.ts';
import { ask, compare, figureFor, violation, wholeFigure } from './asking.ts';
import type { Violation } from './violation.type.ts';

type Of<Form extends ValidationForm['form']> = Extract<ValidationForm, { form: Form }>;

/** The parts along a dimension, and the whole. */
export async function partsViolations(
  asking: Asking,
  rule: CatalogueRule,
  { indicator, dimension }: Of<'PARTS'>,
): Promise<Violation[]> {
  const { context, organization, period } = asking;
  const { whole } = await checkBreakdown(context, organization, ask(asking, indicator, period), [dimension]);
  const parts = whole.taken.map((cell) => cell.value);
  if (
    whole.agreement !== 'DIFFERS' ||
    whole.sum === null ||
    whole.total.value === null ||
    !areOfOneDay([whole.total, ...parts])
  )
    return [];
  const left: Compared = { value: whole.sum, qualifier: whole.sumQualifier, values: parts };
  return [
    violation(rule, left, 'EQUAL', {
      value: whole.total.value,
      qualifier: whole.total.qualifier,
      values: [whole.total],
    }),
  ];
}

/** Two sums, each of figures that are all there. */
export async function compareViolations(
  asking: Asking,
  rule: CatalogueRule,
  { left, relation, right }: Of<'COMPARE'>,
): Promise<Violation[]> {
  const [lefts, rights] = await Promise.all([termValues(asking, left), termValues(asking, right)]);
  const sides = [sideOf(lefts), sideOf(rights)] as const;
  if (!sides[0] || !sides[1] || !areComparable(asking, [...lefts, ...rights], relation === 'EQUAL')) return [];
  return compare(rule, sides[0], relation, sides[1]);
}

/** Published rates of the catalogue, and what their counts give. */
export async function rateViolations(asking: Asking, rule: CatalogueRule): Promise<Violation[]> {
  const defined = asking.context.snapshot.catalogue.indicators.filter((indicator) => indicator.definition !== null);
  const values = await Promise.all(defined.map(({ code }) => figureFor(asking, ask(asking, code, asking.period))));
  return values.flatMap((value) => {
    const own = value.grounds.figures.figure(value.unit).own;
    const share = value.grounds.share(value.unit);
    const published = own && publishedPercent(own.amount);
    if (
      !published ||
      share?.value == null ||
      !contradicts(published, { value: share.value, qualifier: share.qualifier })
    )
      return [];
    const left: Compared = { value: published.percent, qualifier: 'EXACT', values: [value] };
    return [violation(rule, left, 'EQUAL', { value: share.value, qualifier: share.qualifier, values: [value] })];
  });
}

/** A unit's own counts, and what those below it add up to: less than they do it can never be. */
export async function rollUpViolations(asking: Asking, rule: CatalogueRule): Promise<Violation[]> {
  const counts = asking.context.snapshot.catalogue.indicators.filter(({ kind }) => kind === 'FLOW' || kind === 'STOCK');
  const values = await Promise.all(counts.map(({ code }) => figureFor(asking, ask(asking, code, asking.period))));
  return values.flatMap((value) => {
    const { own, rolledUp, coverageBelow, asOf, asOfBelow } = value.grounds.figures.figure(value.unit);
    if (own?.amount.value == null || rolledUp?.value == null) return [];
    if (value.question.indicator.kind === 'STOCK' && !isSameTime(asOf, asOfBelow)) return [];
    const isWhole = coverageBelow.expected > 0 && coverageBelow.answered === coverageBelow.expected;
    const below: Compared = { value: rolledUp.value, qualifier: rolledUp.qualifier, values: [value] };
    return compare(rule, below, isWhole ? 'EQUAL' : 'AT_MOST', {
      value: own.amount.value,
      qualifier: own.amount.qualifier,
      values: [value],
    });
  });
}

/** Stocks of different days may differ. */
function isSameTime(a: AsOf | undefined, b: AsOf | undefined): boolean {
  return a?.earliest === b?.earliest && a?.latest === b?.latest;
}

interface TermValue {
  readonly term: RuleTerm;
  readonly value: IndicatorValue;
}

async function termValues(asking: Asking, terms: readonly RuleTerm[]): Promise<TermValue[]> {
  return Promise.all(
    terms.map(async (term) => {
      const period = term.at === 'OPENING' ? dayBefore(asking.period) : asking.period;
      return { term, value: await figureFor(asking, ask(asking, term.indicator, period, term.dimensions)) };
    }),
  );
}

function sideOf(terms: readonly TermValue[]): Compared | undefined {
  const figures = terms.map(({ value }) => wholeFigure(value));
  const known = figures.filter((figure) => figure !== undefined);
  return known.length === figures.length ? { ...sumOfSide(known), values: terms.map(({ value }) => value) } : undefined;
}

function dayBefore(period: Period): Period {
  const { from } = windowOf(period);
  return span(from - 1, from);
}

/** Stocks compare where they are of one day; a balance of stocks and flows needs that of the period's end. */
function areComparable({ period }: Asking, terms: readonly TermValue[], isBalance: boolean): boolean {
  const closing = terms
    .filter(({ term, value }) => term.at !== 'OPENING' && value.question.indicator.kind === 'STOCK')
    .map(({ value }) => value);
  const onlyStocks = closing.length === terms.length;
  if (onlyStocks || !isBalance) return !onlyStocks || areOfOneDay(closing);
  return closing.every((value) => value.asOf === windowOf(period).to - 1);
}

function areOfOneDay(values: readonly IndicatorValue[]): boolean {
  const stocks = values.filter((value) => value.question.indicator.kind === 'STOCK');
  return new Set(stocks.map((value) => `${value.asOf}|${value.asOfEarliest}`)).size <= 1;
}
