import { useId } from 'react';
import type { JSX } from 'react';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { useAskAgain } from '../question/useAskAgain.ts';
import { useAccess } from './AccessProvider.tsx';
import { RoleForm } from './RoleForm.tsx';
import { TokenForm } from './TokenForm.tsx';

/** Signing in and out: by a role where the server lets one be chosen, else by a token. What is open is asked again as who one is then. */
export function AccessDialog(): JSX.Element {
  const { say } = useSpeech();
  const { dialog, holder, proposed, roles, take } = useAccess();
  const askAgain = useAskAgain();
  const id = useId();

  const onToken = (token: string): void => {
    take(token);
    askAgain();
  };
  const onClose = (): void => dialog.current?.close();
  const token = <TokenForm signedIn={holder !== null} onToken={onToken} onClose={onClose} />;

  return (
    <dialog ref={dialog} className="access" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{roles ? say.access : say.accessTitle}</h2>
      {roles ? (
        <>
          <RoleForm
            key={`${proposed} ${holder?.role}`}
            proposed={proposed}
            current={holder?.role ?? ''}
            onToken={onToken}
            onClose={onClose}
          />
          <details>
            <summary>{say.accessTitle}</summary>
            {token}
          </details>
        </>
      ) : (
        token
      )}
    </dialog>
  );
}
