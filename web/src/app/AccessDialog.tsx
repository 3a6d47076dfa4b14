import { useId, useState } from 'react';
import type { FormEvent, JSX, RefObject } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { keepToken, keptToken } from './token.ts';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  onChange(): void;
}

/** Where an access token is pasted, and where one signs out. */
export function AccessDialog({ dialog, onChange }: Props): JSX.Element {
  const { say } = useSpeech();
  const [text, setText] = useState('');
  const id = useId();

  const keep = (token: string): void => {
    keepToken(token);
    setText('');
    onChange();
    dialog.current?.close();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep(text);
  };

  return (
    <dialog ref={dialog} className="access" aria-labelledby={`${id}-title`}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>{say.accessTitle}</h2>
        <p>{say.accessHelp}</p>
        <label>
          <span>{say.accessToken}</span>
          <textarea
            className="field"
            rows={4}
            spellCheck={false}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </label>
        <div className="actions">
          {keptToken() !== null && (
            <button type="button" className="plain-button" onClick={() => keep('')}>
              {say.accessClear}
            </button>
          )}
          <button type="button" className="plain-button" onClick={() => dialog.current?.close()}>
            {say.close}
          </button>
          <button type="submit" className="main-button" disabled={text.trim() === ''}>
            {say.accessSave}
          </button>
        </div>
      </form>
    </dialog>
  );
}
