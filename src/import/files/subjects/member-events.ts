import type { Check } from '../checks.ts';
import { cellChecks, check, hideOutside, IS_VALID, outside, runChecks } from '../checks.ts';
import type { Column, ColumnType } from '../column.ts';
import { choice } from '../values/choice.ts';
import { DAY } from '../values/day.ts';
import { WHOLE } from '../values/number.ts';
import { CODE, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import { STRUCTURAL, WRITE_STAYS } from './member-moves.ts';
import type { Subject } from './subject.ts';

/** The form of a discipline by its code or name; anything else as it is. */
const DETAIL: ColumnType = {
  ...TEXT,
  read: (cell, words) => {
    const text = TEXT.read(cell, words);
    return typeof text === 'string' ? (words.value('FORM', text) ?? text) : text;
  },
};

const COLUMNS: readonly Column[] = [
  { name: 'memberId', header: 'Số trong sổ', also: ['Mã số'], type: WHOLE },
  { name: 'member', header: 'Mã đảng viên', type: CODE },
  { name: 'cell', header: 'Mã chi bộ', type: CODE, required: true },
  {
    name: 'kind',
    header: 'Loại sự kiện',
    type: choice({
      ADMISSION: ['Kết nạp'],
      BECOMING_OFFICIAL: ['Chuyển chính thức', 'Công nhận chính thức'],
      TRANSFER_IN: ['Chuyển đến'],
      TRANSFER_OUT: ['Chuyển đi'],
      DISCIPLINE: ['Kỷ luật'],
      AWARD: ['Khen thưởng'],
      BADGE: ['Huy hiệu Đảng'],
      LEAVING: ['Ra khỏi Đảng'],
    }),
    required: true,
  },
  { name: 'onDate', header: 'Ngày', also: ['on', 'Ngày sự kiện'], type: DAY, required: true },
  { name: 'detail', header: 'Nội dung', also: ['Chi tiết'], type: DETAIL },
];

/**
 * What happened to members. A transfer in begins a stay and ends the one before; a transfer out and a leaving end one;
 * a recognition makes a member official.
 */
export const MEMBER_EVENTS: Subject = {
  name: 'member-events',
  title: 'Sự kiện của đảng viên',
  columns: COLUMNS,
  async plan(work) {
    await work.client.query(planned(work));
    await work.client.query('analyze pg_temp.import_planned');
    await runChecks(work, checks(work));
    await hideOutside(work);
  },
  async apply({ client }) {
    for (const statement of [...WRITE_STAYS, OFFICIAL, LEFT, EVENTS]) await client.query(statement);
  },
};

/** To one who is of a unit, members outside of it are unknown. */
function planned({ scope }: Work): string {
  const seen = scope
    ? `and exists (select from member_cell c join pg_temp.import_scope s on s.organization_id = c.cell_id where c.member_id = m.id and upper_inf(c.valid))`
    : '';
  return `
  create temporary table import_planned on commit drop as
  with typed as (
    select s.row, s.fault, coalesce(s.member, s.member_id) as who, m.id as member_id, m.born_on, m.admitted_on,
      m.official_on, s.cell, o.id as cell_id, s.kind::member_event_kind as kind, s.on_date::date as on_date,
      s.detail
    from pg_temp.import_staged s
    left join organization o on o.code = s.cell
    left join member by_id on by_id.id = s.member_id::int
    left join member by_code on by_code.code = s.member and s.member_id is null
    left join member m on m.id = coalesce(by_id.id, by_code.id) ${seen}
  )
  select t.*, h.kind as cell_kind, last.id as last_id, lower(last.valid) as last_from, upper(last.valid) as last_to,
    last.cell_id as last_cell,
    exists (select from member_cell c where c.member_id = t.member_id and c.cell_id = t.cell_id
      and c.valid && daterange(t.on_date - 1, t.on_date, '[]')) as is_there,
    count(*) over (partition by t.member_id, t.cell_id, t.kind, t.on_date, t.detail) as alike,
    case when exists (
      select from member_event e where e.member_id = t.member_id and e.cell_id = t.cell_id and e.kind = t.kind
        and e.on_date = t.on_date and e.detail is not distinct from t.detail
    ) then 'UNCHANGED' else 'CREATED' end as action
  from typed t
  left join placement h on h.organization_id = t.cell_id and h.valid @> case
    when t.kind in ('TRANSFER_OUT', 'LEAVING') then t.on_date - 1 else t.on_date end
  left join lateral (
    select c.id, c.valid, c.cell_id from member_cell c where c.member_id = t.member_id order by lower(c.valid) desc limit 1
  ) last on true`;
}

const FORMS = `('REPRIMAND', 'WARNING', 'DISMISSAL', 'EXPULSION')`;

function checks(work: Work): Check[] {
  return [
    check('FORBIDDEN', 'cell', outside(work, 'p.cell_id'), 'p.cell'),
    check('VALUE_MISSING', 'member', 'p.who is null and p.fault is null', 'p.cell'),
    check('MEMBER_UNKNOWN', 'member', 'p.who is not null and p.member_id is null', 'p.who'),
    ...cellChecks('p.cell_kind is null', 'p.on_date'),
    ...DAY_CHECKS,
    ...STAY_CHECKS,
  ];
}

const STRUCTURAL_AND_NEW = `p.kind in ${STRUCTURAL} and p.action <> 'UNCHANGED'`;

/** What holds between the days of a member and the kinds of events. */
const DAY_CHECKS: readonly Check[] = [
  check('EVENT_BEFORE_BIRTH', 'onDate', 'p.on_date <= p.born_on', 'p.on_date::text'),
  check('EVENT_BEFORE_ADMISSION', 'onDate', 'p.on_date < p.admitted_on and p.on_date > p.born_on', 'p.on_date::text'),
  check('VALUE_OUT_OF_RANGE', 'onDate', `p.kind = 'ADMISSION' and p.on_date > p.admitted_on`, 'p.on_date::text'),
  check(
    'VALUE_OUT_OF_RANGE',
    'onDate',
    `p.kind = 'BECOMING_OFFICIAL' and p.on_date >= p.admitted_on and p.on_date < p.admitted_on + interval '12 months'`,
    'p.on_date::text',
  ),
  check(
    'VALUE_NOT_ALLOWED',
    'detail',
    `p.kind = 'DISCIPLINE' and coalesce(p.detail, '') not in ${FORMS}`,
    `coalesce(p.detail, '')`,
  ),
  check(
    'VALUE_NOT_ALLOWED',
    'detail',
    `p.kind = 'DISCIPLINE' and p.detail in ('DISMISSAL', 'EXPULSION') and coalesce(p.official_on > p.on_date, true)`,
    'p.detail',
  ),
  check(
    'VALUE_NOT_ALLOWED',
    'detail',
    `p.kind = 'BADGE' and coalesce(p.detail, '') !~ '^(30|[4-8][05]|90)$'`,
    `coalesce(p.detail, '')`,
  ),
];

/** The member came into the cell by another row of the file, before or on the day. */
const ARRIVES = `exists (
  select from pg_temp.import_planned q where q.member_id = p.member_id and q.cell_id = p.cell_id
    and q.kind = 'TRANSFER_IN' and q.on_date <= p.on_date)`;

/** What holds between events and the stays of members. */
const STAY_CHECKS: readonly Check[] = [
  check(
    'MEMBER_NOT_IN_CELL',
    'cell',
    `p.member_id is not null and p.cell_id is not null and p.kind <> 'TRANSFER_IN' and p.action <> 'UNCHANGED' and not p.is_there and not ${ARRIVES}`,
    `p.who || ' ' || p.cell`,
  ),
  check(
    'EVENT_IN_THE_PAST',
    'onDate',
    `${STRUCTURAL_AND_NEW} and (p.on_date <= p.last_from or (p.on_date > p.last_to and p.kind <> 'TRANSFER_IN'))
      and not (p.kind = 'TRANSFER_IN' and p.last_cell = p.cell_id and p.on_date = p.last_from)`,
    'p.on_date::text',
  ),
  check(
    'ROW_DUPLICATE',
    'onDate',
    'p.alike > 1 and p.member_id is not null',
    `concat_ws(' ', p.who, p.kind::text, p.on_date::text)`,
  ),
];

/** However late the recognition, it counts from the end of the twelve months. */
const OFFICIAL = `
  update member m set official_on = (m.admitted_on + interval '12 months')::date,
    status = case when m.status = 'LEFT' then m.status else 'OFFICIAL' end
  from pg_temp.import_planned p
  where m.id = p.member_id and p.kind = 'BECOMING_OFFICIAL' and m.official_on is null and ${IS_VALID}`;

const LEFT = `
  update member m set status = 'LEFT' from pg_temp.import_planned p
  where m.id = p.member_id and p.kind = 'LEAVING' and p.action <> 'UNCHANGED' and ${IS_VALID}`;

const EVENTS = `
  insert into member_event (member_id, cell_id, kind, on_date, detail)
  select member_id, cell_id, kind, on_date, detail
  from pg_temp.import_planned p where action <> 'UNCHANGED' and ${IS_VALID} order by row`;
