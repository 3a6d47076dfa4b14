import type { EntityManager } from '@mikro-orm/postgresql';
import { CodedError, shown } from '../../errors/coded-error.ts';
import { inTransaction } from '../../database/transaction.ts';

/** Fields that can be corrected, and their columns. What is dated stands in events, and is corrected there. */
const COLUMNS = {
  fullName: 'full_name',
  sex: 'sex',
  bornOn: 'born_on',
  ethnicity: 'ethnicity',
  education: 'education',
  politicalTheory: 'political_theory',
  occupation: 'occupation',
} as const;

export type Correctable = keyof typeof COLUMNS;

/** What the fields are to be, as the database reads it; a field that is absent stays. */
export type Correction = Readonly<Partial<Record<Correctable, string | null>>>;

const NAME = /^[^\p{Cc}]{1,200}$/u;
/** As the values of the dimensions are written: counts go by them. */
const CODE = /^[A-Z][A-Z0-9_]{0,39}$/;
const ETHNICITY = /^(0[1-9]|[1-4]\d|5[0-4])$/;

/** What a value has to be like where the schema does not say it. */
const SHAPES: Readonly<Partial<Record<Correctable, readonly [RegExp, string]>>> = {
  fullName: [NAME, 'a name of 1 to 200 characters'],
  ethnicity: [ETHNICITY, 'a code from 01 to 54'],
  education: [CODE, 'a value of the dimension, in upper case'],
  politicalTheory: [CODE, 'a value of the dimension, in upper case'],
  occupation: [CODE, 'a value of the dimension, in upper case'],
};

/**
 * Corrects a member’s record. Each field that changes leaves a row with what stood there before.
 * @param subject who corrects
 * @throws CodedError INPUT_INVALID
 */
export async function correctMember(
  em: EntityManager,
  memberId: number,
  correction: Correction,
  { subject, reason }: { readonly subject: string; readonly reason: string },
): Promise<void> {
  const wanted = Object.entries(correction) as [Correctable, string | null][];
  for (const [field, value] of wanted) check(field, value);
  await inTransaction(em, async (client) => {
    const { rows } = await client.query<Record<Correctable, string | null>>(READ, [memberId]);
    const [before] = rows;
    const changed = before ? wanted.filter(([field, value]) => before[field] !== value) : [];
    for (const [field, value] of changed) {
      await client.query(`update member set ${COLUMNS[field]} = $2 where id = $1`, [memberId, value]);
      await client.query(RECORD, [memberId, subject, field, before?.[field] ?? null, value, reason]);
    }
  });
}

const READ = `
  select full_name as "fullName", sex::text, born_on::text as "bornOn", ethnicity, education,
    political_theory as "politicalTheory", occupation
  from member where id = $1 for update`;

const RECORD = `
  insert into member_correction (member_id, subject, field, before, after, reason) values ($1, $2, $3, $4, $5, $6)`;

function check(field: Correctable, value: string | null): void {
  const [shape, expected] = SHAPES[field] ?? [/(?:)/, ''];
  const isMissing = value === null && field !== 'politicalTheory';
  if (!isMissing && (value === null || shape.test(value))) return;
  throw new CodedError('INPUT_INVALID', `Expected ${expected || 'a value'} for \`${field}\`; got ${shown(value)}.`);
}
