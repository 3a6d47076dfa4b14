import { Extensions } from 'type-graphql';
import { CodedError } from '../errors/coded-error.ts';
import type { Role, Viewer } from './viewer.ts';

/** Who may read a type or a field. */
export const ACCESS_LEVELS = ['PUBLIC', 'MEMBER_LEVEL', 'ADMINISTRATOR'] as const;
export type AccessLevel = (typeof ACCESS_LEVELS)[number];

const REACHED_BY: Readonly<Record<AccessLevel, ReadonlySet<Role>>> = {
  PUBLIC: new Set<Role>(['PUBLIC', 'ANALYST', 'OFFICER', 'ADMINISTRATOR']),
  MEMBER_LEVEL: new Set<Role>(['OFFICER', 'ADMINISTRATOR']),
  ADMINISTRATOR: new Set<Role>(['ADMINISTRATOR']),
};

const NEEDED: Readonly<Record<AccessLevel, string>> = {
  PUBLIC: 'anyone',
  MEMBER_LEVEL: 'an officer of a unit, or an administrator',
  ADMINISTRATOR: 'an administrator',
};

/**
 * Declares who may read a type, beside the type, or a single field or mutation, beside its method. Fields take
 * the level of their type unless they have their own. What declares none is for administrators alone.
 */
export function Access(level: AccessLevel): ClassDecorator & MethodDecorator & PropertyDecorator {
  return Extensions({ access: level });
}

/**
 * Declares that each reading of such an object is written down, with the fields that were read. The class has an
 * `id`, the number of the member as text.
 */
export function Audited(): ClassDecorator {
  return Extensions({ audited: true });
}

/** The level that a declaration gives; undefined where there is none. */
export function declaredLevel(extensions: Readonly<Record<string, unknown>>): AccessLevel | undefined {
  return ACCESS_LEVELS.find((level) => level === extensions['access']);
}

export function reaches({ role }: Viewer, level: AccessLevel): boolean {
  return REACHED_BY[level].has(role);
}

/**
 * Tells nothing of what was asked for: it is the same whether there is such a thing or not.
 * @throws CodedError FORBIDDEN where the viewer's role does not reach a level
 */
export function requireLevel(viewer: Viewer, level: AccessLevel): void {
  if (reaches(viewer, level)) return;
  const expected = NEEDED[level];
  throw new CodedError('FORBIDDEN', `Expected ${expected}; got the role ${viewer.role}.`, {
    expected,
    received: viewer.role,
  });
}

/** @throws CodedError FORBIDDEN */
export function requireAdministrator({ viewer }: { readonly viewer: Viewer }): void {
  requireLevel(viewer, 'ADMINISTRATOR');
}
