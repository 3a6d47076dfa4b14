import { useState } from 'react';
import type { FormEvent, JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';

interface Props {
  readonly signedIn: boolean;
  onToken(token: string): void;
  onClose(): void;
}

/** Where an access token is pasted, and where one signs out. */
export function TokenForm({ signedIn, onToken, onClose }: Props): JSX.Element {
  const { say } = useSpeech();
  const [text, setText] = useState('');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onToken(text);
    setText('');
  };

  return (
    <form onSubmit={submit}>
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
        {signedIn && (
          <button type="button" className="plain-button" onClick={() => onToken('')}>
            {say.accessClear}
          </button>
        )}
        <button type="button" className="plain-button" onClick={onClose}>
          {say.close}
        </button>
        <button type="submit" className="main-button" disabled={text.trim() === ''}>
          {say.accessSave}
        </button>
      </div>
    </form>
  );
}
