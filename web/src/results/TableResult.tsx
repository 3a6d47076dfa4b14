import { lazy, Suspense, useMemo, useState } from 'react';
import type { JSX } from 'react';
import { chartOf, measuresOf } from '../chart/from-table.ts';
import { sheetOf } from '../export/sheet.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { EVERYTHING, filterRows, hasTargets, orderRows } from '../table/order.ts';
import type { Order } from '../table/order.ts';
import type { Table } from '../table/model.ts';
import { formatCell, formatNumber } from '../table/format.ts';
import { Caption } from './Caption.tsx';
import { Cards } from './Cards.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { TableView } from './TableView.tsx';
import type { Parts } from './Toggles.tsx';
import { useDrill } from './useDrill.ts';

const ChartView = lazy(() => import('./ChartView.tsx'));

/** One table of an answer with its chart, its filters, and the ways to take it along. */
export function TableResult({ table, parts }: { readonly table: Table; readonly parts: Parts }): JSX.Element {
  const { language, say } = useSpeech();
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const [measure, setMeasure] = useState(0);
  const rows = useMemo(() => orderRows(table, filterRows(table, filter), order, language), [table, filter, order, language]);
  const chart = useMemo(() => chartOf(table, rows, measure), [table, rows, measure]);
  const measures = useMemo(() => measuresOf(table), [table]);
  const sheet = useMemo(() => sheetOf(table, rows, language), [table, rows, language]);
  const drill = useDrill(table);
  const count = (number: number): string => formatNumber(number, false, language);

  return (
    <>
      {table.caption.length > 0 && <Caption caption={table.caption} drill={drill} />}
      <div className="results-tools">
        <input className="field" type="search" placeholder={say.filter} aria-label={say.filter} value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.target.value })} />
        {hasTargets(table) && (
          <label className="check">
            <input type="checkbox" checked={filter.belowTarget} onChange={(event) => setFilter({ ...filter, belowTarget: event.target.checked })} />
            {say.belowTarget}
          </label>
        )}
        <span className="count" role="status">
          {say.rows(count(rows.length), count(table.rows.length))}
        </span>
        <ExportButtons sheet={sheet} title={[table.title, ...table.caption.map((cell) => formatCell(cell, language))].join(' ')} />
      </div>
      {table.truncated && <p className="notice">{say.cut}</p>}
      {parts.chart && chart?.kind === 'cards' && <Cards chart={chart} />}
      {parts.chart && chart !== null && chart.kind !== 'cards' && (
        <div className="chart-part">
          {chart.kind === 'bars' && measures.length > 1 && (
            <select className="field" aria-label={say.measure} value={measure} onChange={(event) => setMeasure(Number(event.target.value))}>
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
          {chart.kind === 'bars' && chart.total > chart.categories.length && <p className="notice">{say.bars(chart.categories.length, chart.total)}</p>}
        </div>
      )}
      {parts.table && <TableView table={table} rows={rows} order={order} onOrder={setOrder} drill={drill} />}
    </>
  );
}
