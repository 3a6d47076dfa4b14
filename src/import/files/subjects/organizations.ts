import { CodedError } from '../../../errors/coded-error.ts';
import { applyWithin, detailOf, refusalOf } from '../../structure/apply.ts';
import { readOperation } from '../../structure/read-row.ts';
import type { StructureOperationKind } from '../../../facts/structure/structure-operation.ts';
import type { OrganizationKind } from '../../../tree/kind.ts';
import type { Column } from '../column.ts';
import { choice } from '../values/choice.ts';
import { DAY } from '../values/day.ts';
import { CODE, CODES, JSON_TEXT, TEXT } from '../values/text.ts';
import type { Work } from '../work.ts';
import type { Subject } from './subject.ts';

const OPERATIONS: Readonly<Record<StructureOperationKind, readonly [string, ...string[]]>> = {
  OPEN: ['Thành lập'],
  CLOSE: ['Kết thúc hoạt động', 'Giải thể'],
  MOVE: ['Chuyển giao'],
  RENAME: ['Đổi tên'],
  MERGE: ['Sáp nhập', 'Hợp nhất'],
  SPLIT: ['Chia tách', 'Chia', 'Tách'],
  CONVERT: ['Chuyển đổi mô hình'],
};

const KINDS: Readonly<Record<OrganizationKind, readonly [string, ...string[]]>> = {
  NATION: ['Toàn quốc'],
  PROVINCE: ['Đảng bộ tỉnh', 'Đảng bộ thành phố'],
  DISTRICT: ['Đảng bộ huyện'],
  BLOC: ['Đảng bộ khối'],
  COMMUNE: ['Đảng bộ xã', 'Đảng bộ phường', 'Đảng bộ đặc khu'],
  GRASSROOTS_COMMITTEE: ['Đảng bộ cơ sở'],
  GRASSROOTS_CELL: ['Chi bộ cơ sở'],
  SECTION_COMMITTEE: ['Đảng bộ bộ phận'],
  CELL: ['Chi bộ', 'Chi bộ trực thuộc'],
};

const COLUMNS: readonly Column[] = [
  { name: 'op', header: 'Hình thức', type: choice(OPERATIONS), required: true },
  { name: 'on', header: 'Ngày hiệu lực', type: DAY, required: true },
  { name: 'decision', header: 'Số quyết định', type: TEXT, required: true },
  { name: 'code', header: 'Mã tổ chức', type: CODE },
  { name: 'name', header: 'Tên tổ chức', type: TEXT },
  { name: 'kind', header: 'Loại tổ chức', type: choice(KINDS) },
  { name: 'parent', header: 'Mã tổ chức cấp trên', type: CODE },
  { name: 'codes', header: 'Các mã sáp nhập', type: CODES },
  { name: 'then', header: 'Nơi trực thuộc về sau', type: JSON_TEXT },
  { name: 'into', header: 'Thành tổ chức', type: JSON_TEXT },
  { name: 'cells', header: 'Các chi bộ mới', type: JSON_TEXT },
  { name: 'members', header: 'Phân đảng viên', type: JSON_TEXT },
  { name: 'rest', header: 'Phần còn lại về', type: CODE },
];

/**
 * Changes of the structure, one a row, each as its mutation does it (docs/structure.md), in the order of the rows: a
 * later row may be about a unit that an earlier one opened. Each is done while it is planned.
 */
export const ORGANIZATIONS: Subject = {
  name: 'organizations',
  title: 'Tổ chức và sắp xếp tổ chức',
  columns: COLUMNS,
  plan,
  apply: async () => undefined,
};

type StagedRow = Readonly<Record<string, unknown>> & { readonly row: number };

async function plan({ client, by, tell }: Work): Promise<void> {
  await client.query(`create temporary table import_planned (row int, action text) on commit drop`);
  const { rows } = await client.query<StagedRow>(STAGED);
  for (const [at, staged] of rows.entries()) {
    if (at % 50 === 0) tell('changing the structure', at / rows.length);
    await takeRow(client, staged, by);
  }
}

const STAGED = `
  select row, op, "on", decision, code, name, kind, parent, string_to_array(codes, ';') as codes, "then"::jsonb as "then",
    "into"::jsonb as "into", cells::jsonb as cells, members::jsonb as members, rest
  from pg_temp.import_staged where fault is null order by row`;

async function takeRow(client: Work['client'], { row, ...fields }: StagedRow, by: string | null): Promise<void> {
  await client.query('savepoint import_row');
  try {
    const operation = readOperation(operationFields(fields));
    const { rows } = await client.query(KNOWN, [operation.op, detailOf(operation)]);
    const isKnown = rows.length > 0;
    if (!isKnown) await applyWithin(client, operation, by);
    await client.query('insert into pg_temp.import_planned values ($1, $2)', [
      row,
      isKnown ? 'UNCHANGED' : actionOf(operation.op),
    ]);
  } catch (error) {
    await client.query('rollback to savepoint import_row');
    const refusal = refusalOf(error);
    if (!(refusal instanceof CodedError)) throw error;
    const named = /`([a-z]+)/.exec(refusal.message)?.[1];
    const property = refusal.code === 'INPUT_INVALID' ? (named ?? '') : 'code';
    await client.query(FINDING, [row, refusal.code, property, refusal.message.slice(0, 200)]);
  } finally {
    await client.query('release savepoint import_row');
  }
}

const KNOWN = 'select from structure_operation where kind = $1 and detail = $2::jsonb';
const FINDING = 'insert into pg_temp.import_finding (row, code, property, object) values ($1, $2, $3, $4)';

function actionOf(op: string): 'CREATED' | 'UPDATED' {
  return op === 'OPEN' ? 'CREATED' : 'UPDATED';
}

/** In a table, a merger names what it becomes in the columns of the unit itself. */
function operationFields(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  if (present['op'] !== 'MERGE' || 'into' in present) return present;
  const { op, on, decision, codes, ...into } = present;
  return { op, on, decision, codes, into };
}
