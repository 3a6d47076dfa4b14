import { Field, Float, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { Answer } from '../../rollup/answer.ts';
import type { Bound } from '../../rollup/bounds.ts';
import type { Grounds } from '../../rollup/grounds.ts';
import type { ValueQuestion } from '../../loaders/values.ts';
import { askedUnit } from '../../loaders/values.ts';
import type { Day } from '../../periods/day.ts';
import type { Period } from '../../periods/period.ts';
import type { Unit } from '../../tree/unit.ts';
import { PartyOrganization } from '../organizations/party-organization.type.ts';
import { DateScalar } from '../scalars/date.ts';
import { PeriodScalar } from '../scalars/period.ts';
import type { ValueStatus } from './enums.ts';
import { QualifierEnum, ValueStatusEnum } from './enums.ts';

@Access('PUBLIC')
@ObjectType({
  description: 'The figure of an indicator for a unit and a period (giá trị chỉ tiêu), with what it rests on.',
})
export class IndicatorValue {
  constructor(
    organization: PartyOrganization,
    readonly question: ValueQuestion,
    readonly grounds: Grounds,
    private readonly answer: Answer,
  ) {
    this.organization = organization;
  }

  /** The unit as the figures know it. */
  get unit(): Unit {
    return askedUnit(this.organization.unit, this.question);
  }

  @Field(() => PartyOrganization, { description: 'The unit (tổ chức đảng).' })
  readonly organization: PartyOrganization;

  @Field(() => PeriodScalar, { description: 'The period asked for (kỳ), in its canonical form.' })
  get period(): Period {
    return this.question.period;
  }

  @Field(() => Float, {
    nullable: true,
    description:
      'The figure (giá trị). Null when there is none: `status` says why. Zero is a reported or counted zero. A ratio is in percent.',
  })
  get value(): number | null {
    return this.answer.value;
  }

  @Field(() => ValueStatusEnum, { description: 'Whether there is a value, and why not (tình trạng số liệu).' })
  get status(): ValueStatus {
    return this.answer.status;
  }

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no value, in words (lý do); null where there is one.',
  })
  get statusReason(): string | null {
    return this.answer.statusReason;
  }

  @Field(() => QualifierEnum, { description: 'Exact, or a bound (mức chính xác).' })
  get qualifier(): Bound {
    return this.answer.qualifier;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'What is divided (tử số), where the value is a ratio with known parts.',
  })
  get numerator(): number | null {
    return this.answer.numerator;
  }

  @Field(() => Float, { nullable: true, description: 'What it is divided by (mẫu số).' })
  get denominator(): number | null {
    return this.answer.denominator;
  }

  @Field(() => Float, { nullable: true, description: 'What the unit itself reported (số liệu tự báo cáo).' })
  get reported(): number | null {
    return this.answer.reported;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'What is below it adds up to, or what its parts give (số liệu tổng hợp).',
  })
  get rolledUp(): number | null {
    return this.answer.rolledUp;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'reported less rolledUp (chênh lệch); null unless both are there.',
  })
  get discrepancy(): number | null {
    return this.answer.discrepancy;
  }

  @Field(() => QualifierEnum, {
    nullable: true,
    description:
      'Whether the discrepancy is exact or a bound (mức chính xác của chênh lệch); null where there is none, or the bounds of both sides leave it open.',
  })
  get discrepancyQualifier(): Bound | null {
    return this.answer.discrepancyQualifier;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The last day that the figure speaks of (ngày của số liệu): a stock may have been reported before the period’s end. Where reports of several units go into it, the latest of their days.',
  })
  get asOf(): Day | null {
    return this.answer.asOf;
  }

  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Where reports of several units and days go into the figure, the earliest of their last days (ngày sớm nhất của số liệu).',
  })
  get asOfEarliest(): Day | null {
    return this.answer.asOfEarliest;
  }
}
