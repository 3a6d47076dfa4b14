import type { Check } from '../checks.ts';
import { cellChecks, check, hideOutside, IS_VALID, outside, runChecks } from '../checks.ts';
import type { Column } from '../column.ts';
import { choice, valueOf } from '../values/choice.ts';
import { DAY } from '../values/day.ts';
import { WHOLE } from '../values/number.ts';
import { CODE, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import type { Subject } from './subject.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', header: 'Số trong sổ', also: ['Mã số'], type: WHOLE },
  { name: 'code', header: 'Mã đảng viên', type: CODE },
  { name: 'fullName', header: 'Họ và tên', also: ['Họ tên'], type: TEXT, required: true },
  { name: 'sex', header: 'Giới tính', type: choice({ FEMALE: ['Nữ'], MALE: ['Nam'] }), required: true },
  { name: 'bornOn', header: 'Ngày sinh', type: DAY, required: true },
  { name: 'ethnicity', header: 'Dân tộc', type: valueOf('ETHNICITY'), required: true },
  { name: 'education', header: 'Trình độ học vấn', type: valueOf('EDUCATION'), required: true },
  { name: 'politicalTheory', header: 'Lý luận chính trị', type: valueOf('POLITICAL_THEORY') },
  { name: 'occupation', header: 'Nghề nghiệp', type: valueOf('OCCUPATION'), required: true },
  { name: 'admittedOn', header: 'Ngày kết nạp', also: ['Ngày vào Đảng'], type: DAY, required: true },
  { name: 'officialOn', header: 'Ngày chính thức', type: DAY },
  { name: 'cell', header: 'Mã chi bộ', type: CODE, required: true },
  { name: 'cellFrom', header: 'Sinh hoạt từ ngày', type: DAY },
  { name: 'cellUntil', header: 'Sinh hoạt đến ngày', type: DAY },
];

/** Members of the register, each with the cell that he or she is in, from a day on. */
export const MEMBERS: Subject = {
  name: 'members',
  title: 'Danh sách đảng viên',
  columns: COLUMNS,
  async plan(work) {
    const { client, tell } = work;
    await client.query(TWICE);
    await client.query(PLANNED);
    await client.query('analyze pg_temp.import_planned');
    tell('checking members', 0.25);
    await runChecks(work, checks(work));
    await hideOutside(work);
  },
  async apply({ client, tell }) {
    await client.query('analyze pg_temp.import_finding');
    for (const [at, { text, statement }] of WRITES.entries()) {
      tell(text, 0.4 + (0.6 * at) / WRITES.length);
      await client.query(statement);
    }
  },
};

/** Whoever stands in the file more than once. Grouping takes less than sorting all of it. */
const TWICE = `
  create temporary table import_twice on commit drop as
  select coalesce(id, code) as who, count(distinct cell) > 1 as in_two
  from pg_temp.import_staged where coalesce(id, code) is not null group by 1 having count(*) > 1`;

/** A new member’s id is drawn here, so that stays and events can name it. */
const PLANNED = `
  create temporary table import_planned on commit drop as
  with typed as (
    select s.row, s.fault, s.id::int as id, s.code, s.full_name, s.sex::sex as sex, s.born_on::date as born_on, s.ethnicity,
      s.education, s.political_theory, s.occupation, s.admitted_on::date as admitted_on, s.official_on::date as official_on,
      s.cell, o.id as cell_id, o.closed_on, coalesce(s.cell_from, s.admitted_on)::date as cell_from,
      s.cell_until::date + 1 as cell_to, t.who is not null as is_twice, t.in_two,
      coalesce(by_id.id, by_code.id) as found_id
    from pg_temp.import_staged s
    left join organization o on o.code = s.cell
    left join member by_id on by_id.id = s.id::int
    left join member by_code on by_code.code = s.code and s.id is null
    left join pg_temp.import_twice t on t.who = coalesce(s.id, s.code)
  )
  select t.*, known.id as known_id, coalesce(known.id, nextval(pg_get_serial_sequence('member', 'id'))::int) as member_id,
    h.kind as cell_kind, stay.id as stay_id, upper(stay.valid) as stay_to,
    known.is_changed is true as is_changed,
    case when known.id is null then 'CREATED'
      when known.is_changed or stay.id is null or upper(stay.valid) is distinct from coalesce(t.cell_to, upper(stay.valid))
        then 'UPDATED' else 'UNCHANGED' end as action
  from typed t
  left join placement h on h.organization_id = t.cell_id and h.valid @> t.cell_from
  left join lateral (
    select m.id, (m.full_name, m.sex, m.born_on, m.ethnicity, m.education, m.political_theory, m.occupation, m.admitted_on)
      is distinct from (t.full_name, t.sex, t.born_on, t.ethnicity, t.education, t.political_theory, t.occupation, t.admitted_on)
      or (t.official_on is not null and t.official_on is distinct from m.official_on)
      or (t.code is not null and t.code is distinct from m.code) as is_changed
    from member m where m.id = t.found_id
  ) known on true
  left join member_cell stay
    on stay.member_id = known.id and stay.cell_id = t.cell_id and stay.valid @> t.cell_from`;

