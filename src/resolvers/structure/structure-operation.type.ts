import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { StructureOperationKind } from '../../facts/structure/structure-operation.ts';
import type { Day } from '../../periods/day.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DateScalar } from '../scalars/date.ts';
import { StructureOperationKindEnum } from './enums.ts';

@Access('PUBLIC')
@ObjectType({ description: 'A change of the structure, as it was decided (quyết định sắp xếp tổ chức).' })
export class StructureOperation {
  @Field(() => ID, { description: 'Stable identifier (mã định danh).' })
  id!: string;

  @Field(() => StructureOperationKindEnum, { description: 'What was done (hình thức).' })
  kind!: StructureOperationKind;

  @Field(() => DateScalar, { description: 'The first day on which it is so (ngày có hiệu lực).' })
  on!: Day;

  @Field(() => String, { description: 'Number of the decision (số quyết định).' })
  decision!: string;
}

@Access('ADMINISTRATOR')
@ObjectType({ description: 'A change of the structure that was made (kết quả sắp xếp tổ chức).' })
export class StructureChange {
  @Field(() => StructureOperation, { description: 'The operation (quyết định sắp xếp).' })
  operation!: StructureOperation;

  @Field(() => [PartyOrganization], {
    description: 'What it made or changed, as of after it (các tổ chức thay đổi), by code.',
  })
  organizations!: PartyOrganization[];

  @Field(() => Int, { description: 'How many members it took into other cells (số đảng viên chuyển sinh hoạt).' })
  membersMoved!: number;
}
