import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { AccessDialog } from './AccessDialog.tsx';
import { useAccess } from './AccessProvider.tsx';
import { ROLES } from './roles.ts';

/** The right end of the top line: the way to the overview, the language, and signing in. */
export function Header(): JSX.Element {
  const { language, say, speak } = useSpeech();
  const { holder, open } = useAccess();
  const role = ROLES.find((each) => each === holder?.role);
  const who =
    role === undefined ? say.accessOn : [say.roles[role], ...(holder?.unit == null ? [] : [holder.unit])].join(' · ');
  return (
    <div className="header">
      <a href="../">{say.overview}</a>
      <div className="toggles" role="group" aria-label={say.language}>
        <button
          type="button"
          lang="vi"
          aria-pressed={language === 'vi'}
          aria-label="VI, Tiếng Việt"
          onClick={() => speak('vi')}
        >
          VI
        </button>
        <button
          type="button"
          lang="en"
          aria-pressed={language === 'en'}
          aria-label="EN, English"
          onClick={() => speak('en')}
        >
          EN
        </button>
      </div>
      <button type="button" className="plain-button" onClick={() => open()}>
        {holder === null ? say.access : who}
      </button>
      <AccessDialog />
    </div>
  );
}
