/** A table whose rows are spread over machines. */
export interface SpreadTable {
  readonly table: string;
  /** The column that says where a row lies; it is part of every key. */
  readonly by: string;
  /** The table whose rows with the same value lie on the same machine. */
  readonly beside?: string;
}

/** What grows with the members: about one member, all of it lies on one machine. And what units report. */
export const SPREAD: readonly SpreadTable[] = [
  { table: 'member', by: 'id' },
  { table: 'member_cell', by: 'member_id', beside: 'member' },
  { table: 'member_event', by: 'member_id', beside: 'member' },
  { table: 'member_correction', by: 'member_id', beside: 'member' },
  { table: 'member_erasure', by: 'member_id', beside: 'member' },
  { table: 'observation', by: 'organization_id' },
];

/** What every machine has a whole copy of: the tree, the catalogue, the reports. What is referred to comes first. */
export const REFERENCE: readonly string[] = [
  ...['organization', 'administrative_unit', 'placement', 'succession'],
  ...['dimension', 'indicator', 'indicator_dimension', 'validation_rule', 'source_document'],
  ...['structure_operation', 'structure_operation_unit', 'indicator_set', 'due_date'],
  ...['report', 'report_event', 'report_figure'],
];

/** What stays on the machine that is asked: what is chained, or only passes through. */
export const LOCAL: readonly string[] = [
  ...['journal', 'journal_horizon', 'member_reading', 'member_reading_head', 'placement_guard'],
  ...['import_file', 'import_job', 'register_state', 'mikro_orm_migrations'],
];

/** Brings the column that says where a row lies into the keys that lack it. */
export const KEYS: readonly string[] = [
  ...['member_cell', 'member_event', 'member_correction'].map(
    (table) => `alter table ${table} drop constraint ${table}_pkey, add primary key (member_id, id)`,
  ),
  `alter table member_correction alter column id type bigint`,
  `alter table observation drop constraint observation_pkey, add primary key (organization_id, id)`,
  // That no two members have one code is checked by imports; no index over several machines holds it.
  `alter table member drop constraint member_code_unique`,
  `create index member_code_index on member (code)`,
];

/** Citus's own calls. */
export const CALLS: readonly string[] = [
  ...REFERENCE.map((table) => `select create_reference_table('${table}')`),
  ...SPREAD.map(({ table, by, beside }) => {
    const where = beside === undefined ? `colocate_with => 'none'` : `colocate_with => '${beside}'`;
    return `select create_distributed_table('${table}', '${by}', ${where})`;
  }),
];
