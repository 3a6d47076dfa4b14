import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { JSX, ReactNode, RefObject } from 'react';
import { areRolesOffered } from './roles.ts';
import { holderOf, keepToken, keptToken } from './token.ts';
import type { Holder } from './token.ts';

/** Who asks, and how to ask as somebody else. */
export interface Access {
  /** Null for a visitor. */
  readonly holder: Holder | null;
  /** Whether roles can be chosen here. */
  readonly roles: boolean;
  /** The unit that signing in was proposed for; empty where none was. */
  readonly proposed: string;
  readonly dialog: RefObject<HTMLDialogElement | null>;
  /** Opens the dialog, proposing to be an officer of a unit. */
  open(unit?: string): void;
  /** Asks with a token from now on; with an empty one, as a visitor. */
  take(token: string): void;
}

const Context = createContext<Access | null>(null);

/** Keeps who asks, for all parts of the page. */
export function AccessProvider({ children }: { readonly children: ReactNode }): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const [holder, setHolder] = useState(() => holderOf(keptToken()));
  const [roles, setRoles] = useState(false);
  const [proposed, setProposed] = useState('');
  useEffect(() => {
    void areRolesOffered().then(setRoles);
  }, []);
  const access = useMemo<Access>(
    () => ({
      holder,
      roles,
      proposed,
      dialog,
      open(unit = ''): void {
        setProposed(unit);
        dialog.current?.showModal();
      },
      take(token): void {
        keepToken(token);
        setHolder(holderOf(keptToken()));
        dialog.current?.close();
      },
    }),
    [holder, roles, proposed],
  );
  return <Context value={access}>{children}</Context>;
}

/** Who asks, and how to ask as somebody else. */
export function useAccess(): Access {
  const access = useContext(Context);
  if (access === null) throw new Error('useAccess is used outside of AccessProvider.');
  return access;
}
