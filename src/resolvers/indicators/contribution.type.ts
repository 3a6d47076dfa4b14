import { registerEnumType, Field, Float, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Amount } from '../../rollup/amount.ts';
import type { Fact } from '../../rollup/fact.ts';
import type { Side } from '../../rollup/grounds.ts';
import { connectionType } from '../connections/connection-type.ts';
import { enumOf } from '../enum-of.ts';
import { Dimension, dimensionList } from './dimension.type.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';

const CONTRIBUTION_SIDES = ['WHOLE', 'NUMERATOR', 'DENOMINATOR'] as const satisfies Side[];
export const ContributionSideEnum = enumOf(CONTRIBUTION_SIDES);
registerEnumType(ContributionSideEnum, {
  name: 'ContributionSide',
  description: 'Which side of a figure a contribution goes into (phần của số liệu).',
  valuesConfig: {
    WHOLE: { description: 'The figure itself (toàn bộ).' },
    NUMERATOR: { description: 'The numerator of a share that is recomputed (tử số).' },
    DENOMINATOR: { description: 'The denominator of a share that is recomputed (mẫu số).' },
  },
});

@Access('PUBLIC')
@ObjectType({ description: 'A unit and its figure that goes into another (phần đóng góp).' })
export class Contribution {
  constructor(
    organization: PartyOrganization,
    private readonly amount: Amount,
    readonly fact: Fact | undefined,
    side: Side,
  ) {
    this.organization = organization;
    this.side = side;
  }

  @Field(() => PartyOrganization, { description: 'The unit (tổ chức đảng).' })
  readonly organization: PartyOrganization;

  @Field(() => ContributionSideEnum, { description: 'Which side of the figure it goes into (phần của số liệu).' })
  readonly side: Side;

  @Field(() => Float, { description: 'Its figure (giá trị).' })
  get value(): number {
    return this.amount.value ?? 0;
  }

  @Field(() => Float, { nullable: true, description: 'The numerator that came with it (tử số).' })
  get numerator(): number | null {
    return this.amount.numerator;
  }

  @Field(() => Float, { nullable: true, description: 'The denominator that came with it (mẫu số).' })
  get denominator(): number | null {
    return this.amount.denominator;
  }

  @Field(() => [Dimension], {
    description: 'Which part it is of (các giá trị phân tổ): a total may have been reported in parts alone.',
  })
  get dimensions(): Dimension[] {
    return dimensionList(this.fact?.dimensions ?? {});
  }
}

export const ContributionConnection = connectionType(
  'Contribution',
  () => Contribution,
  'contributions (các phần đóng góp)',
);
