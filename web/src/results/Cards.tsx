import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { pointText } from '../chart/options.ts';
import type { CardsChart } from '../chart/spec.ts';
import { formatNumber } from '../table/format.ts';
import { readPeriod } from '../table/period.ts';

/** A few figures written large, each with its target and the way it has come towards it. */
export function Cards({ chart }: { readonly chart: CardsChart }): JSX.Element {
  const { language, say } = useSpeech();
  return (
    <ul className="cards">
      {chart.cards.map((card, index) => (
        <li key={index} data-state={card.figure?.state}>
          <span className="card-label">{card.label}</span>
          <span className="card-value">{pointText(card, card.percent, language)}</span>
          <span className="card-detail">
            {[
              card.unit,
              readPeriod(card.detail, language),
              card.target === null ? '' : `${say.target} ${formatNumber(card.target, card.percent, language)}`,
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </span>
          {card.target !== null && card.value !== null && card.target > 0 && (
            <span className="meter" aria-hidden="true">
              <span style={{ width: `${Math.min(100, (card.value / card.target) * 100)}%` }} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
