import { useGraphiQL } from '@graphiql/react';
import { parse } from 'graphql';
import { useEffect, useMemo, useState } from 'react';
import { readAsked } from '../answer/asked.ts';
import type { Asked } from '../answer/asked.ts';
import { isData } from '../answer/data.ts';
import type { Data } from '../answer/data.ts';

export interface AnswerError {
  readonly message: string;
  readonly code: string | null;
}

/** The answer in the response editor, beside what had been asked when it came. */
export interface Answer {
  readonly data: Data | null;
  readonly errors: readonly AnswerError[];
  readonly asked: readonly Asked[];
}

interface Texts {
  readonly response: string;
  readonly query: string;
  readonly variables: string;
  readonly operation: string | null;
}

/** Long enough for GraphiQL to fill its editors one after the other when a tab is changed. */
const SETTLE = 30;

/** Follows the response editor: a new answer, another tab. Null while there is nothing to show. */
export function useAnswer(): Answer | null {
  const { responseEditor, queryEditor, variableEditor, schema, operationName } = useGraphiQL((state) => ({
    responseEditor: state.responseEditor,
    queryEditor: state.queryEditor,
    variableEditor: state.variableEditor,
    schema: state.schema,
    operationName: state.operationName ?? null,
  }));
  const [texts, setTexts] = useState<Texts | null>(null);

  useEffect(() => {
    if (responseEditor === undefined) return undefined;
    let timer = 0;
    const read = (): void => {
      clearTimeout(timer);
      timer = window.setTimeout(() => {
        const now = {
          response: responseEditor.getValue(),
          query: queryEditor?.getValue() ?? '',
          variables: variableEditor?.getValue() ?? '',
          operation: operationName,
        };
        // The answer to the same question stays until the next one is there, and with it how its table is filtered.
        setTexts((before) => (now.response === '' && isSameQuestion(before, now) ? before : now));
      }, SETTLE);
    };
    read();
    const subscription = responseEditor.onDidChangeModelContent(read);
    return (): void => {
      clearTimeout(timer);
      subscription.dispose();
    };
    // The name of the operation is read when an answer comes; naming another one is no answer.
  }, [responseEditor, queryEditor, variableEditor]);

  return useMemo(() => {
    if (texts === null || schema === null || schema === undefined) return null;
    const response = parseJson(texts.response);
    if (!isData(response)) return null;
    const data = isData(response['data']) ? response['data'] : null;
    return {
      data,
      errors: errorsIn(response),
      asked: askedIn(texts, (document, variables) => readAsked(schema, document, texts.operation, variables)),
    };
  }, [texts, schema]);
}

function isSameQuestion(before: Texts | null, now: Texts): boolean {
  return before?.query === now.query && before.variables === now.variables;
}

function askedIn(
  texts: Texts,
  read: (document: ReturnType<typeof parse>, variables: Data) => readonly Asked[],
): readonly Asked[] {
  const variables = parseJson(texts.variables);
  try {
    return read(parse(texts.query, { noLocation: true }), isData(variables) ? variables : {});
  } catch {
    // The answer then is about the mistake in the question, and shows it.
    return [];
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function errorsIn(response: Data): readonly AnswerError[] {
  const errors = response['errors'];
  if (!Array.isArray(errors)) return [];
  return errors.filter(isData).map((error) => {
    const extensions = error['extensions'];
    const code = isData(extensions) ? extensions['code'] : null;
    return {
      message: typeof error['message'] === 'string' ? error['message'] : JSON.stringify(error),
      code: typeof code === 'string' ? code : null,
    };
  });
}
