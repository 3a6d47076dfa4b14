import { useState } from 'react';
import type { FormEvent, JSX } from 'react';
import { UnitInput } from '../gallery/UnitInput.tsx';
import { useSpeech } from '../language/LanguageProvider.tsx';
import { ROLES, tokenOf } from './roles.ts';
import type { Role } from './roles.ts';

interface Props {
  /** The unit that an officer is proposed of; empty where nothing is proposed. */
  readonly proposed: string;
  readonly current: string;
  onToken(token: string): void;
  onClose(): void;
}

/** A choice of who to be, where the server lets one choose. */
export function RoleForm({ proposed, current, onToken, onClose }: Props): JSX.Element {
  const { say } = useSpeech();
  const [role, setRole] = useState<Role>(
    proposed === '' ? (ROLES.find((each) => each === current) ?? 'public') : 'officer',
  );
  const [unit, setUnit] = useState(proposed);
  const [refusal, setRefusal] = useState('');

  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (role === 'public') return onToken('');
    tokenOf(role, unit.trim()).then(onToken, (error: unknown) =>
      setRefusal(error instanceof Error ? error.message : String(error)),
    );
  };

  return (
    <form onSubmit={submit}>
      <p>{say.rolesHelp}</p>
      <fieldset>
        <legend>{say.role}</legend>
        {ROLES.map((each) => (
          <label key={each} className="choice">
            <input type="radio" name="role" value={each} checked={role === each} onChange={() => setRole(each)} />
            <span>
              {say.roles[each]}
              <small>{say.rolesSee[each]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {role === 'officer' && (
        <label className="of-unit">
          <span>{say.roleUnit}</span>
          <UnitInput value={unit} onChange={setUnit} />
        </label>
      )}
      {refusal !== '' && (
        <p className="refusal" role="alert">
          {refusal}
        </p>
      )}
      <div className="actions">
        <button type="button" className="plain-button" onClick={onClose}>
          {say.close}
        </button>
        <button type="submit" className="main-button" disabled={role === 'officer' && unit.trim() === ''}>
          {say.access}
        </button>
      </div>
    </form>
  );
}
