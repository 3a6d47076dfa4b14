import { CodedError, shown } from '../../errors/coded-error.ts';
import type { DimensionValue } from '../../facts/indicators/dimension.entity.ts';
import type { IndicatorDimension, IndicatorKind, RatioDefinition } from '../../facts/indicators/indicator.ts';
import type { ValidationForm } from '../../facts/indicators/validation-rule.ts';
import { DueDates } from '../../rollup/due.ts';
import type { Statements } from '../../database/statements.ts';
import { dueDatesOf, readDueDates } from './due-dates.ts';

/** An entry of the catalogue, as it is held in memory. */
export interface CatalogueIndicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly definition: RatioDefinition | null;
  readonly dimensions: readonly IndicatorDimension[];
}

export interface CatalogueDimension {
  readonly name: string;
  readonly nameVi: string;
  readonly descriptionEn: string;
  readonly closed: boolean;
  readonly values: readonly DimensionValue[];
}

/** A rule that figures have to keep. */
export interface CatalogueRule {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly rule: ValidationForm;
}

/** Indicators that are reported together. */
export interface CatalogueSet {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly indicators: readonly string[];
}

/** The catalogue of indicators and dimensions, the rules between them, and when reports on them are due. */
export class Catalogue {
  private readonly byCode: ReadonlyMap<string, CatalogueIndicator>;
  private readonly dimensionsByName: ReadonlyMap<string, CatalogueDimension>;

  constructor(
    readonly indicators: readonly CatalogueIndicator[],
    readonly dimensions: readonly CatalogueDimension[],
    readonly rules: readonly CatalogueRule[] = [],
    readonly sets: readonly CatalogueSet[] = [],
    readonly dueDates: DueDates = new DueDates(),
  ) {
    this.byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
    this.dimensionsByName = new Map(dimensions.map((dimension) => [dimension.name, dimension]));
  }

  find(code: string): CatalogueIndicator | undefined {
    return this.byCode.get(code);
  }

  dimension(name: string): CatalogueDimension | undefined {
    return this.dimensionsByName.get(name);
  }

  /** @throws CodedError INDICATOR_UNKNOWN */
  get(code: string): CatalogueIndicator {
    const indicator = this.byCode.get(code);
    if (indicator) return indicator;
    throw new CodedError(
      'INDICATOR_UNKNOWN',
      `Expected the code of an indicator of the catalogue; got ${shown(code)}.`,
      {
        expected: 'a code that `indicators { code }` lists',
        received: code,
      },
    );
  }
}

const INDICATORS = `
  select i.code, i.name, i.name_en as "nameEn", i.description, i.description_en as "descriptionEn", i.kind, i.unit, i.definition,
    coalesce((
      select jsonb_agg(jsonb_build_object('name', d.dimension_name, 'addsUp', d.adds_up) order by d.dimension_name)
      from indicator_dimension d where d.indicator_code = i.code
    ), '[]') as dimensions
  from indicator i order by i.code`;

const DIMENSIONS = `
  select name, name_vi as "nameVi", description_en as "descriptionEn", closed, value_list as values from dimension order by name`;

const RULES = `select code, name, name_en as "nameEn", rule from validation_rule order by code`;

const SETS = `select code, name, name_en as "nameEn", indicators from indicator_set order by code`;

/** Reads the whole catalogue: a few hundred rows in five statements. */
export async function readCatalogue(statements: Statements): Promise<Catalogue> {
  const [indicators, dimensions, rules, sets, dueDates] = await Promise.all([
    statements.rows<CatalogueIndicator>('catalogue-indicators', INDICATORS),
    statements.rows<CatalogueDimension>('catalogue-dimensions', DIMENSIONS),
    statements.rows<CatalogueRule>('catalogue-rules', RULES),
    statements.rows<CatalogueSet>('catalogue-sets', SETS),
    readDueDates(statements),
  ]);
  return new Catalogue(indicators, dimensions, rules, sets, dueDatesOf(dueDates, sets));
}
