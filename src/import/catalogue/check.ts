import type { RatioPart } from '../../facts/indicators/indicator.ts';
import type { RuleTerm, ValidationForm } from '../../facts/indicators/validation-rule.ts';
import { circleThrough, sidesOf } from './circle.ts';
import type {
  CatalogueEntries,
  DimensionEntry,
  IndicatorEntry,
  KnownDimension,
  KnownIndicator,
  RuleEntry,
} from './entry.ts';
import type { CatalogueProblem, CatalogueProblemCode } from './problem.ts';

const CODE = /^[A-Z][A-Z0-9_]{0,99}$/;

/** What the catalogue holds already, and which indicators have facts. */
export interface KnownCatalogue {
  readonly indicators: readonly KnownIndicator[];
  readonly dimensions: readonly KnownDimension[];
  readonly withFacts: ReadonlySet<string>;
}

/** The catalogue as it would be with the new entries in it. */
interface Whole {
  readonly indicators: ReadonlyMap<string, KnownIndicator>;
  readonly dimensions: ReadonlyMap<string, KnownDimension>;
  readonly before: ReadonlyMap<string, KnownIndicator>;
  readonly withFacts: ReadonlySet<string>;
}

/** Why entries cannot be taken into a catalogue, all reasons at once; empty where they can. */
export function checkEntries(
  known: KnownCatalogue,
  { indicators, dimensions, rules }: CatalogueEntries,
): CatalogueProblem[] {
  const whole: Whole = {
    indicators: new Map([...known.indicators, ...indicators].map((indicator) => [indicator.code, indicator])),
    dimensions: new Map([...known.dimensions, ...dimensions].map((dimension) => [dimension.name, dimension])),
    before: new Map(known.indicators.map((indicator) => [indicator.code, indicator])),
    withFacts: known.withFacts,
  };
  return [
    ...dimensions.flatMap(checkDimension),
    ...indicators.flatMap((indicator) => checkIndicator(indicator, whole)),
    ...rules.flatMap((rule) => checkRule(rule, whole)),
  ];
}

function checkDimension({ name, values }: DimensionEntry): CatalogueProblem[] {
  const malformed = CODE.test(name)
    ? []
    : [
        problem(
          'ENTRY_MALFORMED',
          name,
          `Expected the name of a dimension in upper case with underscores; got ${name}.`,
        ),
      ];
  const listed = new Set(values.map(({ value }) => value));
  const strangers = values.flatMap(({ covers }) => covers ?? []).filter((value) => !listed.has(value));
  return [
    ...malformed,
    ...strangers.map((value) =>
      problem('DIMENSION_UNKNOWN', name, `${name} covers ${value}, which is none of its values.`),
    ),
  ];
}

function checkIndicator(indicator: IndicatorEntry, whole: Whole): CatalogueProblem[] {
  const { code, kind, definition, dimensions } = indicator;
  const problems = CODE.test(code)
    ? []
    : [
        problem(
          'ENTRY_MALFORMED',
          code,
          `Expected the code of an indicator in upper case with underscores; got ${code}.`,
        ),
      ];
  for (const { name } of dimensions) {
    if (!whole.dimensions.has(name))
      problems.push(
        problem('DIMENSION_UNKNOWN', code, `${code} is divided by ${name}, which is no dimension of the catalogue.`),
      );
  }
  const before = whole.before.get(code);
  if (before && before.kind !== kind && whole.withFacts.has(code)) {
    problems.push(
      problem(
        'KIND_IN_USE',
        code,
        `${code} is a ${before.kind} and has facts; as a ${kind} they would say something else.`,
      ),
    );
  }
  if (!definition) return problems;
  if (kind !== 'RATIO')
    problems.push(
      problem('DEFINITION_ILLEGAL', code, `Expected a RATIO to be defined by others; ${code} is a ${kind}.`),
    );
  const circle = circleThrough(code, whole.indicators);
  if (circle)
    return [
      ...problems,
      problem('DEFINITION_CIRCLE', code, `${code} is defined by itself: ${circle.join(' → ')}.`, circle),
    ];
  return [...problems, ...sidesOf(definition).flatMap((side) => checkSide(indicator, side, whole))];
}

function checkSide({ code, dimensions }: IndicatorEntry, side: RatioPart, whole: Whole): CatalogueProblem[] {
  const named = whole.indicators.get(side.indicator);
  if (!named)
    return [
      problem(
        'INDICATOR_UNKNOWN',
        code,
        `${code} is defined by ${side.indicator}, which is no indicator of the catalogue.`,
        [code, side.indicator],
      ),
    ];
  if (named.kind !== 'FLOW' && named.kind !== 'STOCK') {
    return [
      problem(
        'DEFINITION_ILLEGAL',
        code,
        `${code} is defined by ${side.indicator}, which is a ${named.kind}: only counts can be added and divided.`,
        [code, side.indicator],
      ),
    ];
  }
  const divided = { ...Object.fromEntries(dimensions.map(({ name }) => [name, undefined])), ...side.dimensions };
  return checkValues(code, named, divided, whole);
}

/** That an indicator is divided by dimensions, and that these have the values named. */
function checkValues(
  code: string,
  indicator: KnownIndicator,
  named: Readonly<Record<string, string | undefined>>,
  whole: Whole,
): CatalogueProblem[] {
  return Object.entries(named).flatMap(([name, value]) => {
    if (!indicator.dimensions.some((dimension) => dimension.name === name)) {
      return [
        problem(
          'DIMENSION_UNKNOWN',
          code,
          `${code} asks for ${indicator.code} by ${name}, by which it is not divided.`,
        ),
      ];
    }
    const dimension = whole.dimensions.get(name);
    const isKnown =
      value === undefined || !dimension?.closed || dimension.values.some((known) => known.value === value);
    return isKnown
      ? []
      : [problem('DIMENSION_UNKNOWN', code, `${code} asks for ${name} = ${value}, which is no value of it.`)];
  });
}

function checkRule({ code, rule }: RuleEntry, whole: Whole): CatalogueProblem[] {
  return termsOf(rule).flatMap(({ indicator, dimensions }) => {
    const named = whole.indicators.get(indicator);
    if (!named)
      return [
        problem(
          'INDICATOR_UNKNOWN',
          code,
          `The rule ${code} names ${indicator}, which is no indicator of the catalogue.`,
          [code, indicator],
        ),
      ];
    return checkValues(code, named, dimensions ?? {}, whole);
  });
}

function termsOf(
  rule: ValidationForm,
): readonly (Omit<RuleTerm, 'dimensions'> & { dimensions?: Readonly<Record<string, string | undefined>> })[] {
  switch (rule.form) {
    case 'PARTS':
      return [{ indicator: rule.indicator, dimensions: { [rule.dimension]: undefined } }];
    case 'COMPARE':
      return [...rule.left, ...rule.right];
    case 'RATES':
    case 'ROLL_UP':
      return [];
  }
}

function problem(
  code: CatalogueProblemCode,
  entry: string,
  message: string,
  path: readonly string[] = [],
): CatalogueProblem {
  return { code, entry, message, path };
}
