import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';

/** Which parts of the results are shown. */
export interface Parts {
  readonly chart: boolean;
  readonly table: boolean;
  readonly json: boolean;
}

const PARTS = ['chart', 'table', 'json'] as const;

/** Three switches, each for one part; any of them may be shown beside the others. */
export function Toggles({ parts, onChange }: { readonly parts: Parts; onChange(parts: Parts): void }): JSX.Element {
  const { say } = useSpeech();
  return (
    <div className="toggles" role="group" aria-label={say.show}>
      {PARTS.map((part) => (
        <button
          key={part}
          type="button"
          aria-pressed={parts[part]}
          onClick={() => onChange({ ...parts, [part]: !parts[part] })}
        >
          {say[part]}
        </button>
      ))}
    </div>
  );
}
