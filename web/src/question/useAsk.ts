import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, OperationTypeNode, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { useCallback } from 'react';
import type { SharedQuestion } from './share.ts';

/** Writes a question into a tab of its own, or goes to the one that it has, and asks it. Only queries are asked by themselves: what changes data waits for a person. */
export function useAsk(): (question: SharedQuestion) => void {
  const { addTab, changeTab, setOperationFacts, run } = useGraphiQLActions();
  const { queryEditor, variableEditor, tabs } = useGraphiQL((state) => ({
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    tabs: state.tabs,
  }));
  return useCallback(
    ({ query, variables }) => {
      const open = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
      if (open < 0) addTab();
      else changeTab(open);
      queryEditor?.setValue(query);
      queryEditor?.setScrollPosition({ scrollTop: 0, scrollLeft: 0 });
      variableEditor?.setValue(variables);
      const documentAST = parseQuietly(query);
      const operations =
        documentAST?.definitions.filter(
          (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
        ) ?? [];
      if (documentAST === null || !operations.every((operation) => operation.operation === OperationTypeNode.QUERY))
        return;
      setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value });
      run();
      requestAnimationFrame(() =>
        document.querySelector('.graphiql-tab-active')?.scrollIntoView({ inline: 'nearest', block: 'nearest' }),
      );
    },
    [addTab, changeTab, setOperationFacts, run, queryEditor, variableEditor, tabs],
  );
}

function parseQuietly(query: string): ReturnType<typeof parse> | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
