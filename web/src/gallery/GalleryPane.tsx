import { useState } from 'react';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { plain } from '../table/order.ts';
import { GALLERY } from './files.ts';
import { GROUP_LABELS } from './group-labels.ts';
import { GROUPS } from './question.ts';
import { QuestionCard } from './QuestionCard.tsx';

/** The pane of ready questions. */
export function GalleryPane(): JSX.Element {
  const { language, say } = useSpeech();
  const [search, setSearch] = useState('');
  const wanted = plain(search.trim());
  const found = GALLERY.filter((question) =>
    plain(`${Object.values(question.title).join(' ')} ${Object.values(question.about).join(' ')}`).includes(wanted),
  );
  return (
    <section className="gallery" aria-label={say.gallery}>
      <h2>{say.gallery}</h2>
      <p className="help">{say.galleryHelp}</p>
      <input
        className="field"
        type="search"
        placeholder={say.gallerySearch}
        aria-label={say.gallerySearch}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {GROUPS.map((group) => ({ group, questions: found.filter((question) => question.group === group) }))
        .filter(({ questions }) => questions.length > 0)
        .map(({ group, questions }) => (
          <section key={group} aria-label={GROUP_LABELS[group][language]}>
            <h3>{GROUP_LABELS[group][language]}</h3>
            {questions.map((question) => (
              <QuestionCard key={question.id} question={question} />
            ))}
          </section>
        ))}
    </section>
  );
}
