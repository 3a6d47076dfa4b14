import { readFileSync } from 'node:fs';

/** A question that neither subgraph could answer alone: party members per 1,000 inhabitants, by commune. */
export const PER_THOUSAND = readFileSync(new URL('per-thousand.graphql', import.meta.url), 'utf8');

/** The part of the answer that the table needs. */
export interface PerThousandAnswer {
  readonly organization: {
    readonly name: string;
    readonly grassrootsOrganizations: { readonly nodes: readonly Commune[] };
  };
}

interface Commune {
  readonly members: { readonly value: number | null; readonly status: string };
  readonly adminUnit: {
    readonly codeList: string;
    readonly code: string;
    readonly name: string;
    readonly population: { readonly inhabitants: number } | null;
  } | null;
}

/** Lays the answer out as lines of text: what is missing is said, never counted as nothing. */
export function tableOf({ organization }: PerThousandAnswer): string[] {
  const rows = organization.grassrootsOrganizations.nodes.map(rowOf);
  const head = ['commune', 'code', 'members', 'inhabitants', 'per 1,000'];
  return [organization.name, ...[head, ...rows].map((cells) => cells.map(padded).join('  '))];
}

function rowOf({ members, adminUnit }: Commune): string[] {
  const inhabitants = adminUnit?.population?.inhabitants;
  const rate = members.value === null || inhabitants === undefined ? undefined : (members.value / inhabitants) * 1000;
  return [
    adminUnit?.name ?? '-',
    adminUnit === null ? '-' : `${adminUnit.codeList} ${adminUnit.code}`,
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
