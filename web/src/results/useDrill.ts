import { useMemo } from 'react';
import type { FigureAddress, FigureCell } from '../answer/cell.ts';
import { behind, childrenOf, downFrom } from '../question/drill.ts';
import { useAsk } from '../question/useAsk.ts';
import type { Table } from '../table/model.ts';

/** The questions that a click writes. */
export interface Drill {
  /** One level below a unit, with the indicators of this table where it has some. */
  down(code: string): void;
  /** What a figure rests on. */
  behind(address: FigureAddress): void;
}

/** The drill-down from a table: its own indicators and its first period go along. */
export function useDrill(table: Table): Drill {
  const ask = useAsk();
  return useMemo(() => {
    const addresses = table.rows
      .flatMap((row) => row.cells)
      .filter((cell): cell is FigureCell => cell.kind === 'figure')
      .flatMap((cell) => (cell.address === null ? [] : [cell.address]));
    const period = addresses[0]?.period;
    const indicators = [
      ...new Set(addresses.filter((address) => address.period === period).map((address) => address.indicator)),
    ];
    return {
      down: (code) => ask(period === undefined ? childrenOf(code) : downFrom(code, indicators, period)),
      behind: (address) => ask(behind(address)),
    };
  }, [ask, table]);
}
