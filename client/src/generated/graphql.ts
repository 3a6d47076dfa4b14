/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { CalendarDate, DimensionName, IndicatorCode, Period } from '../scalars.ts';
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** How an indicator combines over units and over time (loại chỉ tiêu). */
export type IndicatorKind =
  /** Recomputed with its weights (bình quân). */
  | 'AVERAGE'
  /** A class, never combined (xếp loại). */
  | 'CLASS'
  /** Adds up over units and over time (số phát sinh): admissions, disciplines. */
  | 'FLOW'
  /** Recomputed from summed numerators and denominators (tỷ lệ), in percent. */
  | 'RATIO'
  /** Adds up over units; over time the last of the period (số cuối kỳ): members, cells. */
  | 'STOCK';

/** The kind of a party organisation (loại tổ chức đảng). */
export type OrganizationKind =
  /** Bloc of agencies or enterprises (đảng bộ khối), tier 2, directly under a province. */
  | 'BLOC'
  /** Cell (chi bộ trực thuộc), tier 4, which members belong to. */
  | 'CELL'
  /** Committee of a commune, ward or special zone (đảng bộ xã, phường, đặc khu), tier 2 from 1 July 2025. */
  | 'COMMUNE'
  /** Committee of a district (đảng bộ huyện), tier 2, until 30 June 2025. */
  | 'DISTRICT'
  /** Grassroots cell (chi bộ cơ sở), tier 3, with members and no cells below it. */
  | 'GRASSROOTS_CELL'
  /** Grassroots committee (đảng bộ cơ sở), tier 3, with cells below it. */
  | 'GRASSROOTS_COMMITTEE'
  /** The whole party (toàn Đảng): the root of the tree. */
  | 'NATION'
  /** Committee of a province or centrally run city (đảng bộ tỉnh, thành phố), tier 1. */
  | 'PROVINCE'
  /** Section committee (đảng bộ bộ phận), between a grassroots committee and its cells. */
  | 'SECTION_COMMITTEE';

/** A step of time (đơn vị kỳ). */
export type PeriodUnit =
  /** Month (tháng). */
  | 'MONTH'
  /** Quarter (quý). */
  | 'QUARTER'
  /** Year (năm). */
  | 'YEAR';

/** Whether a figure is exact or a bound (mức chính xác). Sums carry the stronger bound of their parts. */
export type Qualifier =
  /** That much or more (từ … trở lên). */
  | 'AT_LEAST'
  /** That much or less (không quá): of a share whose denominator is at least so large. */
  | 'AT_MOST'
  /** The figure itself (chính xác). */
  | 'EXACT'
  /** More than that (trên, hơn). */
  | 'GREATER_THAN'
  /** Less than that (dưới): of a share whose denominator is more than so large. */
  | 'LESS_THAN';

/** Why there is a value or none (tình trạng số liệu). Zero is a value; missing is not zero. */
export type ValueStatus =
  /** Nobody reported it (thiếu số liệu). */
  | 'MISSING'
  /** There can be none (không áp dụng): the unit was not open, or the share is over zero. */
  | 'NOT_APPLICABLE'
  /** Reported, counted or added up (có số liệu). */
  | 'OBSERVED'
  /** Withheld, to protect a small group of people (được bảo vệ). */
  | 'SUPPRESSED';

export type CatalogueQueryVariables = Exact<{ [key: string]: never; }>;


export type CatalogueQuery = { indicators: Array<{ code: IndicatorCode, name: string, nameEn: string, kind: IndicatorKind, unit: string, dimensions: Array<DimensionName> }> };

export type FigureFragment = { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } };

export type FindUnitsQueryVariables = Exact<{
  name: string;
  kinds?: Array<OrganizationKind> | OrganizationKind | null | undefined;
  on?: CalendarDate | null | undefined;
  first?: number | null | undefined;
}>;


export type FindUnitsQuery = { searchOrganizations: { totalCount: number, nodes: Array<
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
      | { code: string, name: string, kind: OrganizationKind, closedOn: CalendarDate | null }
    > } };

export type RollUpQueryVariables = Exact<{
  code: string;
  indicators: Array<IndicatorCode> | IndicatorCode;
  period: Period;
  on?: CalendarDate | null | undefined;
}>;


