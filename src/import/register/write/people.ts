import type { ClientBase } from 'pg';
import { NO_END } from '../../../periods/day.ts';
import { WINDOW_END, dayText } from '../calendar.ts';
import type { Person } from '../people/people.ts';
import { orderBy } from '../random/order.ts';
import type { History } from '../simulate/history.ts';
import { copyLine, copyRows } from './copy.ts';
import { rangeText } from './units.ts';

/** Rows written of each table. */
export interface WrittenPeople {
  readonly members: number;
  readonly stays: number;
  readonly events: number;
}

/**
 * Writes the members of a province, cell by cell, with their stays and events.
 * @param firstId the id of the first of them; the others follow
 */
export async function writePeople(
  client: ClientBase,
  history: History,
  firstId: number,
  personOf: (member: number) => Person,
): Promise<WrittenPeople> {
  const { order, ids } = byHome(history, firstId);
  return {
    members: await copyRows(client, MEMBER, memberLines(history, order, ids, personOf)),
    stays: await copyRows(client, 'member_cell (member_id, cell_id, valid)', stayLines(history, ids)),
    events: await copyRows(
      client,
      'member_event (member_id, cell_id, kind, on_date, detail)',
      eventLines(history, ids),
    ),
  };
}

const MEMBER = `member (id, full_name, sex, born_on, ethnicity, education, political_theory, occupation, admitted_on,
  official_on, status, synthetic)`;

/** Members of one cell lie together in the table. */
function byHome({ members }: History, firstId: number): { order: Int32Array; ids: Int32Array } {
  const order = orderBy(members.count, (member) => members.home[member] as number);
  const ids = new Int32Array(members.count);
  order.forEach((member, rank) => (ids[member] = firstId + rank));
  return { order, ids };
}

function* memberLines(
  { members }: History,
  order: Int32Array,
  ids: Int32Array,
  personOf: (member: number) => Person,
): Generator<string> {
  for (const member of order) {
    const left = members.left[member] as number;
    const official = members.official[member] as number;
    const isOfficial = official < WINDOW_END && official <= left;
    const { fullName, sex, ethnicity, education, politicalTheory, occupation } = personOf(member);
    yield copyLine([
      ids[member] as number,
      fullName,
      sex,
      dayText(members.born[member] as number),
      ethnicity,
      education,
      politicalTheory,
      occupation,
      dayText(members.admitted[member] as number),
      isOfficial ? dayText(official) : null,
      left < NO_END ? 'LEFT' : isOfficial ? 'OFFICIAL' : 'PROBATIONARY',
      't',
    ]);
  }
}

/** In the order of the members: the check that no two stays of a member overlap is several times faster then. */
function* stayLines({ stays }: History, ids: Int32Array): Generator<string> {
  const id = (at: number): number => ids[stays.member[at] as number] as number;
  for (const at of orderBy(stays.member.length, id)) {
    const to = stays.to[at] as number;
    yield copyLine([id(at), stays.unit[at] as number, rangeText(stays.from[at] as number, to === NO_END ? null : to)]);
  }
}

function* eventLines({ events }: History, ids: Int32Array): Generator<string> {
  for (let at = 0; at < events.member.length; at += 1) {
    yield copyLine([
      ids[events.member[at] as number] as number,
      events.unit[at] as number,
      events.kind[at] as string,
      dayText(events.day[at] as number),
      events.detail[at] ?? null,
    ]);
  }
}
