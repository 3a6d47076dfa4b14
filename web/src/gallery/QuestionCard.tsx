import { useId, useState } from 'react';
import type { FormEvent, JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { useAsk } from '../question/useAsk.ts';
import { IndicatorInput } from './IndicatorInput.tsx';
import type { GalleryQuestion } from './question.ts';
import { UnitInput } from './UnitInput.tsx';

const INPUTS = { unit: UnitInput, indicator: IndicatorInput, text: TextInput } as const;

/** One question of the gallery with its fields and its button. */
export function QuestionCard({ question }: { readonly question: GalleryQuestion }): JSX.Element {
  const { language, say } = useSpeech();
  const ask = useAsk();
  const id = useId();
  const [variables, setVariables] = useState(question.variables);

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    ask({
      query: question.query,
      variables: Object.keys(variables).length === 0 ? '' : JSON.stringify(variables, null, 2),
    });
  };

  return (
    <form className="question" aria-labelledby={`${id}-title`} onSubmit={submit}>
      <h4 id={`${id}-title`}>{question.title[language]}</h4>
      <p>{question.about[language]}</p>
      <div className="question-fields">
        {question.fields.map((field) => {
          const Input = INPUTS[field.input];
          const value = variables[field.variable];
          return (
            <label key={field.variable} className={field.input === 'text' ? undefined : 'wide'}>
              <span>{field.label[language]}</span>
              <Input
                value={typeof value === 'string' ? value : ''}
                onChange={(text) => setVariables({ ...variables, [field.variable]: text })}
              />
            </label>
          );
        })}
        <button type="submit" aria-describedby={`${id}-title`}>
          {say.ask}
        </button>
      </div>
    </form>
  );
}

function TextInput({ value, onChange }: { readonly value: string; onChange(value: string): void }): JSX.Element {
  return <input className="field" value={value} onChange={(event) => onChange(event.target.value)} />;
}
