import { isData } from '../answer/data.ts';

const KEPT_UNDER = 'dangbo:token';

/** The access token of this browser tab; null for a visitor. */
export function keptToken(): string | null {
  return sessionStorage.getItem(KEPT_UNDER);
}

/** Keeps an access token until the tab is closed; an empty one signs out. */
export function keepToken(token: string): void {
  const bare = token.trim().replace(/^Bearer\s+/i, '');
  if (bare === '') sessionStorage.removeItem(KEPT_UNDER);
  else sessionStorage.setItem(KEPT_UNDER, bare);
}

/** Whom a token is of, as its own claims say; the server alone checks them. */
export interface Holder {
  /** In small letters; empty where the token is of another make. */
  readonly role: string;
  readonly unit: string | null;
}

/** Reads who holds a token, to show it. Null for a visitor. */
export function holderOf(token: string | null): Holder | null {
  if (token === null) return null;
  const claims = claimsIn(token);
  const { role, unit } = isData(claims) ? claims : {};
  return { role: typeof role === 'string' ? role.toLowerCase() : '', unit: typeof unit === 'string' ? unit : null };
}

function claimsIn(token: string): unknown {
  const part = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0))));
  } catch {
    return null;
  }
}
