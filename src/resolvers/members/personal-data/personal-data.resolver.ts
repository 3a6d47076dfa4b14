import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import { Access, requireLevel } from '../../../access/level.ts';
import type { Correction } from '../../../access/personal-data/correct.ts';
import { correctMember } from '../../../access/personal-data/correct.ts';
import { eraseMember } from '../../../access/personal-data/erase.ts';
import { readHeld } from '../../../access/personal-data/held.ts';
import { CodedError, shown } from '../../../errors/coded-error.ts';
import type { RequestContext } from '../../../loaders/context.ts';
import type { MemberRow } from '../../../loaders/members.ts';
import { formatDay } from '../../../periods/day.ts';
import { nodeOn } from '../../organizations/node.ts';
import type { PartyOrganization } from '../../organizations/party-organization.type.ts';
import { Member } from '../member.type.ts';
import { CorrectMemberInput, PersonalDataInput } from './inputs.ts';
import { MemberRecord } from './record.type.ts';

/** What a member has a right to: to see, to correct and to erase what is held. */
@Resolver()
export class PersonalDataResolver {
  @Access('MEMBER_LEVEL')
  @Mutation(() => MemberRecord, {
    description:
      'Gives everything that is held about a member (cung cấp dữ liệu cá nhân cho đảng viên). For officers of the unit; it is written down as a reading.',
  })
  async exportMember(
    @Arg('id', () => ID, { description: 'The member (mã đảng viên).' }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<MemberRecord> {
    const row = await memberOf(context, id, 'export');
    const { statements, session } = context.members;
    const held = await readHeld(statements, session, context.changes.em(), row.id);
    const cellOn = cellsOf(context);
    return {
      member: new Member(row),
      stays: held.stays.map(({ cellId, from, to }) => ({
        cell: cellOn(cellId, from ?? context.today),
        from,
        to: to === null ? null : to - 1,
      })),
      events: held.events.map(({ cellId, ...event }) => ({ ...event, cell: cellOn(cellId, event.on) })),
      corrections: held.corrections,
      readings: held.readings,
    };
  }

  @Access('MEMBER_LEVEL')
  @Mutation(() => Member, {
    description:
      'Corrects a member’s record (đính chính hồ sơ đảng viên); what stood there before is kept. For officers of the unit.',
  })
  async correctMember(
    @Arg('input', () => CorrectMemberInput, { description: 'The correction (nội dung đính chính).' })
    input: CorrectMemberInput,
    @Ctx() context: RequestContext,
  ): Promise<Member> {
    const { id, reason, ...fields } = input;
    const { id: memberId } = await memberOf(context, id, 'correction');
    const { subject } = context.viewer;
    await correctMember(context.changes.em(), memberId, correctionOf(fields), { subject, reason });
    await context.changes.after();
    const row = await context.loaders.memberById.clear(memberId).load(memberId);
    if (!row) throw memberUnknown(id);
    return new Member(row);
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => ID, {
    description:
      'Erases who a former member was (xóa dữ liệu cá nhân); the counts of the past stay as they were. For an administrator.',
  })
  async eraseMember(
    @Arg('input', () => PersonalDataInput, { description: 'Whose data, and why (yêu cầu xóa).' })
    { id, reason }: PersonalDataInput,
    @Ctx() context: RequestContext,
  ): Promise<string> {
    requireLevel(context.viewer, 'ADMINISTRATOR');
    const row = await memberOf(context, id, 'erasure');
    await eraseMember(context.changes.em(), row.id, context.today, { subject: context.viewer.subject, reason });
    await context.changes.after();
    return id;
  }
}

/** A member whom the viewer may see; that the record was used is noted. @throws CodedError MEMBER_UNKNOWN */
async function memberOf(context: RequestContext, id: string, use: string): Promise<MemberRow> {
  requireLevel(context.viewer, 'MEMBER_LEVEL');
  const number = /^\d{1,9}$/.test(id) ? Number(id) : undefined;
  const row = number === undefined ? undefined : await context.loaders.memberById.load(number);
  if (!row) throw memberUnknown(id);
  context.members.readings.note(row.id, use);
  return row;
}

function memberUnknown(id: string): CodedError {
  return new CodedError('MEMBER_UNKNOWN', `Expected the id of a member whom you may see; got ${shown(id)}.`);
}

function correctionOf({ bornOn, ...fields }: Omit<CorrectMemberInput, 'id' | 'reason'>): Correction {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  const day = bornOn === undefined ? {} : { bornOn: bornOn === null ? null : formatDay(bornOn) };
  return { ...Object.fromEntries(given), ...day };
}

function cellsOf({ snapshot: { tree } }: RequestContext): (cellId: number, day: number) => PartyOrganization | null {
  return (cellId, day) => {
    const cell = tree.byId(cellId);
    return cell ? nodeOn(tree, cell, day) : null;
  };
}
