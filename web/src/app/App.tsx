import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN, GraphiQL } from 'graphiql';
import type { JSX } from 'react';
import { FIRST_QUESTION } from '../question/first.ts';
import { fetchAnswer } from './fetcher.ts';

const plugins = [HISTORY_PLUGIN, explorerPlugin()];

/** The analysts' page: GraphiQL over the platform's own schema. */
export function App(): JSX.Element {
  return (
    <GraphiQL fetcher={fetchAnswer} defaultQuery={FIRST_QUESTION} plugins={plugins}>
      <GraphiQL.Logo>Đảng bộ</GraphiQL.Logo>
    </GraphiQL>
  );
}
