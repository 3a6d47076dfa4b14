import type { RatioDefinition, RatioPart } from '../../facts/indicators/indicator.ts';
import type { KnownIndicator } from './entry.ts';

/** The sides that a definition names. */
export function sidesOf(definition: RatioDefinition | null): readonly RatioPart[] {
  if (!definition) return [];
  return definition.form === 'GROWTH' ? [definition.of] : [definition.numerator, definition.denominator];
}

/** The way by which a definition comes back to where it began: A, B, A. Undefined where it does not. */
export function circleThrough(code: string, indicators: ReadonlyMap<string, KnownIndicator>): string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string, way: readonly string[]): string[] | undefined => {
    for (const { indicator } of sidesOf(indicators.get(at)?.definition ?? null)) {
      if (indicator === code) return [...way, code];
      if (seen.has(indicator)) continue;
      seen.add(indicator);
      const found = search(indicator, [...way, indicator]);
      if (found) return found;
    }
    return undefined;
  };
  return search(code, [code]);
}
