import { Suspense, use } from 'react';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { knownIndicators } from './known-indicators.ts';

interface Props {
  readonly value: string;
  onChange(value: string): void;
}

/** A choice among the platform's indicators, by their names. */
export function IndicatorInput(props: Props): JSX.Element {
  return (
    <Suspense fallback={<input className="field" readOnly value={props.value} />}>
      <IndicatorSelect {...props} />
    </Suspense>
  );
}

function IndicatorSelect({ value, onChange }: Props): JSX.Element {
  const { language } = useSpeech();
  const indicators = use(knownIndicators());
  const known = indicators.some((indicator) => indicator.code === value);
  const collator = new Intl.Collator(language);
  const named = indicators
    .map((indicator) => ({ code: indicator.code, name: language === 'vi' ? indicator.name : indicator.nameEn }))
    .sort((left, right) => collator.compare(left.name, right.name));
  return (
    <select className="field" value={value} onChange={(event) => onChange(event.target.value)}>
      {!known && <option value={value}>{value}</option>}
      {named.map((indicator) => (
        <option key={indicator.code} value={indicator.code}>
          {indicator.name}
        </option>
      ))}
    </select>
  );
}
