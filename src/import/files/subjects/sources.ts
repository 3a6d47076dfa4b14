import { runChecks, IS_VALID } from '../checks.ts';
import type { Column } from '../column.ts';
import { DAY } from '../values/day.ts';
import { CODE, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import type { Subject } from './subject.ts';

const COLUMNS: readonly Column[] = [
  { name: 'id', header: 'Mã nguồn', also: ['source'], type: CODE, required: true },
  { name: 'title', header: 'Tên tài liệu', type: TEXT, required: true },
  { name: 'kind', header: 'Loại tài liệu', type: CODE, required: true },
  { name: 'publisher', header: 'Nơi phát hành', type: TEXT },
  { name: 'publishedOn', header: 'Ngày phát hành', type: DAY },
  { name: 'file', header: 'Tên tệp', type: TEXT },
];

/** The documents that figures name. One who is of a unit may add some, and change none: others rest on them, too. */
export const SOURCES: Subject = {
  name: 'sources',
  title: 'Nguồn tài liệu',
  columns: COLUMNS,
  async plan(work: Work) {
    await work.client.query(PLANNED);
    await runChecks(work, [
      { code: 'ROW_DUPLICATE', property: 'id', when: 'p.id is not null and p.alike > 1', object: 'p.id' },
      {
        code: 'FORBIDDEN',
        property: 'id',
        when: work.scope ? `p.action = 'UPDATED'` : 'false',
        object: 'p.id',
      },
    ]);
  },
  async apply({ client }) {
    await client.query(APPLY);
  },
};

const PLANNED = `
  create temporary table import_planned on commit drop as
  select s.row, s.id, s.title, s.kind, s.publisher, s.published_on::date as published_on, s.file,
    count(*) over (partition by s.id) as alike,
    case when d.id is null then 'CREATED'
      when (d.title, d.kind, d.publisher, d.published_on, d.file)
        is not distinct from (s.title, s.kind, s.publisher, s.published_on::date, s.file) then 'UNCHANGED'
      else 'UPDATED' end as action
  from pg_temp.import_staged s left join source_document d on d.id = s.id`;

const APPLY = `
  insert into source_document (id, title, kind, publisher, published_on, file)
  select id, title, kind, publisher, published_on, file
  from pg_temp.import_planned p where action <> 'UNCHANGED' and ${IS_VALID} order by row
  on conflict (id) do update set title = excluded.title, kind = excluded.kind, publisher = excluded.publisher,
    published_on = excluded.published_on, file = excluded.file`;
