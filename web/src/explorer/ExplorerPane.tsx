import { explorerPlugin } from '@graphiql/plugin-explorer';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { SchemaSearch } from './SchemaSearch.tsx';
import { useReadableTree } from './useReadableTree.ts';

const { content: Tree, icon } = explorerPlugin();

/** The icon of the pane. */
export const ExplorerIcon = icon;

/** GraphiQL's tree of the schema, in which fields are ticked, below a search over all of it. */
export function ExplorerPane(): JSX.Element {
  const { say } = useSpeech();
  const tree = useReadableTree();
  return (
    <div className="explorer">
      <h2>{say.explorer}</h2>
      <SchemaSearch />
      <div className="explorer-tree" ref={tree}>
        <Tree />
      </div>
    </div>
  );
}
