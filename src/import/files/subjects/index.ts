import { INDICATORS } from './indicators.ts';
import { MEMBER_EVENTS } from './member-events.ts';
import { MEMBERS } from './members.ts';
import { OBSERVATIONS } from './observations/index.ts';
import { ORGANIZATIONS } from './organizations.ts';
import { SOURCES } from './sources.ts';
import type { Subject, SubjectName } from './subject.ts';

/** Everything that a file can be about. */
export const SUBJECT_LIST: readonly Subject[] = [
  OBSERVATIONS,
  MEMBERS,
  MEMBER_EVENTS,
  SOURCES,
  ORGANIZATIONS,
  INDICATORS,
];

export function subjectNamed(name: SubjectName): Subject {
  const subject = SUBJECT_LIST.find((each) => each.name === name);
  if (!subject) throw new RangeError(`no subject ${name}`);
  return subject;
}
