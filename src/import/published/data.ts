import { readFile } from 'node:fs/promises';
import type { IndicatorKind, ObservationRole, Qualifier, RatioDefinition } from '../../facts/indicators/indicator.ts';
import type { PeriodUnit } from '../../periods/period.ts';
import type { OrganizationKind } from '../../tree/kind.ts';

/** The published figures and what explains them, as seeds/data holds them. */
export interface PublishedData {
  readonly sources: readonly PublishedSource[];
  readonly organizations: readonly PublishedOrganization[];
  readonly dimensions: readonly PublishedDimension[];
  readonly indicators: readonly PublishedIndicator[];
  readonly figures: readonly PublishedFigure[];
}

export interface PublishedSource {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly file: string | null;
}

export interface PublishedOrganization {
  readonly code: string;
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly parent: string | null;
  readonly adminUnit: { readonly codeList: string; readonly code: string } | null;
  readonly openedOn: string | null;
  readonly closedOn: string | null;
}

export interface PublishedDimension {
  readonly name: string;
  readonly nameVi: string;
  readonly descriptionEn: string;
  readonly closed: boolean;
  readonly values: readonly { readonly value: string; readonly nameVi: string; readonly nameEn: string }[];
}

export interface PublishedIndicator {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly description: string;
  readonly descriptionEn: string;
  readonly kind: IndicatorKind;
  readonly unit: string;
  readonly definition: RatioDefinition | null;
  readonly dimensions: readonly { readonly name: string; readonly addsUp: boolean }[];
}

export interface PublishedFigure {
  readonly id: string;
  readonly organization: string;
  readonly indicator: string;
  readonly role: ObservationRole;
  readonly period: string | null;
  readonly approximate?: boolean;
  readonly per?: PeriodUnit;
  readonly dimensions: Readonly<Record<string, string>>;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly qualifier: Qualifier;
  readonly source: string;
  readonly knownAt: string;
  readonly note?: string;
}

/** Reads the project's own data files. */
export async function readPublishedData(): Promise<PublishedData> {
  const [sources, organizations, dimensions, indicators, figures] = await Promise.all([
    read<PublishedSource[]>('sources'),
    read<PublishedOrganization[]>('organizations'),
    read<PublishedDimension[]>('dimensions'),
    read<PublishedIndicator[]>('indicators'),
    read<PublishedFigure[]>('figures'),
  ]);
  return { sources, organizations, dimensions, indicators, figures };
}

async function read<T>(name: string): Promise<T> {
  return JSON.parse(await readFile(new URL(`../../../seeds/data/${name}.json`, import.meta.url), 'utf8')) as T;
}
