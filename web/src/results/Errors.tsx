import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import type { AnswerError } from './useAnswer.ts';

/** What went wrong, as the server said it, with its code. */
export function Errors({ errors }: { readonly errors: readonly AnswerError[] }): JSX.Element {
  const { say } = useSpeech();
  return (
    <div className="errors" role="alert">
      <strong>{say.errors}</strong>
      <ul>
        {errors.map((error, index) => (
          <li key={index}>
            {error.message}
            {error.code !== null && <code>{error.code}</code>}
          </li>
        ))}
      </ul>
    </div>
  );
}
