import { isData } from '../answer/data.ts';

/** What a person can choose to be where the server lets them: a demonstration on this machine. */
export const ROLES = ['public', 'analyst', 'officer', 'administrator'] as const;
export type Role = (typeof ROLES)[number];

/** Where the server says whether roles can be chosen; below it lies where their tokens are given. */
const OFFER = new URL('./sign-in', document.baseURI).href;

/** Whether this server lets roles be chosen. Asked once; where it cannot be asked, none can. */
export async function areRolesOffered(): Promise<boolean> {
  try {
    const offer: unknown = await (await fetch(OFFER)).json();
    return isData(offer) && offer['roles'] === true;
  } catch {
    return false;
  }
}

/**
 * The token of a role, and of a unit for an officer.
 * @throws Error in the server's words where it gives none
 */
export async function tokenOf(role: Role, unit: string): Promise<string> {
  const response = await fetch(`${OFFER}/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(role === 'officer' ? { role, unit } : { role }),
  });
  const answer: unknown = await response.json();
  if (isData(answer) && typeof answer['token'] === 'string') return answer['token'];
  const errors: unknown = isData(answer) ? answer['errors'] : null;
  const first: unknown = Array.isArray(errors) ? errors[0] : null;
  throw new Error(isData(first) && typeof first['message'] === 'string' ? first['message'] : response.statusText);
}
