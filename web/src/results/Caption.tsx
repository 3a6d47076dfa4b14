import { Fragment } from 'react';
import type { JSX } from 'react';
import type { Cell } from '../answer/cell.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { formatCell } from '../table/format.ts';
import type { Drill } from './useDrill.ts';

/** What all rows of a table are of, as its heading. A unit in it asks what lies below it. */
export function Caption({ caption, drill }: { readonly caption: readonly Cell[]; readonly drill: Drill }): JSX.Element {
  const { language, say } = useSpeech();
  return (
    <h3 className="caption">
      {caption.map((cell, index) => {
        const text = formatCell(cell, language);
        const code = cell.kind === 'unit' ? cell.code : null;
        return (
          <Fragment key={index}>
            {index > 0 && ' · '}
            {code === null ? (
              text
            ) : (
              <button type="button" className="ask" title={say.down(text)} onClick={() => drill.down(code)}>
                {text}
              </button>
            )}
          </Fragment>
        );
      })}
    </h3>
  );
}
