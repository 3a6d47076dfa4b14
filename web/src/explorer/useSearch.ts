import { useGraphiQL } from '@graphiql/react';
import { useEffect, useMemo, useState } from 'react';
import type { KnownIndicator } from '../gallery/known-indicators.ts';
import { knownIndicators } from '../gallery/known-indicators.ts';
import { entriesOf, indicatorEntries } from './entries.ts';
import { Search } from './find.ts';

/** The search over the schema that the page has read, and over the indicators once they are known. */
export function useSearch(): Search {
  const schema = useGraphiQL((state) => state.schema);
  const [indicators, setIndicators] = useState<readonly KnownIndicator[]>([]);
  useEffect(() => {
    void knownIndicators().then(setIndicators);
  }, []);
  return useMemo(
    () => new Search([...indicatorEntries(indicators), ...(schema == null ? [] : entriesOf(schema))]),
    [schema, indicators],
  );
}
