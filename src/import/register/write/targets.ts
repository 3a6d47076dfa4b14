import type { ClientBase } from 'pg';
import { yearSpan } from '../calendar.ts';
import type { Target } from '../targets/province-targets.ts';
import { copyLine, copyRows } from './copy.ts';
import type { Ids } from './ids.ts';
import { rangeText } from './units.ts';

/** The document that made-up targets name as their source. */
export const SYNTHETIC_SOURCE = {
  id: 'synthetic-register',
  title: 'Sổ đảng viên giả lập: số liệu được tạo ra để trình diễn, không có thật',
  kind: 'SYNTHETIC',
};

const TARGET_OF = 'MEMBERS_ADMITTED';

export async function writeSource(client: ClientBase): Promise<void> {
  const { id, title, kind } = SYNTHETIC_SOURCE;
  await client.query('insert into source_document (id, title, kind) values ($1, $2, $3)', [id, title, kind]);
}

/** Writes targets as observations, known from the middle of January of their year on. @returns rows written */
export async function writeTargets(client: ClientBase, ids: Ids, targets: readonly Target[]): Promise<number> {
  return copyRows(
    client,
    'observation (organization_id, indicator_code, role, period_key, period, dimensions, value, source_id, known_at)',
    targets.map(({ unit, year, value }) => {
      const { from, to } = yearSpan(year);
      const knownAt = `${year}-01-15T00:00:00+07:00`;
      return copyLine([
        ids.of(unit),
        TARGET_OF,
        'TARGET',
        year,
        rangeText(from, to),
        '{}',
        value,
        SYNTHETIC_SOURCE.id,
        knownAt,
      ]);
    }),
  );
}
