import { useGraphiQL } from '@graphiql/react';
import { useCallback } from 'react';
import type { Wanted } from './entries.ts';
import { insertionOf } from './insert.ts';

/** What became of a field that was to go into the question. */
export type Outcome = 'ADDED' | 'THERE' | 'REFUSED';

/** Puts a field into the open question as a person's typing would: it can be taken back. */
export function useInsert(): (wanted: Wanted) => Outcome {
  const { queryEditor, schema } = useGraphiQL((state) => ({ queryEditor: state.queryEditor, schema: state.schema }));
  return useCallback(
    (wanted) => {
      const model = queryEditor?.getModel();
      if (queryEditor === undefined || model == null || schema == null) return 'REFUSED';
      const cursor = queryEditor.getPosition();
      const insertion = insertionOf(model.getValue(), schema, wanted, cursor === null ? 0 : model.getOffsetAt(cursor));
      if (insertion === null) return 'REFUSED';
      const from = model.getPositionAt(insertion.offset);
      if (insertion.text !== '') {
        const range = {
          startLineNumber: from.lineNumber,
          startColumn: from.column,
          endLineNumber: from.lineNumber,
          endColumn: from.column,
        };
        queryEditor.pushUndoStop();
        queryEditor.executeEdits('explorer', [{ range, text: insertion.text }]);
        queryEditor.pushUndoStop();
      }
      queryEditor.setPosition(from);
      queryEditor.revealPositionInCenter(from);
      return insertion.text === '' ? 'THERE' : 'ADDED';
    },
    [queryEditor, schema],
  );
}
