import { useState } from 'react';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import type { Column, Row, Table } from '../table/model.ts';
import type { Order } from '../table/order.ts';
import { CellView } from './CellView.tsx';
import type { Drill } from './useDrill.ts';

/** As many rows are drawn at once; the spreadsheet always has all that the filters keep. */
const PAGE = 250;

interface Props {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly order: Order | null;
  onOrder(order: Order | null): void;
  readonly drill: Drill;
}

/** The table itself. A click on a heading orders by it, then the other way, then as the answer had it. */
export function TableView({ table, rows, order, onOrder, drill }: Props): JSX.Element {
  const { say } = useSpeech();
  const [pages, setPages] = useState(1);
  const shown = rows.slice(0, pages * PAGE);
  const marks = rows.some((row) =>
    row.cells.some((cell) => cell.kind === 'figure' && (cell.state !== 'COMPLETE' || cell.qualifier !== 'EXACT')),
  );
  return (
    <div className="table-part" tabIndex={0} role="region" aria-label={table.title}>
      <table>
        <thead>
          <GroupLine columns={table.columns} />
          <tr>
            {table.columns.map((column) => (
              <Heading key={column.id} column={column} order={order} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.id}>
              {row.cells.map((cell, index) => (
                <CellView
                  key={table.columns[index]?.id}
                  cell={cell}
                  head={index === 0}
                  depth={order === null && index === 0 ? row.depth : 0}
                  drill={drill}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <button type="button" className="plain-button" onClick={() => setPages(pages + 1)}>
          {say.more}
        </button>
      )}
      {marks && <p className="notice">{say.legend}</p>}
    </div>
  );
}

/** The line of the groups, each over its own columns; none where no column has a group. */
function GroupLine({ columns }: { readonly columns: readonly Column[] }): JSX.Element | null {
  if (columns.every((column) => column.group === null)) return null;
  const groups: { label: string | null; first: string; span: number }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (last !== undefined && last.label === column.group) last.span += 1;
    else groups.push({ label: column.group, first: column.id, span: 1 });
  }
  return (
    <tr className="groups">
      {groups.map((group) =>
        group.label === null ? (
          <td key={group.first} colSpan={group.span} />
        ) : (
          <th key={group.first} colSpan={group.span} scope="colgroup">
            {group.label}
          </th>
        ),
      )}
    </tr>
  );
}

function Heading({
  column,
  order,
  onOrder,
}: {
  readonly column: Column;
  readonly order: Order | null;
  onOrder(order: Order | null): void;
}): JSX.Element {
  const mine = order?.column === column.id ? order : null;
  const isNumber = column.kind === 'figure' || column.kind === 'number';
  const next =
    mine === null
      ? { column: column.id, descending: isNumber }
      : mine.descending === isNumber
        ? { column: column.id, descending: !isNumber }
        : null;
  return (
    <th
      scope="col"
      className={isNumber ? 'number' : undefined}
      aria-sort={mine === null ? undefined : mine.descending ? 'descending' : 'ascending'}
    >
      <button type="button" onClick={() => onOrder(next)}>
        {column.label}
        <span className="arrow" aria-hidden="true">
          {mine === null ? '' : mine.descending ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}