export type RollUpQuery = { organization:
    | { __typename: 'Bloc', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'Cell', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'Commune', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'District', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'GrassrootsOrganization', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'Nation', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'Province', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
    | { __typename: 'SectionCommittee', code: string, name: string, kind: OrganizationKind, openedOn: CalendarDate | null, closedOn: CalendarDate | null, ancestors: Array<
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
        | { code: string, name: string }
      >, indicators: Array<{ value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: IndicatorCode, name: string, nameEn: string, unit: string }, sources: Array<{ id: string, title: string }>, coverage: { expected: number, answered: number } }> }
   | null };

export type SeriesQueryVariables = Exact<{
  code: string;
  indicator: IndicatorCode;
  from: Period;
  to: Period;
  by: PeriodUnit;
}>;


export type SeriesQuery = { organization:
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
    | { code: string, series: Array<{ period: Period, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } }> }
   | null };

export type UnitsBelowQueryVariables = Exact<{
  code: string;
  indicator: IndicatorCode;
  period: Period;
  on?: CalendarDate | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type UnitsBelowQuery = { organization:
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
    | { code: string, children: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
          | { code: string, name: string, kind: OrganizationKind, indicator: { value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, coverage: { expected: number, answered: number } } }
        > } }
   | null };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const FigureFragmentDoc = /*#__PURE__*/ new TypedDocumentString(`
    fragment Figure on IndicatorValue {
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}
    `, {"fragmentName":"Figure"}) as unknown as TypedDocumentString<FigureFragment, unknown>;
export const CatalogueDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Catalogue {
  indicators {
    code
    name
    nameEn
    kind
    unit
    dimensions
  }
}
    `, {"hash":"sha256:83de099792efec1ba26c6ea1a4bc504a27006aef34dbeb92b35e036687366926"}) as unknown as TypedDocumentString<CatalogueQuery, CatalogueQueryVariables>;
export const FindUnitsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query FindUnits($name: String!, $kinds: [OrganizationKind!], $on: Date, $first: Int) {
  searchOrganizations(name: $name, kinds: $kinds, on: $on, first: $first) {
    totalCount
    nodes {
      code
      name
      kind
      closedOn
    }
  }
}
    `, {"hash":"sha256:801ac6fefdab76a22b7ce12f051f1260bc29bc314c25890c0af25bb82618d1c7"}) as unknown as TypedDocumentString<FindUnitsQuery, FindUnitsQueryVariables>;
export const RollUpDocument = /*#__PURE__*/ new TypedDocumentString(`
    query RollUp($code: String!, $indicators: [IndicatorCode!]!, $period: Period!, $on: Date) {
  organization(code: $code) {
    __typename
    code
    name
    kind
    openedOn
    closedOn
    ancestors(on: $on) {
      code
      name
    }
    indicators(codes: $indicators, period: $period) {
      indicator {
        code
        name
        nameEn
        unit
      }
      ...Figure
      sources {
        id
        title
      }
    }
  }
}
    fragment Figure on IndicatorValue {
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}`, {"hash":"sha256:fe7969268d7da0f1f1372127ee7cd6f766b515e73b14e93ad0ea07c59b7e1c2f"}) as unknown as TypedDocumentString<RollUpQuery, RollUpQueryVariables>;
export const SeriesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Series($code: String!, $indicator: IndicatorCode!, $from: Period!, $to: Period!, $by: PeriodUnit!) {
  organization(code: $code) {
    code
    series(code: $indicator, from: $from, to: $to, by: $by) {
      period
      ...Figure
    }
  }
}
    fragment Figure on IndicatorValue {
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}`, {"hash":"sha256:c12106d0f82b267a359eb24df8871a4674c4f5a1cf3b6b877d40af3d6c4b1eec"}) as unknown as TypedDocumentString<SeriesQuery, SeriesQueryVariables>;
export const UnitsBelowDocument = /*#__PURE__*/ new TypedDocumentString(`
    query UnitsBelow($code: String!, $indicator: IndicatorCode!, $period: Period!, $on: Date, $first: Int, $after: String) {
  organization(code: $code) {
    code
    children(on: $on, first: $first, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        code
        name
        kind
        indicator(code: $indicator, period: $period) {
          ...Figure
        }
      }
    }
  }
}
    fragment Figure on IndicatorValue {
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}`, {"hash":"sha256:4ccaabe96f4a82cc61535e3d36fc5ef97ab27d682160691895500361f163ab99"}) as unknown as TypedDocumentString<UnitsBelowQuery, UnitsBelowQueryVariables>;