import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useMemo } from 'react';
import type { JSX } from 'react';
import { ExplorerIcon, ExplorerPane } from '../explorer/ExplorerPane.tsx';
import { GalleryIcon } from '../gallery/GalleryIcon.tsx';
import { GalleryPane } from '../gallery/GalleryPane.tsx';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { FIRST_QUESTION } from '../question/first.ts';
import { SharedLinks } from '../question/SharedLinks.tsx';
import { Results } from '../results/Results.tsx';
import { ReadableTabs } from './ReadableTabs.tsx';
import { fetchAnswer } from './fetcher.ts';
import { setFirstLayout } from './first-layout.ts';
import { Header } from './Header.tsx';

setFirstLayout(localStorage);

/** The analysts' page: GraphiQL over the platform's own schema, with ready questions and readable answers. */
export function App(): JSX.Element {
  const { say } = useSpeech();
  const gallery = useMemo(() => ({ title: say.gallery, icon: GalleryIcon, content: GalleryPane }), [say]);
  const explorer = useMemo(() => ({ title: say.explorer, icon: ExplorerIcon, content: ExplorerPane }), [say]);
  const plugins = useMemo(() => [gallery, explorer, HISTORY_PLUGIN], [gallery, explorer]);
  return (
    <GraphiQL fetcher={fetchAnswer} defaultQuery={FIRST_QUESTION} plugins={plugins} visiblePlugin={gallery}>
      <GraphiQL.Logo>
        <Header />
      </GraphiQL.Logo>
      <GraphiQL.Footer>
        <Results />
      </GraphiQL.Footer>
      <SharedLinks />
      <ReadableTabs />
    </GraphiQL>
  );
}