const ELSEWHERE = `exists (
  select from member_cell c where c.member_id = p.known_id and c.id is distinct from p.stay_id
    and c.valid && daterange(p.cell_from, coalesce(p.cell_to, p.stay_to)))`;

const OF_ANOTHER = `p.known_id is not null and not exists (
  select from member_cell c join pg_temp.import_scope s on s.organization_id = c.cell_id
  where c.member_id = p.known_id and upper_inf(c.valid))`;

function checks(work: Work): Check[] {
  return [
    check('FORBIDDEN', 'cell', outside(work, 'p.cell_id'), 'p.cell'),
    check('FORBIDDEN', 'code', work.scope ? OF_ANOTHER : 'false', 'coalesce(p.code, p.id::text)'),
    check('VALUE_MISSING', 'code', 'p.code is null and p.id is null and p.fault is null', 'p.full_name'),
    check('MEMBER_UNKNOWN', 'id', 'p.id is not null and p.known_id is null', 'p.id::text'),
    check('ROW_DUPLICATE', 'code', 'p.is_twice and not p.in_two', 'coalesce(p.code, p.id::text)'),
    check(
      'MEMBER_IN_TWO_CELLS',
      'cell',
      `p.in_two or (p.known_id is not null and p.cell_id is not null and ${ELSEWHERE})`,
      `concat_ws(' ', p.code, p.cell)`,
    ),
    ...cellChecks(
      `p.cell_kind is null or p.closed_on < coalesce(p.cell_to, p.stay_to, date 'infinity')`,
      'p.cell_from',
    ),
    check('EVENT_BEFORE_BIRTH', 'admittedOn', 'p.admitted_on <= p.born_on', 'p.admitted_on::text'),
    check('EVENT_BEFORE_ADMISSION', 'officialOn', 'p.official_on < p.admitted_on', 'p.official_on::text'),
    check('EVENT_BEFORE_ADMISSION', 'cellFrom', 'p.cell_from < p.admitted_on', 'p.cell_from::text'),
    check('VALUE_OUT_OF_RANGE', 'cellUntil', 'p.cell_to <= p.cell_from', '(p.cell_to - 1)::text'),
  ];
}

/** Days of today are Vietnam's. */
const TODAY = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`;
const STATUS = `(case when p.cell_to <= ${TODAY} then 'LEFT' when p.official_on is null then 'PROBATIONARY' else 'OFFICIAL' end)::member_status`;

const WRITES = [
  {
    text: 'writing members',
    statement: `
      insert into member (id, code, full_name, sex, born_on, ethnicity, education, political_theory, occupation, admitted_on, official_on, status)
      select member_id, code, full_name, sex, born_on, ethnicity, education, political_theory, occupation, admitted_on, official_on, ${STATUS}
      from pg_temp.import_planned p where known_id is null and ${IS_VALID} order by member_id`,
  },
  {
    text: 'writing members',
    statement: `
      update member m set code = coalesce(p.code, m.code), full_name = p.full_name, sex = p.sex, born_on = p.born_on,
        ethnicity = p.ethnicity, education = p.education, political_theory = p.political_theory, occupation = p.occupation,
        admitted_on = p.admitted_on, official_on = coalesce(p.official_on, m.official_on),
        status = case when m.status = 'PROBATIONARY' and p.official_on is not null then 'OFFICIAL' else m.status end
      from pg_temp.import_planned p where m.id = p.known_id and p.is_changed and ${IS_VALID}`,
  },
  {
    text: 'writing their cells',
    statement: `
      insert into member_cell (member_id, cell_id, valid)
      select member_id, cell_id, daterange(cell_from, cell_to)
      from pg_temp.import_planned p where stay_id is null and ${IS_VALID} order by member_id`,
  },
  {
    text: 'writing their cells',
    statement: `
      update member_cell c set valid = daterange(lower(c.valid), p.cell_to)
      from pg_temp.import_planned p where c.id = p.stay_id and p.cell_to is not null
        and upper(c.valid) is distinct from p.cell_to and ${IS_VALID}`,
  },
  {
    text: 'writing admissions',
    statement: `
      insert into member_event (member_id, cell_id, kind, on_date)
      select member_id, cell_id, 'ADMISSION', admitted_on
      from pg_temp.import_planned p where known_id is null and cell_from = admitted_on and ${IS_VALID} order by member_id`,
  },
];
