import { useGraphiQL } from '@graphiql/react';
import { useEffect, useState } from 'react';

const SYSTEM = '(prefers-color-scheme: dark)';

/** Whether the page is dark: as chosen in GraphiQL's settings, else as the system is. */
export function useDark(): boolean {
  const theme = useGraphiQL((state) => state.theme);
  const [system, setSystem] = useState(() => matchMedia(SYSTEM).matches);
  useEffect(() => {
    const query = matchMedia(SYSTEM);
    const follow = (): void => setSystem(query.matches);
    query.addEventListener('change', follow);
    return (): void => query.removeEventListener('change', follow);
  }, []);
  return theme === null ? system : theme === 'dark';
}
