import type { JSX } from 'react';
import type { Cell } from '../answer/cell.ts';
import { useAccess } from '../app/AccessProvider.tsx';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { formatNumber } from '../table/format.ts';
import type { Table } from '../table/model.ts';

interface Props {
  readonly table: Table;
  /** The unit that the answer is about, to be signed in for; null where there is none. */
  readonly unit: string | null;
}

/** Says how many figures of a table are withheld from whoever asks, and leads to signing in. Nothing where none are. */
export function Withheld({ table, unit }: Props): JSX.Element | null {
  const { language, say } = useSpeech();
  const { open } = useAccess();
  const count = table.rows.flatMap((row) => row.cells).filter(isWithheld).length;
  if (count === 0) return null;
  return (
    <p className="notice withheld">
      {say.withheld(formatNumber(count, false, language))}{' '}
      <button type="button" className="plain-button" onClick={() => open(unit ?? '')}>
        {say.signInToSee}
      </button>
    </p>
  );
}

function isWithheld(cell: Cell): boolean {
  return cell.kind === 'figure' && cell.state === 'SUPPRESSED';
}
