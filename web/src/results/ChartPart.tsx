import { lazy, Suspense, useMemo, useState } from 'react';
import type { JSX } from 'react';
import { chartOf, measuresOf } from '../chart/from-table.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import type { Row, Table } from '../table/model.ts';
import { Cards } from './Cards.tsx';
import type { Drill } from './useDrill.ts';

/** The library of the charts is loaded with the first of them. */
const ChartView = lazy(() => import('./ChartView.tsx'));

interface Props {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly drill: Drill;
}

/** The picture of the rows that are seen, and by which of their measures; nothing where a picture would say nothing. */
export function ChartPart({ table, rows, drill }: Props): JSX.Element | null {
  const { say } = useSpeech();
  const [measure, setMeasure] = useState(0);
  const measures = useMemo(() => measuresOf(table), [table]);
  const chart = useMemo(() => chartOf(table, rows, measure), [table, rows, measure]);
  if (chart === null) return null;
  if (chart.kind === 'cards') return <Cards chart={chart} />;
  return (
    <div className="chart-part">
      {chart.kind === 'bars' && measures.length > 1 && (
        <select
          className="field"
          aria-label={say.measure}
          value={measure}
          onChange={(event) => setMeasure(Number(event.target.value))}
        >
          {measures.map((candidate, index) => (
            <option key={candidate.column} value={index}>
              {candidate.label}
            </option>
          ))}
        </select>
      )}
      <Suspense fallback={<div className="chart" />}>
        <ChartView chart={chart} onUnit={drill.down} />
      </Suspense>
      {chart.kind === 'bars' && chart.total > chart.categories.length && (
        <p className="notice">{say.bars(chart.categories.length, chart.total)}</p>
      )}
    </div>
  );
}
