import { readFileSync } from 'node:fs';

/** A question that neither subgraph could answer alone: party members per 1,000 inhabitants, by commune. */
export const PER_THOUSAND = readFileSync(new URL('per-thousand.graphql', import.meta.url), 'utf8');

/** The part of the answer that the table needs. */
export interface PerThousandAnswer {
  readonly organization: {
    readonly name: string;
    readonly grassrootsOrganizations: { readonly nodes: readonly Organization[] };
  };
}

interface Organization {
  readonly members: { readonly value: number | null; readonly status: string };
  readonly adminUnit: Place | null;
}

interface Place {
  readonly codeList: string;
  readonly code: string;
  readonly name: string;
  readonly population: { readonly inhabitants: number } | null;
}

/** Lays the answer out as lines of text, one for each commune: what is missing is said, never counted as nothing. */
export function tableOf({ organization }: PerThousandAnswer): string[] {
  // Agencies and schools have grassroots organisations, too, and no place of their own.
  const rows = organization.grassrootsOrganizations.nodes.flatMap(({ members, adminUnit }) =>
    adminUnit === null ? [] : [rowOf(members, adminUnit)],
  );
  const head = ['commune', 'code', 'members', 'inhabitants', 'per 1,000'];
  return [organization.name, ...[head, ...rows].map((cells) => cells.map(padded).join('  '))];
}

function rowOf(members: Organization['members'], place: Place): string[] {
  const inhabitants = place.population?.inhabitants;
  const rate = members.value === null || inhabitants === undefined ? undefined : (members.value / inhabitants) * 1000;
  return [
    place.name,
    `${place.codeList} ${place.code}`,
    members.value?.toLocaleString('en') ?? members.status.toLowerCase(),
    inhabitants?.toLocaleString('en') ?? 'no figure',
    rate?.toFixed(1) ?? '-',
  ];
}

const WIDTHS = [22, 14, 10, 12, 10];

function padded(text: string, column: number): string {
  const width = WIDTHS[column] ?? 0;
  return column < 2 ? text.padEnd(width) : text.padStart(width);
}
