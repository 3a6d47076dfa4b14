import type { ListedUnit, Mapping } from '../lists.ts';
import type { Finding, FindingRow } from '../types.ts';

/** Makes a finding; also one without rows, so that its absence can be read. */
export function finding(cause: string, reconciled: boolean, explanation: string, rows: readonly FindingRow[]): Finding {
  return { cause, reconciled, explanation, rows };
}

/** The columns in which a report shows a mapping row. */
export function mappingColumns(mapping: Mapping): FindingRow {
  return {
    mapping: mapping.id,
    oldCode: mapping.oldCode ?? '',
    oldName: mapping.oldName ?? '',
    oldDistrict: mapping.oldDistrict ?? '',
    oldProvince: mapping.oldProvince ?? '',
    newCode: mapping.newCode,
    newName: mapping.newName,
    newProvince: mapping.newProvince,
  };
}

/** Two columns, `<prefix>Code` and `<prefix>Name`; empty where there is no unit. */
export function unitColumns(prefix: string, unit: ListedUnit | undefined): FindingRow {
  return { [`${prefix}Code`]: unit?.code ?? '', [`${prefix}Name`]: unit?.name ?? '' };
}
