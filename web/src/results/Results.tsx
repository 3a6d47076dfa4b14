import { useMemo, useState } from 'react';
import type { JSX } from 'react';
import dimensions from '../../../seeds/data/dimensions.json';
import { unitAbout } from '../answer/about.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { inWords } from '../language/vocabulary.ts';
import { tablesOf } from '../table/tables.ts';
import { Errors } from './Errors.tsx';
import { TableResult } from './TableResult.tsx';
import { Toggles } from './Toggles.tsx';
import type { Parts } from './Toggles.tsx';
import { useAnswer } from './useAnswer.ts';

const KEPT_UNDER = 'dangbo:parts';

function keptParts(): Parts {
  const [chart, table, json] = (localStorage.getItem(KEPT_UNDER) ?? '110').split('');
  return { chart: chart === '1', table: table === '1', json: json === '1' };
}

/** What stands beside the JSON: the answer as tables and pictures. */
export function Results(): JSX.Element {
  const { language, say } = useSpeech();
  const answer = useAnswer();
  const [parts, setParts] = useState<Parts>(keptParts);
  const [chosen, setChosen] = useState<string | null>(null);
  const tables = useMemo(
    () =>
      answer?.data == null
        ? []
        : tablesOf(answer.data, answer.asked, language).map((table) => inWords(table, dimensions, language)),
    [answer, language],
  );
  const unit = useMemo(() => (answer?.data == null ? null : unitAbout(answer.data, answer.asked)), [answer]);
  const table = tables.find((candidate) => candidate.id === chosen) ?? tables[0];

  const change = (next: Parts): void => {
    localStorage.setItem(KEPT_UNDER, [next.chart, next.table, next.json].map(Number).join(''));
    setParts(next);
  };

  return (
    <section className="results" aria-label={say.results} data-json={parts.json ? 'on' : 'off'}>
      <div className="results-bar">
        <Toggles parts={parts} onChange={change} />
        {tables.length > 1 && (
          <select
            className="field"
            aria-label={say.whichTable}
            value={table?.id}
            onChange={(event) => setChosen(event.target.value)}
          >
            {tables.map((candidate) => (
              <option key={candidate.id} value={candidate.id}>
                {candidate.title} ({candidate.rows.length})
              </option>
            ))}
          </select>
        )}
      </div>
      <div className="results-body">
        {answer !== null && answer.errors.length > 0 && <Errors errors={answer.errors} />}
        {table !== undefined && <TableResult key={table.id} table={table} parts={parts} unit={unit} />}
        {answer === null && (
          <div className="quiet">
            <strong>{say.nothingYet}</strong>
            <p>{say.nothingYetHelp}</p>
          </div>
        )}
        {answer !== null && answer.errors.length === 0 && tables.length === 0 && <p className="quiet">{say.noRows}</p>}
      </div>
    </section>
  );
}
