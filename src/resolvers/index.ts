import type { ClassType } from 'type-graphql';
import { CatalogueResolver } from './catalogue/catalogue.resolver.ts';
import { ImportsResolver } from './imports/imports.resolver.ts';
import { ContributionResolver } from './indicators/contribution.resolver.ts';
import { CoverageResolver } from './indicators/coverage.resolver.ts';
import { FiguresResolver } from './indicators/figures.resolver.ts';
import { IndicatorResolver } from './indicators/indicator.resolver.ts';
import { IndicatorValueResolver } from './indicators/indicator-value.resolver.ts';
import { TotalResolver } from './indicators/total/total.resolver.ts';
import { CellMembersResolver, GrassrootsMembersResolver, MemberResolver } from './members/member.resolver.ts';
import { PersonalDataResolver } from './members/personal-data/personal-data.resolver.ts';
import { ObservationResolver, OrganizationObservationsResolver } from './observations/observation.resolver.ts';
import { AdministrativeUnitResolver } from './organizations/administrative-unit.resolver.ts';
import { OrganizationResolver } from './organizations/organization.resolver.ts';
import { ROAD_RESOLVERS } from './organizations/road.resolvers.ts';
import { TreeResolver } from './organizations/tree.resolver.ts';
import { DueDatesMutationsResolver } from './reports/due-dates.mutations.ts';
import { ReportMutationsResolver } from './reports/report.mutations.ts';
import { ReportFigureResolver, ReportResolver } from './reports/report.resolver.ts';
import { OrganizationReportsResolver, ReportsResolver } from './reports/reports.resolver.ts';
import { SourceResolver } from './sources/source.resolver.ts';
import { StructureHistoryResolver } from './structure/history.resolver.ts';
import { StructureResolver } from './structure/structure.resolver.ts';
import { WarningsResolver } from './structure/warnings.resolver.ts';
import { ViolationsResolver } from './violations/violations.resolver.ts';

/** Every resolver of the schema. */
export const RESOLVERS: readonly ClassType[] = [
  OrganizationResolver,
  TreeResolver,
  ...ROAD_RESOLVERS,
  AdministrativeUnitResolver,
  IndicatorResolver,
  FiguresResolver,
  IndicatorValueResolver,
  TotalResolver,
  ViolationsResolver,
  CatalogueResolver,
  CoverageResolver,
  ContributionResolver,
  OrganizationObservationsResolver,
  ObservationResolver,
  SourceResolver,
  StructureResolver,
  StructureHistoryResolver,
  WarningsResolver,
  ReportsResolver,
  OrganizationReportsResolver,
  ReportResolver,
  ReportFigureResolver,
  ReportMutationsResolver,
  DueDatesMutationsResolver,
  ImportsResolver,
  MemberResolver,
  CellMembersResolver,
  GrassrootsMembersResolver,
  PersonalDataResolver,
];
