import { Field, Float, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';
import type { ObservationRole, Qualifier } from '../../facts/indicators/indicator.ts';
import type { FigureState } from '../../facts/reports/report.ts';
import type { ObservationRow } from '../../loaders/observations.ts';
import { parsePeriod } from '../../periods/parse.ts';
import type { Period, PeriodUnit } from '../../periods/period.ts';
import { connectionType } from '../connections/connection-type.ts';
import { Dimension, dimensionList } from '../indicators/dimension.type.ts';
import type { ValueStatus } from '../indicators/enums.ts';
import {
  FigureStateEnum,
  ObservationRoleEnum,
  PeriodUnitEnum,
  QualifierEnum,
  ValueStatusEnum,
} from '../indicators/enums.ts';
import { DateTimeScalar } from '../scalars/date-time.ts';
import { PeriodScalar } from '../scalars/period.ts';

@Access('PUBLIC')
@ObjectType({
  description: 'A fact as it was reported (số liệu báo cáo). A correction is a further one that became known later.',
})
export class Observation {
  /** @param isWithheld whether its figures are not for the viewer */
  constructor(
    readonly row: ObservationRow,
    readonly isWithheld: boolean,
  ) {}

  @Field(() => PeriodScalar, {
    nullable: true,
    description:
      'What time it is about (kỳ); null where the report gives none: such a fact is listed and never rolled up.',
  })
  get period(): Period | null {
    return this.row.periodKey === null ? null : parsePeriod(this.row.periodKey);
  }

  @Field(() => PeriodUnitEnum, {
    nullable: true,
    description: 'The figure is for each of these within the period (cho mỗi): nine a year over a term.',
  })
  get per(): PeriodUnit | null {
    return this.row.per;
  }

  @Field(() => ObservationRoleEnum, { description: 'Actual or target (vai trò).' })
  get role(): ObservationRole {
    return this.row.role;
  }

  @Field(() => [Dimension], { description: 'Which part it is of (các giá trị phân tổ); empty for the whole.' })
  get dimensions(): Dimension[] {
    return dimensionList(this.row.dimensions);
  }

  @Field(() => Float, {
    nullable: true,
    description: 'The figure (giá trị); of a ratio, in percent. Null where only its parts were given.',
  })
  get value(): number | null {
    return this.isWithheld ? null : this.row.value;
  }

  @Field(() => Float, { nullable: true, description: 'What is divided (tử số), as reported.' })
  get numerator(): number | null {
    return this.isWithheld ? null : this.row.numerator;
  }

  @Field(() => Float, { nullable: true, description: 'What it is divided by (mẫu số), as reported.' })
  get denominator(): number | null {
    return this.isWithheld ? null : this.row.denominator;
  }

  @Field(() => QualifierEnum, { description: 'Exact, or a bound (mức chính xác).' })
  get qualifier(): Qualifier {
    return this.row.qualifier;
  }

  @Field(() => ValueStatusEnum, {
    description:
      'OBSERVED, or SUPPRESSED (trạng thái giá trị): figures of people that were approved and never published are for officers of the unit and of those above it.',
  })
  get status(): ValueStatus {
    return this.isWithheld ? 'SUPPRESSED' : 'OBSERVED';
  }

  @Field(() => DateTimeScalar, { description: 'When it became known (thời điểm biết).' })
  get knownAt(): Date {
    return new Date(this.row.knownAt);
  }

  @Field(() => String, { nullable: true, description: 'What is to be known beside it (ghi chú).' })
  get note(): string | null {
    return this.isWithheld ? null : this.row.note;
  }

  @Field(() => FigureStateEnum, {
    description: 'How it came to count (trạng thái số liệu): APPROVED by the level above, or PUBLISHED in a document.',
  })
  get state(): FigureState {
    return this.row.state;
  }

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When a later version of its report took its place (thời điểm được thay thế); null while it stands.',
  })
  get replacedAt(): Date | null {
    return this.row.replacedAt === null ? null : new Date(this.row.replacedAt);
  }
}

export const ObservationConnection = connectionType(
  'Observation',
  () => Observation,
  'reported facts (các số liệu báo cáo)',
);
