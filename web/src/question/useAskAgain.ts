import { useGraphiQL, useGraphiQLActions } from '@graphiql/react';
import { OperationTypeNode } from 'graphql';
import { useCallback } from 'react';

/** Asks the open question once more where it has an answer already. Questions only: what changes data waits for a person. */
export function useAskAgain(): () => void {
  const { run } = useGraphiQLActions();
  const { responseEditor, operations } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    operations: state.operations,
  }));
  return useCallback(() => {
    const asks = operations?.every((operation) => operation.operation === OperationTypeNode.QUERY) ?? false;
    if (asks && (responseEditor?.getValue() ?? '') !== '') run();
  }, [run, responseEditor, operations]);
}
