import { Field, ID, InputType } from 'type-graphql';
import type { Day } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import { OrganizationKindEnum } from '../organizations/enums.ts';
import { DateScalar } from '../scalars/date.ts';

const CODE = 'Its code (mã tổ chức).';
const NEW_CODE = 'Its code (mã tổ chức): one that was never used.';
const NAME = 'Its Vietnamese name (tên gọi).';
const CELL = 'The code of a cell (mã chi bộ).';
const MEMBERS = 'Where members of cells that end go (chuyển sinh hoạt đảng cho đảng viên).';

@InputType({ description: 'Members by name, and their cell (đảng viên và chi bộ chuyển đến).' })
export class NamedMembersInput {
  @Field(() => String, { description: CELL })
  cell!: string;

  @Field(() => [ID], { description: 'Ids of members (các đảng viên).' })
  members!: string[];
}

@InputType({
  description:
    'Where the members of cells that end go (phương án chuyển đảng viên): those named, and everybody else by one rule.',
})
export class MemberDistributionInput {
  @Field(() => [NamedMembersInput], { nullable: true, description: 'By name (theo danh sách).' })
  named?: NamedMembersInput[] | null;

  @Field(() => String, { nullable: true, description: 'The cell that takes everybody else (chi bộ nhận số còn lại).' })
  rest?: string | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'Cells that take everybody else in turn (các chi bộ nhận luân phiên), in the order of the members’ ids.',
  })
  evenly?: string[] | null;
}

@InputType({
  description:
    'An organisation to be made (tổ chức mới). Kind and parent are those of what it takes the place of, where absent.',
})
export class NewOrganizationInput {
  @Field(() => String, { description: 'Its code (mã tổ chức).' })
  code!: string;

  @Field(() => String, { nullable: true, description: NAME })
  name?: string | null;

  @Field(() => OrganizationKindEnum, { nullable: true, description: 'Its kind (loại tổ chức).' })
  kind?: OrganizationKind | null;

  @Field(() => String, { nullable: true, description: 'The code of the unit above (mã tổ chức cấp trên).' })
  parent?: string | null;
}

@InputType({
  description:
    'A part of an organisation that is split (một phần sau khi chia, tách); the organisation itself, where it goes on.',
})
export class SplitPartInput extends NewOrganizationInput {
  @Field(() => [String], {
    nullable: true,
    description: 'Codes of the units below that go here (các tổ chức trực thuộc).',
  })
  children?: string[] | null;
}

@InputType({ description: 'A cell to be made (chi bộ mới).' })
export class NewCellInput {
  @Field(() => String, { description: NEW_CODE })
  code!: string;

  @Field(() => String, { description: NAME })
  name!: string;
}

/** What every operation has. */
@InputType({ description: 'When, and by which decision (ngày và số quyết định).' })
abstract class DecidedInput {
  @Field(() => DateScalar, {
    description: 'The first day on which it is so (ngày có hiệu lực); it may lie in the past.',
  })
  on!: Day;

  @Field(() => String, { description: 'Number of the decision (số quyết định).' })
  decision!: string;
}

@InputType({ description: 'A later place of an organisation that is entered late (nơi trực thuộc về sau).' })
export class LaterPlaceInput {
  @Field(() => DateScalar, { description: 'The first day on which it hangs there (từ ngày).' })
  on!: Day;

  @Field(() => String, { description: 'The code of the unit above (mã tổ chức cấp trên).' })
  parent!: string;

  @Field(() => OrganizationKindEnum, {
    nullable: true,
    description: 'As what it hangs there (loại tổ chức); as before where absent.',
  })
  kind?: OrganizationKind | null;
}

@InputType({ description: 'Opens an organisation (thành lập).' })
export class OpenOrganizationInput extends DecidedInput {
  @Field(() => String, { description: NEW_CODE })
  code!: string;

  @Field(() => String, { description: NAME })
  name!: string;

  @Field(() => OrganizationKindEnum, { description: 'Its kind (loại tổ chức).' })
  kind!: OrganizationKind;

  @Field(() => String, { description: 'The code of the unit above (mã tổ chức cấp trên).' })
  parent!: string;

  @Field(() => [LaterPlaceInput], {
    nullable: true,
    description:
      'Where it hangs later (các nơi trực thuộc về sau), in the order of time: for one that is entered late.',
  })
  then?: LaterPlaceInput[] | null;
}

@InputType({ description: 'Closes an organisation that nothing takes the place of (kết thúc hoạt động).' })
export class CloseOrganizationInput extends DecidedInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => MemberDistributionInput, { nullable: true, description: MEMBERS })
  members?: MemberDistributionInput | null;
}

@InputType({ description: 'Moves an organisation under another one (chuyển giao về trực thuộc).' })
export class MoveOrganizationInput extends DecidedInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: 'The code of the unit above from then on (mã tổ chức cấp trên mới).' })
  parent!: string;

  @Field(() => OrganizationKindEnum, {
    nullable: true,
    description: 'As what it hangs there (loại tổ chức); as before where absent.',
  })
  kind?: OrganizationKind | null;
}

@InputType({ description: 'Renames an organisation (đổi tên).' })
export class RenameOrganizationInput extends DecidedInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => String, { description: 'The new name (tên mới).' })
  name!: string;
}

@InputType({
  description:
    'Merges organisations into one (sáp nhập, hợp nhất), with all that hangs below them and all their members.',
})
export class MergeOrganizationsInput extends DecidedInput {
  @Field(() => [String], { description: 'Codes of those that become one (các tổ chức sáp nhập).' })
  codes!: string[];

  @Field(() => NewOrganizationInput, {
    description: 'What they become (tổ chức nhận sáp nhập): a new one, or by its code alone one that is open.',
  })
  into!: NewOrganizationInput;
}

@InputType({ description: 'Splits an organisation (chia, tách).' })
export class SplitOrganizationInput extends DecidedInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => [SplitPartInput], { description: 'The parts (các tổ chức sau khi chia, tách).' })
  into!: SplitPartInput[];

  @Field(() => MemberDistributionInput, { nullable: true, description: MEMBERS })
  members?: MemberDistributionInput | null;

  @Field(() => String, {
    nullable: true,
    description: 'The part that gets the units below that no part names (phần nhận các tổ chức còn lại).',
  })
  rest?: string | null;
}

@InputType({
  description:
    'Turns a cell into a committee, or a committee into a cell (chuyển đổi mô hình): a new organisation with a new code.',
})
export class ConvertOrganizationInput extends DecidedInput {
  @Field(() => String, { description: CODE })
  code!: string;

  @Field(() => NewOrganizationInput, {
    description: 'What it becomes (tổ chức sau chuyển đổi), with its kind and name.',
  })
  into!: NewOrganizationInput;

  @Field(() => [NewCellInput], { nullable: true, description: 'The cells of a new committee (các chi bộ trực thuộc).' })
  cells?: NewCellInput[] | null;

  @Field(() => MemberDistributionInput, { nullable: true, description: MEMBERS })
  members?: MemberDistributionInput | null;
}
