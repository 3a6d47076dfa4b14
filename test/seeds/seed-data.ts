import { readFileSync } from 'node:fs';

/** One published figure: what a unit reported, as its source gives it. */
export interface SeedFigure {
  id: string;
  organization: string;
  indicator: string;
  role: 'ACTUAL' | 'TARGET';
  /** Canonical Period text; null when the source gives no day. */
  period: string | null;
  approximate?: true;
  per?: 'MONTH' | 'QUARTER' | 'YEAR';
  dimensions: Record<string, string>;
  /** A percent for ratios; null when only numerator and denominator were published. */
  value: number | null;
  numerator?: number;
  denominator?: number;
  qualifier: 'EXACT' | 'AT_LEAST' | 'GREATER_THAN';
  source: string;
  knownAt: string;
  note?: string;
}

export interface SeedSource {
  id: string;
  title: string;
  kind: string;
  publisher: string | null;
  publishedOn: string | null;
  file: string | null;
}

export interface SeedOrganization {
  code: string;
  name: string;
  kind: string;
  parent: string | null;
  adminUnit: { codeList: string; code: string } | null;
  openedOn: string | null;
  closedOn: string | null;
}

/** One side of a ratio: an indicator, narrowed by role and dimensions. */
export interface SeedPart {
  indicator: string;
  role?: 'ACTUAL' | 'TARGET';
  /** CONTAINING: the target of the year or term that contains the period asked for. */
  period?: 'CONTAINING';
  dimensions?: Record<string, string>;
}

export interface SeedShare {
  form: 'SHARE';
  numerator: SeedPart;
  denominator: SeedPart;
  /** True when the share is what the numerator leaves of the denominator. */
  complement?: true;
}

export interface SeedGrowth {
  form: 'GROWTH';
  of: SeedPart;
  against: 'PREVIOUS_YEAR';
}

export interface SeedIndicator {
  code: string;
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  kind: 'FLOW' | 'STOCK' | 'RATIO' | 'AVERAGE' | 'CLASS';
  unit: string;
  dimensions: { name: string; addsUp: boolean }[];
  definition: SeedShare | SeedGrowth | null;
}

export interface SeedDimension {
  name: string;
  nameVi: string;
  descriptionEn: string;
  closed: boolean;
  values: { value: string; nameVi: string; nameEn: string; covers?: string[] }[];
}

export interface SeedEthnicity {
  code: string;
  nameVi: string;
  nameEn: string;
  weight: number;
  homes: string[];
}

export interface SeedAttribute {
  code: string;
  nameVi: string;
  nameEn: string;
  weight: number;
  admittedWeight: number;
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../seeds/data/${name}.json`, import.meta.url), 'utf8'));
}

export const figures = read('figures') as SeedFigure[];
export const sources = read('sources') as SeedSource[];
export const organizations = read('organizations') as SeedOrganization[];
export const indicators = read('indicators') as SeedIndicator[];
export const dimensions = read('dimensions') as SeedDimension[];
export const ethnicities = read('ethnicities') as SeedEthnicity[];
export const attributes = read('attributes') as Record<string, SeedAttribute[]>;

/** How often each key occurs: what the tests compare whole files by. */
export function countBy<T>(rows: readonly T[], key: (row: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const row of rows) counts[key(row)] = (counts[key(row)] ?? 0) + 1;
  return counts;
}

/** The keys that occur more than once. */
export function repeated<T>(rows: readonly T[], key: (row: T) => string): string[] {
  return Object.entries(countBy(rows, key)).flatMap(([name, count]) => (count > 1 ? [name] : []));
}
