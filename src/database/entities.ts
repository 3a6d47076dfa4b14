import { Dimension, IndicatorDimensionLink } from '../facts/indicators/dimension.entity.ts';
import { Indicator } from '../facts/indicators/indicator.entity.ts';
import { ValidationRule } from '../facts/indicators/validation-rule.entity.ts';
import { Member, MemberCell, MemberEvent } from '../facts/members/member.entity.ts';
import { Observation } from '../facts/observations/observation.entity.ts';
import { SourceDocument } from '../facts/observations/source-document.entity.ts';
import { AdministrativeUnit } from '../facts/organizations/administrative-unit.entity.ts';
import { Organization } from '../facts/organizations/organization.entity.ts';
import { Placement } from '../facts/organizations/placement.entity.ts';
import { Succession } from '../facts/organizations/succession.entity.ts';
import { DueDate, IndicatorSet } from '../facts/reports/due-date.entity.ts';
import { Report, ReportEvent, ReportFigure } from '../facts/reports/report.entity.ts';
import { StructureOperation, StructureOperationUnit } from '../facts/structure/structure-operation.entity.ts';

/** Every stored shape. */
export const ENTITIES = [
  Organization,
  Placement,
  Succession,
  AdministrativeUnit,
  Indicator,
  Dimension,
  IndicatorDimensionLink,
  ValidationRule,
  SourceDocument,
  Observation,
  Member,
  MemberCell,
  MemberEvent,
  StructureOperation,
  StructureOperationUnit,
  IndicatorSet,
  DueDate,
  Report,
  ReportEvent,
  ReportFigure,
];
