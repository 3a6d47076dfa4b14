import type { JWTPayload } from 'jose';
import type { Role, Viewer } from '../viewer.ts';
import { ROLES } from '../viewer.ts';
import { unauthenticated } from './refusals.ts';

/** No control characters: names end up in records and logs. */
const SUBJECT = /^[^\p{Cc}]{1,200}$/u;
const UNIT = /^[\w.-]{1,40}$/;

/**
 * Reads who asks from the claims `sub`, `role` and, for officers, `unit`.
 * @throws CodedError UNAUTHENTICATED for a role or a unit that is none; never somebody of a lesser role in its place
 */
export function viewerOf({ sub, role, unit }: JWTPayload): Viewer {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw unauthenticated('a `sub` of 1 to 200 characters');
  const known = roleOf(role);
  if (known === undefined) throw unauthenticated(`a \`role\` out of ${ROLES.join(', ').toLowerCase()}`);
  if (known !== 'OFFICER') return { role: known, subject: sub, unit: null };
  if (typeof unit !== 'string' || !UNIT.test(unit)) throw unauthenticated('an officer’s `unit`, by its code');
  return { role: known, subject: sub, unit };
}

function roleOf(claim: unknown): Role | undefined {
  return typeof claim === 'string' ? ROLES.find((role) => role === claim.toUpperCase()) : undefined;
}
