import { registerEnumType } from 'type-graphql';
import { WARNING_CODES } from '../../facts/members/thresholds.ts';
import { STRUCTURE_OPERATION_KINDS } from '../../facts/structure/structure-operation.ts';
import { enumOf } from '../enum-of.ts';

export const StructureOperationKindEnum = enumOf(STRUCTURE_OPERATION_KINDS);
registerEnumType(StructureOperationKindEnum, {
  name: 'StructureOperationKind',
  description: 'What was done to the structure (hình thức sắp xếp tổ chức).',
  valuesConfig: {
    OPEN: { description: 'Opened (thành lập).' },
    CLOSE: { description: 'Closed (kết thúc hoạt động).' },
    MOVE: { description: 'Moved under another organisation (chuyển giao về trực thuộc).' },
    RENAME: { description: 'Renamed (đổi tên).' },
    MERGE: { description: 'Merged (sáp nhập, hợp nhất).' },
    SPLIT: { description: 'Split (chia, tách).' },
    CONVERT: { description: 'Turned from a cell into a committee, or back (chuyển đổi mô hình).' },
  },
});

export const WarningCodeEnum = enumOf(WARNING_CODES);
registerEnumType(WarningCodeEnum, {
  name: 'OrganizationWarningCode',
  description: 'What an organisation falls short of (nội dung cảnh báo).',
  valuesConfig: {
    CELL_BELOW_THREE_OFFICIAL_MEMBERS: {
      description: 'A cell with fewer than three official members (chi bộ chưa đủ 3 đảng viên chính thức).',
    },
    COMMITTEE_BELOW_THIRTY_MEMBERS: {
      description: 'A grassroots committee with fewer than thirty members (đảng bộ cơ sở chưa đủ 30 đảng viên).',
    },
  },
});
