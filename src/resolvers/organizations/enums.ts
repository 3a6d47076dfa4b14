import { registerEnumType } from 'type-graphql';
import { SUCCESSION_KINDS } from '../../facts/organizations/succession.entity.ts';
import { ORGANIZATION_KINDS } from '../../tree/kind.ts';
import { enumOf } from '../enum-of.ts';

export const OrganizationKindEnum = enumOf(ORGANIZATION_KINDS);
registerEnumType(OrganizationKindEnum, {
  name: 'OrganizationKind',
  description: 'The kind of a party organisation (loại tổ chức đảng).',
  valuesConfig: {
    NATION: { description: 'The whole party (toàn Đảng): the root of the tree.' },
    PROVINCE: { description: 'Committee of a province or centrally run city (đảng bộ tỉnh, thành phố), tier 1.' },
    DISTRICT: { description: 'Committee of a district (đảng bộ huyện), tier 2, until 30 June 2025.' },
    BLOC: { description: 'Bloc of agencies or enterprises (đảng bộ khối), tier 2, directly under a province.' },
    COMMUNE: {
      description:
        'Committee of a commune, ward or special zone (đảng bộ xã, phường, đặc khu), tier 2 from 1 July 2025.',
    },
    GRASSROOTS_COMMITTEE: { description: 'Grassroots committee (đảng bộ cơ sở), tier 3, with cells below it.' },
    GRASSROOTS_CELL: { description: 'Grassroots cell (chi bộ cơ sở), tier 3, with members and no cells below it.' },
    SECTION_COMMITTEE: {
      description: 'Section committee (đảng bộ bộ phận), between a grassroots committee and its cells.',
    },
    CELL: { description: 'Cell (chi bộ trực thuộc), tier 4, which members belong to.' },
  },
});

export const SuccessionKindEnum = enumOf(SUCCESSION_KINDS);
registerEnumType(SuccessionKindEnum, {
  name: 'SuccessionKind',
  description: 'What became of an organisation (hình thức kế tục).',
  valuesConfig: {
    MERGED: { description: 'Merged with others into the new one (sáp nhập, hợp nhất).' },
    SPLIT: { description: 'Split among several new ones (chia tách).' },
    CONVERTED: { description: 'Converted into another kind (chuyển đổi mô hình).' },
    RENAMED: { description: 'Goes on under another name (đổi tên).' },
    DISSOLVED: { description: 'Ended its activity (kết thúc hoạt động, giải thể).' },
  },
});
