import { registerEnumType, Field, Float, ObjectType } from 'type-graphql';
import type { Fact } from '../../rollup/fact.ts';
import { connectionType } from '../connections/connection-type.ts';
import { enumOf } from '../enum-of.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';

export const CONTRIBUTION_SIDES = ['WHOLE', 'NUMERATOR', 'DENOMINATOR'] as const;
export type ContributionSide = (typeof CONTRIBUTION_SIDES)[number];
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

@ObjectType({ description: 'A unit and its figure that goes into another (phần đóng góp).' })
export class Contribution {
  constructor(
    organization: PartyOrganization,
    readonly fact: Fact,
    side: ContributionSide,
  ) {
    this.organization = organization;
    this.side = side;
  }

  @Field(() => PartyOrganization, { description: 'The unit (tổ chức đảng).' })
  readonly organization: PartyOrganization;

  @Field(() => ContributionSideEnum, { description: 'Which side of the figure it goes into (phần của số liệu).' })
  readonly side: ContributionSide;

  @Field(() => Float, { description: 'Its figure (giá trị).' })
  get value(): number {
    return this.fact.value ?? 0;
  }

  @Field(() => Float, { nullable: true, description: 'The numerator that came with it (tử số).' })
  get numerator(): number | null {
    return this.fact.numerator;
  }

  @Field(() => Float, { nullable: true, description: 'The denominator that came with it (mẫu số).' })
  get denominator(): number | null {
    return this.fact.denominator;
  }
}

export const ContributionConnection = connectionType('Contribution', () => Contribution, 'contributions (các phần đóng góp)');
