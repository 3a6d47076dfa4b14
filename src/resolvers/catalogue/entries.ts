import type { RatioDefinition, RatioPart } from '../../facts/indicators/indicator.ts';
import type { DimensionEntry, IndicatorEntry } from '../../import/catalogue/entry.ts';
import { CatalogueRefused } from '../../import/catalogue/problem.ts';
import type { DimensionInput, IndicatorInput, RatioDefinitionInput, RatioSideInput } from './inputs.ts';

/** An input as the catalogue takes it. @throws CatalogueRefused for a definition that is none or two */
export function indicatorEntry({ definition, dimensions, ...rest }: IndicatorInput): IndicatorEntry {
  return {
    ...rest,
    dimensions: (dimensions ?? []).map(({ name, addsUp }) => ({ name, addsUp })),
    definition: definition ? ratioDefinition(rest.code, definition) : null,
  };
}

/** An input as the catalogue takes it. */
export function dimensionEntry({ values, ...rest }: DimensionInput): DimensionEntry {
  return {
    ...rest,
    values: values.map(({ covers, ...value }) => (covers && covers.length > 0 ? { ...value, covers } : value)),
  };
}

function ratioDefinition(code: string, { share, growthOf }: RatioDefinitionInput): RatioDefinition {
  if (share && !growthOf) {
    const sides = { numerator: ratioPart(share.numerator), denominator: ratioPart(share.denominator) };
    return share.complement ? { form: 'SHARE', ...sides, complement: true } : { form: 'SHARE', ...sides };
  }
  if (growthOf && !share) return { form: 'GROWTH', of: ratioPart(growthOf), against: 'PREVIOUS_YEAR' };
  const message = `Expected the definition of ${code} to have either share or growthOf; got ${share ? 'both' : 'neither'}.`;
  throw new CatalogueRefused([{ code: 'DEFINITION_ILLEGAL', entry: code, message, path: [] }]);
}

function ratioPart({ indicator, role, dimensions, ofContainingPeriod }: RatioSideInput): RatioPart {
  return {
    indicator,
    ...(role === 'TARGET' ? { role } : {}),
    ...(dimensions && dimensions.length > 0
      ? { dimensions: Object.fromEntries(dimensions.map(({ name, value }) => [name, value])) }
      : {}),
    ...(ofContainingPeriod ? { period: 'CONTAINING' as const } : {}),
  };
}
