import { ArgsType, Field } from 'type-graphql';
import { requireLevel } from '../../access/level.ts';
import type { Viewer } from '../../access/viewer.ts';
import { CodedError, shown } from '../../errors/coded-error.ts';
import type { Dimensions } from '../../facts/indicators/indicator.ts';
import type { FigureState } from '../../facts/reports/report.ts';
import { STANDING } from '../../facts/reports/report.ts';
import type { RequestContext } from '../../loaders/context.ts';
import type { Catalogue, CatalogueIndicator } from '../../loaders/snapshot/catalogue.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import type { Day } from '../../periods/day.ts';
import type { Period } from '../../periods/period.ts';
import { IndicatorCodeScalar } from '../scalars/codes.ts';
import { DateScalar } from '../scalars/date.ts';
import { DateTimeScalar } from '../scalars/date-time.ts';
import { PeriodScalar } from '../scalars/period.ts';
import { DimensionFilter } from './dimension.type.ts';
import { FigureStateEnum } from './enums.ts';

/** What goes with every question for figures. */
@ArgsType()
export class FigureArgs {
  @Field(() => [DimensionFilter], {
    nullable: true,
    description: 'The part that has these values (điều kiện phân tổ); the whole where absent.',
  })
  dimensions?: DimensionFilter[] | null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'As it was known at that moment (số liệu biết đến thời điểm đó); now where absent.',
  })
  knownAt?: Date | null;

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Restated onto the tree of that day (quy về cây tổ chức của ngày đó), so that years stay comparable across a reform. Where absent, a stock is on the tree of the last day of its period, and a flow on that of the day of each event.',
  })
  treeOn?: Day | null;

  @Field(() => [FigureStateEnum], {
    nullable: true,
    description:
      'Figures in which states count (trạng thái số liệu); those that are approved and those that were published where absent. What is not approved is for officers of the unit that reports it or of one above: of other units it is left out.',
  })
  states?: FigureState[] | null;
}

@ArgsType()
export class ValueArgs extends FigureArgs {
  @Field(() => IndicatorCodeScalar, { description: 'The indicator (mã chỉ tiêu).' })
  code!: string;

  @Field(() => PeriodScalar, { description: 'The period (kỳ).' })
  period!: Period;
}

@ArgsType()
export class ValuesArgs extends FigureArgs {
  @Field(() => [IndicatorCodeScalar], {
    description: 'The indicators (các mã chỉ tiêu); the answers keep their order.',
  })
  codes!: string[];

  @Field(() => PeriodScalar, { description: 'The period (kỳ).' })
  period!: Period;
}

/** Reads a question against the catalogue. @throws CodedError INDICATOR_UNKNOWN, DIMENSION_UNKNOWN, FORBIDDEN */
export function questionOf(
  { snapshot: { catalogue }, viewer }: Pick<RequestContext, 'snapshot' | 'viewer'>,
  code: string,
  period: Period,
  { dimensions, knownAt, treeOn, states }: FigureArgs,
): ValueQuestion {
  const indicator = catalogue.get(code);
  return {
    indicator,
    period,
    dimensions: dimensionsOf(catalogue, indicator, dimensions ?? []),
    knownAt: knownAt?.getTime(),
    treeOn: treeOn ?? undefined,
    states: states ? statesOf(viewer, states) : undefined,
  };
}

/** Undefined for what counts anyway. */
function statesOf(viewer: Viewer, states: readonly FigureState[]): readonly FigureState[] | undefined {
  const asked = [...new Set(states)].sort();
  if (asked.some((state) => !STANDING.includes(state))) requireLevel(viewer, 'MEMBER_LEVEL');
  return asked.join() === [...STANDING].sort().join() ? undefined : asked;
}

/** The values by which a part is named. @throws CodedError DIMENSION_UNKNOWN */
export function dimensionsOf(
  catalogue: Catalogue,
  indicator: CatalogueIndicator,
  filters: readonly DimensionFilter[],
): Dimensions {
  const dimensions: Record<string, string> = {};
  for (const { name, value } of filters) {
    requireDimension(indicator, name);
    const { closed, values } = catalogue.dimension(name) ?? { closed: false, values: [] };
    if (closed && !values.some((known) => known.value === value)) {
      const expected = values.map((known) => known.value).join(', ');
      throw new CodedError('DIMENSION_UNKNOWN', `Expected one of ${expected} for ${name}; got ${shown(value)}.`, {
        expected,
        received: value,
      });
    }
    if (dimensions[name] !== undefined && dimensions[name] !== value) {
      throw new CodedError(
        'DIMENSION_UNKNOWN',
        `Expected one value for ${name}; got ${shown(dimensions[name])} and ${shown(value)}.`,
      );
    }
    dimensions[name] = value;
  }
  return dimensions;
}

/** @throws CodedError DIMENSION_UNKNOWN where the indicator is not divided by a dimension */
export function requireDimension(indicator: CatalogueIndicator, name: string): void {
  if (indicator.dimensions.some((dimension) => dimension.name === name)) return;
  const expected = indicator.dimensions.map((dimension) => dimension.name).join(', ') || 'no dimension at all';
  throw new CodedError('DIMENSION_UNKNOWN', `Expected ${expected} for ${indicator.code}; got ${shown(name)}.`, {
    expected,
    received: name,
  });
}
