import { ArgsType, Field } from 'type-graphql';
import type { Day } from '../../periods/day.ts';
import type { OrganizationKind } from '../../tree/kind.ts';
import { PageArgs } from '../connections/page-arguments.ts';
import { DateScalar } from '../scalars/date.ts';
import { OrganizationKindEnum } from './enums.ts';

export const ON = 'The tree of that day (cây tổ chức vào ngày đó); today’s where absent.';

/** A walk along the tree of a day, by pages. */
@ArgsType()
export class WalkArgs extends PageArgs {
  @Field(() => DateScalar, { nullable: true, description: ON })
  on?: Day | null;
}

/** A walk that takes some kinds only. */
@ArgsType()
export class KindsWalkArgs extends WalkArgs {
  @Field(() => [OrganizationKindEnum], {
    nullable: true,
    description: 'Only of these kinds (chỉ các loại này); all where absent.',
  })
  kinds?: OrganizationKind[] | null;
}
