import { explorerPlugin } from '@graphiql/plugin-explorer';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { SchemaSearch } from './SchemaSearch.tsx';

const { content: Tree, icon } = explorerPlugin();

/** The icon of the pane. */
export const ExplorerIcon = icon;

/** GraphiQL's tree of the schema, in which fields are ticked, below a search over all of it. */
export function ExplorerPane(): JSX.Element {
  const { say } = useSpeech();
  return (
    <div className="explorer">
      <h2>{say.explorer}</h2>
      <SchemaSearch />
      <div className="explorer-tree">
        <Tree />
      </div>
    </div>
  );
}
