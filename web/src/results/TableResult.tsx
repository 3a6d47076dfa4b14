import { useMemo, useState } from 'react';
import type { JSX } from 'react';
import { sheetOf } from '../export/sheet.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { formatCell } from '../table/format.ts';
import { EVERYTHING, filterRows, orderRows } from '../table/order.ts';
import type { Order } from '../table/order.ts';
import type { Table } from '../table/model.ts';
import { Caption } from './Caption.tsx';
import { ChartPart } from './ChartPart.tsx';
import { ExportButtons } from './ExportButtons.tsx';
import { Filters } from './Filters.tsx';
import { TableView } from './TableView.tsx';
import type { Parts } from './Toggles.tsx';
import { useDrill } from './useDrill.ts';
import { Withheld } from './Withheld.tsx';

interface Props {
  readonly table: Table;
  readonly parts: Parts;
  /** The unit that the answer is about; null where there is none. */
  readonly unit: string | null;
}

/** One table of an answer with its chart, its filters, and the ways to take it along. */
export function TableResult({ table, parts, unit }: Props): JSX.Element {
  const { language, say } = useSpeech();
  const [order, setOrder] = useState<Order | null>(null);
  const [filter, setFilter] = useState(EVERYTHING);
  const rows = useMemo(
    () => orderRows(table, filterRows(table, filter), order, language),
    [table, filter, order, language],
  );
  const sheet = useMemo(() => sheetOf(table, rows, language), [table, rows, language]);
  const drill = useDrill(table);
  const title = [table.title, ...table.caption.map((cell) => formatCell(cell, language))].join(' ');

  return (
    <>
      {table.caption.length > 0 && <Caption caption={table.caption} drill={drill} />}
      <div className="results-tools">
        <Filters table={table} shown={rows.length} filter={filter} onFilter={setFilter} />
        <ExportButtons sheet={sheet} title={title} />
      </div>
      {table.truncated && <p className="notice">{say.cut}</p>}
      <Withheld table={table} unit={unit} />
      {rows.length === 0 && table.rows.length > 0 && <p className="quiet">{say.noMatch}</p>}
      {parts.chart && <ChartPart table={table} rows={rows} drill={drill} />}
      {parts.table && rows.length > 0 && (
        <TableView table={table} rows={rows} order={order} onOrder={setOrder} drill={drill} />
      )}
    </>
  );
}
