import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { JSX, ReactNode } from 'react';
import { startLanguage } from './language.ts';
import type { Language } from './language.ts';
import { messagesIn } from './messages.ts';
import type { Messages } from './messages.ts';

interface Speech {
  readonly language: Language;
  readonly say: Messages;
  speak(language: Language): void;
}

const KEPT_UNDER = 'dangbo:language';
const Context = createContext<Speech | null>(null);

/** Gives the pages their language: what was chosen, else the browser's; and keeps a new choice. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const [language, setLanguage] = useState<Language>(() =>
    startLanguage(localStorage.getItem(KEPT_UNDER), navigator.languages),
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      say: messagesIn(language),
      speak(chosen): void {
        localStorage.setItem(KEPT_UNDER, chosen);
        setLanguage(chosen);
      },
    }),
    [language],
  );
  return <Context value={speech}>{children}</Context>;
}

/** The language that the page speaks, its texts, and how to change it. */
export function useSpeech(): Speech {
  const speech = useContext(Context);
  if (speech === null) throw new Error('useSpeech is used outside of LanguageProvider.');
  return speech;
}
