import { useEffect, useId, useState } from 'react';
import type { JSX, KeyboardEvent } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import type { Entry } from './entries.ts';
import { useHeldFocus } from './useHeldFocus.ts';
import { useInsert } from './useInsert.ts';
import type { Outcome } from './useInsert.ts';
import { useSearch } from './useSearch.ts';

const MOST = 40;

/** Finds fields, types and indicators by what they are called or described as, and puts them into the question. */
export function SchemaSearch(): JSX.Element {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState<{ readonly outcome: Outcome; readonly name: string } | null>(null);
  const search = useSearch();
  const insert = useInsert();
  const [input, hold] = useHeldFocus();
  const id = useId();
  const found = search.find(text, MOST);
  useEffect(() => {
    setAt(0);
    setSaid(null);
  }, [text]);
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at]);

  const choose = (index: number): void => {
    const entry = found[index];
    setAt(index);
    hold();
    setSaid(entry === undefined ? null : { outcome: insert(entry.wanted), name: entry.name });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && found.length > 0) setAt((at + move + found.length) % found.length);
    else if (event.key === 'Enter' && found.length > 0) choose(at);
    else if (event.key === 'Escape' && text !== '') setText('');
    else return;
    event.preventDefault();
  };

  return (
    <section className="schema-search" aria-label={say.schemaSearch}>
      <input
        ref={input}
        className="field"
        type="search"
        role="combobox"
        aria-label={say.schemaSearch}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at < found.length ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={say.schemaSearchHint}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <p className="help" role="status">
        {said === null ? countOf(found.length, text, say) : say.schemaOutcome[said.outcome](said.name)}
      </p>
      <FoundList id={id} found={found} at={at} onChoose={choose} />
    </section>
  );
}

interface FoundProps {
  readonly id: string;
  readonly found: readonly Entry[];
  readonly at: number;
  onChoose(index: number): void;
}

/** The entries found, one of which the keys go to. A press leaves the focus in the search. */
function FoundList({ id, found, at, onChoose }: FoundProps): JSX.Element {
  const { say } = useSpeech();
  return (
    <ul role="listbox" id={`${id}-list`} aria-label={say.schemaFound} hidden={found.length === 0}>
      {found.map((entry, index) => (
        <li
          key={entry.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(index)}
        >
          <code>{entry.name}</code>
          <small>{entry.of}</small>
          <span>{entry.about}</span>
        </li>
      ))}
    </ul>
  );
}

function countOf(count: number, text: string, say: ReturnType<typeof useSpeech>['say']): string {
  if (text.trim() === '') return say.schemaSearchHelp;
  return count === 0 ? say.schemaNone : say.schemaCount(count, count === MOST);
}
