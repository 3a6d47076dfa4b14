import type { Statements } from '../../database/statements.ts';

/** A unit of state administration, and the organisation it belongs to. */
export interface AdministrativeUnitRow {
  readonly codeList: string;
  readonly code: string;
  readonly name: string;
  readonly organizationId: number | null;
}

/** Units of state administration by code list and code, and by organisation. */
export class AdministrativeUnits {
  private readonly byKey: ReadonlyMap<string, AdministrativeUnitRow>;
  private readonly latestByOrganization: ReadonlyMap<number, AdministrativeUnitRow>;

  /** @param rows in the order of the code lists: an organisation that is in several has the newest one's */
  constructor(rows: readonly AdministrativeUnitRow[]) {
    this.byKey = new Map(rows.map((row) => [keyOf(row.codeList, row.code), row]));
    this.latestByOrganization = new Map(
      rows.flatMap((row) => (row.organizationId === null ? [] : [[row.organizationId, row] as const])),
    );
  }

  find(codeList: string, code: string): AdministrativeUnitRow | undefined {
    return this.byKey.get(keyOf(codeList, code));
  }

  ofOrganization(id: number): AdministrativeUnitRow | undefined {
    return this.latestByOrganization.get(id);
  }
}

function keyOf(codeList: string, code: string): string {
  return `${codeList}\u0000${code}`;
}

const UNITS = `
  select code_list as "codeList", code, name, organization_id as "organizationId"
  from administrative_unit order by code_list, code`;

/** Reads all of them in one statement. */
export async function readAdministrativeUnits(statements: Statements): Promise<AdministrativeUnits> {
  return new AdministrativeUnits(await statements.rows<AdministrativeUnitRow>('administrative-units', UNITS));
}
