import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { Kind, parse } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { useCallback } from 'react';
import type { SharedQuestion } from './share.ts';

/** Writes a question into a tab of its own and asks it. Only queries are asked by themselves: what changes data waits for a person. */
export function useAsk(): (question: SharedQuestion) => void {
  const { addTab, setOperationFacts, run } = useGraphiQLActions();
  const { queryEditor, variableEditor } = useGraphiQL((state) => ({ queryEditor: state.queryEditor, variableEditor: state.variableEditor }));
  return useCallback(
    ({ query, variables }) => {
      addTab();
      queryEditor?.setValue(query);
      variableEditor?.setValue(variables);
      const documentAST = parseQuietly(query);
      const operations = documentAST?.definitions.filter((definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION) ?? [];
      if (documentAST === null || !operations.every((operation) => operation.operation === 'query')) return;
      setOperationFacts({ documentAST, operations, operationName: operations[0]?.name?.value });
      run();
    },
    [addTab, setOperationFacts, run, queryEditor, variableEditor],
  );
}

function parseQuietly(query: string): ReturnType<typeof parse> | null {
  try {
    return parse(query);
  } catch {
    return null;
  }
}
