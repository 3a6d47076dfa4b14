import { Directive, Field, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';

@Access('PUBLIC')
@Directive('@key(fields: "codeList code")')
@ObjectType({ description: 'A unit of state administration (đơn vị hành chính): the join with other agencies.' })
export class AdministrativeUnit {
  @Field(() => String, {
    description:
      'The list that the code is of (danh mục mã): VN-2024 until 30 June 2025, VN-2025 from 1 July 2025. The same code names different places in the two.',
  })
  codeList!: string;

  @Field(() => String, { description: 'The code (mã số): a string, leading zeros count.' })
  code!: string;

  @Field(() => String, { description: 'The name (tên gọi).' })
  name!: string;

  /** Id of the organisation that belongs to it. */
  organizationId!: number | null;
}
