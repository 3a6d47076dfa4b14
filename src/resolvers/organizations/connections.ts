import { connectionType } from '../connections/connection-type.ts';
import {
  Bloc,
  Cell,
  Commune,
  District,
  GrassrootsOrganization,
  Province,
  SectionCommittee,
} from './organization.types.ts';
import { PartyOrganization } from './party-organization.type.ts';

export const PartyOrganizationConnection = connectionType(
  'PartyOrganization',
  () => PartyOrganization,
  'party organisations (các tổ chức đảng)',
);
export const ProvinceConnection = connectionType(
  'Province',
  () => Province,
  'provincial committees (các đảng bộ tỉnh, thành phố)',
);
export const DistrictConnection = connectionType('District', () => District, 'district committees (các đảng bộ huyện)');
export const BlocConnection = connectionType('Bloc', () => Bloc, 'blocs (các đảng bộ khối)');
export const CommuneConnection = connectionType(
  'Commune',
  () => Commune,
  'commune committees (các đảng bộ xã, phường, đặc khu)',
);
export const GrassrootsOrganizationConnection = connectionType(
  'GrassrootsOrganization',
  () => GrassrootsOrganization,
  'grassroots organisations (các tổ chức cơ sở đảng)',
);
export const SectionCommitteeConnection = connectionType(
  'SectionCommittee',
  () => SectionCommittee,
  'section committees (các đảng bộ bộ phận)',
);
export const CellConnection = connectionType('Cell', () => Cell, 'cells (các chi bộ trực thuộc)');
