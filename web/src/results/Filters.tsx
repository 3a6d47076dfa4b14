import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { formatNumber } from '../table/format.ts';
import type { Table } from '../table/model.ts';
import { hasTargets } from '../table/order.ts';
import type { Filter } from '../table/order.ts';

interface Props {
  readonly table: Table;
  /** How many rows the filter leaves. */
  readonly shown: number;
  readonly filter: Filter;
  onFilter(filter: Filter): void;
}

/** Which rows are seen, and how many they are. */
export function Filters({ table, shown, filter, onFilter }: Props): JSX.Element {
  const { language, say } = useSpeech();
  const count = (number: number): string => formatNumber(number, false, language);
  return (
    <>
      <input
        className="field"
        type="search"
        placeholder={say.filter}
        aria-label={say.filter}
        value={filter.text}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
      />
      {hasTargets(table) && (
        <label className="check">
          <input
            type="checkbox"
            checked={filter.belowTarget}
            onChange={(event) => onFilter({ ...filter, belowTarget: event.target.checked })}
          />
          {say.belowTarget}
        </label>
      )}
      <span className="count" role="status">
        {say.rows(count(shown), count(table.rows.length))}
      </span>
    </>
  );
}
