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
