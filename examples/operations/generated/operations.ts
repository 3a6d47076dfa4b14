/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** What an observation is (vai trò của số liệu). */
export type ObservationRole =
  /** What happened or was so (thực hiện). */
  | 'ACTUAL'
  /** What is to be reached (chỉ tiêu kế hoạch). */
  | 'TARGET';

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

/** What became of an organisation (hình thức kế tục). */
export type SuccessionKind =
  /** Converted into another kind (chuyển đổi mô hình). */
  | 'CONVERTED'
  /** Ended its activity (kết thúc hoạt động, giải thể). */
  | 'DISSOLVED'
  /** Merged with others into the new one (sáp nhập, hợp nhất). */
  | 'MERGED'
  /** Goes on under another name (đổi tên). */
  | 'RENAMED'
  /** Split among several new ones (chia tách). */
  | 'SPLIT';

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

export type FigureFragment = { period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } };

export type FindUnitsQueryVariables = Exact<{
  name: string;
  kinds?: Array<OrganizationKind> | OrganizationKind | null | undefined;
  on?: string | null | undefined;
}>;


export type FindUnitsQuery = { searchOrganizations: { nodes: Array<
      | { __typename: 'Bloc', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'Cell', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'Commune', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'District', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'GrassrootsOrganization', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'Nation', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'Province', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
      | { __typename: 'SectionCommittee', code: string, name: string, closedOn: string | null, adminUnit: { codeList: string, code: string } | null, successors: Array<{ kind: SuccessionKind, on: string, to:
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
            | { code: string, name: string }
           | null }> }
    > } };

export type NestedRoadQueryVariables = Exact<{
  province: string;
  on: string;
  period: string;
}>;


export type NestedRoadQuery = { province: { name: string, indicator: { period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } }, districts: { nodes: Array<{ code: string, name: string, indicator: { period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } }, grassrootsOrganizations: { totalCount: number, nodes: Array<{ code: string, name: string, indicator: { period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } }, cells: { totalCount: number, nodes: Array<{ code: string, name: string }> } }> } }> } } | null };

export type NineMonthsQueryVariables = Exact<{
  code: string;
  period: string;
}>;


export type NineMonthsQuery = { organization:
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
    | { name: string, indicator: { target: number | null, targetPeriod: string, achievement: number | null, period: string, value: number | null, qualifier: Qualifier, status: ValueStatus, statusReason: string | null, sources: Array<{ title: string, publishedOn: string | null }>, indicator: { code: string, nameEn: string, unit: string }, coverage: { expected: number, answered: number } } }
   | null };

export type ReportedFactsQueryVariables = Exact<{
  code: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportedFactsQuery = { organization:
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
    | { name: string, observations: { totalCount: number, nodes: Array<{ role: ObservationRole, period: string | null, value: number | null, numerator: number | null, denominator: number | null, qualifier: Qualifier, knownAt: string, indicator: { code: string, nameEn: string }, dimensions: Array<{ name: string, value: string }>, source: { title: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } }
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
export const FigureFragmentDoc = new TypedDocumentString(`
    fragment Figure on IndicatorValue {
  indicator {
    code
    nameEn
    unit
  }
  period
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
export const FindUnitsDocument = new TypedDocumentString(`
    query FindUnits($name: String!, $kinds: [OrganizationKind!], $on: Date) {
  searchOrganizations(name: $name, kinds: $kinds, on: $on, first: 10) {
    nodes {
      __typename
      code
      name
      closedOn
      adminUnit {
        codeList
        code
      }
      successors {
        kind
        on
        to {
          code
          name
        }
      }
    }
  }
}
    `) as unknown as TypedDocumentString<FindUnitsQuery, FindUnitsQueryVariables>;
export const NestedRoadDocument = new TypedDocumentString(`
    query NestedRoad($province: String!, $on: Date!, $period: Period!) {
  province(code: $province) {
    name
    indicator(code: "PARTY_MEMBERS", period: $period) {
      ...Figure
    }
    districts(on: $on) {
      nodes {
        code
        name
        indicator(code: "PARTY_MEMBERS", period: $period) {
          ...Figure
        }
        grassrootsOrganizations(on: $on, first: 5) {
          nodes {
            code
            name
            indicator(code: "PARTY_MEMBERS", period: $period) {
              ...Figure
            }
            cells(on: $on, first: 5) {
              nodes {
                code
                name
              }
              totalCount
            }
          }
          totalCount
        }
      }
    }
  }
}
    fragment Figure on IndicatorValue {
  indicator {
    code
    nameEn
    unit
  }
  period
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}`) as unknown as TypedDocumentString<NestedRoadQuery, NestedRoadQueryVariables>;
export const NineMonthsDocument = new TypedDocumentString(`
    query NineMonths($code: String!, $period: Period!) {
  organization(code: $code) {
    name
    indicator(code: "MEMBERS_ADMITTED", period: $period) {
      ...Figure
      target
      targetPeriod
      achievement
      sources {
        title
        publishedOn
      }
    }
  }
}
    fragment Figure on IndicatorValue {
  indicator {
    code
    nameEn
    unit
  }
  period
  value
  qualifier
  status
  statusReason
  coverage {
    expected
    answered
  }
}`) as unknown as TypedDocumentString<NineMonthsQuery, NineMonthsQueryVariables>;
export const ReportedFactsDocument = new TypedDocumentString(`
    query ReportedFacts($code: String!, $first: Int, $after: String) {
  organization(code: $code) {
    name
    observations(first: $first, after: $after) {
      nodes {
        indicator {
          code
          nameEn
        }
        role
        period
        dimensions {
          name
          value
        }
        value
        numerator
        denominator
        qualifier
        knownAt
        source {
          title
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
}
    `) as unknown as TypedDocumentString<ReportedFactsQuery, ReportedFactsQueryVariables>;