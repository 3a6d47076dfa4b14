import { useGraphiQL } from '@graphiql/react';
import { useEffect, useRef } from 'react';
import { fromFragment } from './share.ts';
import { useAsk } from './useAsk.ts';

/** Asks the question that the page's address carries, when the editors are there and whenever the address changes. Draws nothing. */
export function SharedLinks(): null {
  const ask = useAsk();
  const latest = useRef(ask);
  useEffect(() => {
    latest.current = ask;
  }, [ask]);
  const ready = useGraphiQL(
    (state) =>
      state.queryEditor !== undefined && state.variableEditor !== undefined && state.responseEditor !== undefined,
  );

  useEffect(() => {
    if (!ready) return undefined;
    const open = (): void => {
      const question = fromFragment(location.hash);
      if (question === null) return;
      // Taken out of the address, so that reloading brings back the tabs as they are and not the question once more.
      history.replaceState(null, '', location.pathname + location.search);
      latest.current(question);
    };
    open();
    addEventListener('hashchange', open);
    return (): void => removeEventListener('hashchange', open);
  }, [ready]);
  return null;
}
