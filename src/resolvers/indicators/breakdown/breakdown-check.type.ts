import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';
import { Access } from '../../../access/level.ts';
import type { Bound } from '../../../rollup/bounds.ts';
import type { Agreement, PartsCheck } from '../../../rollup/breakdown.ts';
import { enumOf } from '../../enum-of.ts';
import { DerivedFigure } from '../derived/derived-figure.type.ts';
import { Dimension } from '../dimension.type.ts';
import { QualifierEnum } from '../enums.ts';
import { IndicatorValue } from '../indicator-value.type.ts';
import { BreakdownCell } from './breakdown-cell.type.ts';

const AGREEMENTS = ['AGREES', 'DIFFERS', 'INCOMPLETE', 'NO_TOTAL', 'NOT_ADDITIVE'] as const satisfies Agreement[];
const PartsAgreementEnum = enumOf(AGREEMENTS);
registerEnumType(PartsAgreementEnum, {
  name: 'PartsAgreement',
  description: 'How the parts of a figure stand to its total (đối chiếu các phần với tổng).',
  valuesConfig: {
    AGREES: { description: 'They add up to it, as far as bounds say (khớp).' },
    DIFFERS: { description: 'They cannot add up to it (không khớp).' },
    INCOMPLETE: { description: 'They leave a rest, and not all parts were reported (chưa đủ các phần).' },
    NO_TOTAL: { description: 'Nobody reported the total (không có tổng).' },
    NOT_ADDITIVE: { description: 'Parts of these dimensions do not make a total (các phần không cộng được).' },
  },
});

/** Parts held against their total: what both check types have. */
@Access('PUBLIC')
@ObjectType({
  description: 'Some parts of a figure held against their total (đối chiếu một nhóm phần với tổng của nhóm).',
})
export class BreakdownMargin {
  constructor(
    private readonly check: PartsCheck,
    dimensions: Dimension[],
    total: IndicatorValue,
    cells: BreakdownCell[],
  ) {
    this.dimensions = dimensions;
    this.total = total;
    this.cells = cells;
  }

  @Field(() => [Dimension], {
    description: 'What all these parts have in common (giá trị phân tổ chung); empty for the whole.',
  })
  readonly dimensions: Dimension[];

  @Field(() => IndicatorValue, { description: 'The figure that is divided (tổng).' })
  readonly total: IndicatorValue;

  @Field(() => [BreakdownCell], { description: 'All parts that there is a figure for (các phần).' })
  readonly cells: BreakdownCell[];

  @Field(() => [BreakdownCell], {
    description: 'The parts that are added (các phần được cộng): where one covers another, only the first.',
  })
  get taken(): BreakdownCell[] {
    const taken = new Set(this.check.taken.map((part) => part.dimensions));
    return this.cells.filter((cell) => taken.has(cell.value.question.dimensions));
  }

  @Field(() => Float, {
    nullable: true,
    description: 'What the parts add up to (tổng các phần); null where they don’t add up, or there are none.',
  })
  get sum(): number | null {
    return this.check.sum?.value ?? null;
  }

  @Field(() => QualifierEnum, { description: 'Whether the sum is exact or a bound (mức chính xác của tổng các phần).' })
  get sumQualifier(): Bound {
    return this.check.sum?.qualifier ?? 'EXACT';
  }

  @Field(() => Float, { nullable: true, description: 'sum less total (chênh lệch); null unless both are there.' })
  get difference(): number | null {
    return this.check.difference;
  }

  @Field(() => QualifierEnum, {
    nullable: true,
    description:
      'Whether the difference is exact or a bound (mức chính xác của chênh lệch); null where bounds leave it open.',
  })
  get differenceQualifier(): Bound | null {
    return this.check.differenceQualifier;
  }

  @Field(() => PartsAgreementEnum, { description: 'How the parts stand to the total (kết quả đối chiếu).' })
  get agreement(): Agreement {
    return this.check.agreement;
  }
}

@Access('PUBLIC')
@ObjectType({ description: 'A part that nobody reported, and what follows for it from the others (phần suy ra).' })
export class DerivedCell {
  @Field(() => [Dimension], { description: 'The values of the dimensions (các giá trị phân tổ).' })
  dimensions!: Dimension[];

  @Field(() => DerivedFigure, { description: 'What follows (số liệu suy ra).' })
  derived!: DerivedFigure;
}

@Access('PUBLIC')
@ObjectType({
  description:
    'A breakdown with its proof (phân tổ và đối chiếu): parts and totals held against each other, and what follows for the parts in between.',
})
export class BreakdownCheck {
  @Field(() => BreakdownMargin, { description: 'All parts against the whole (toàn bộ).' })
  whole!: BreakdownMargin;

  @Field(() => [BreakdownMargin], {
    description: 'Of several dimensions: the parts of each line against the line’s own figure (các tổng biên).',
  })
  margins!: BreakdownMargin[];

  @Field(() => [DerivedCell], {
    description: 'Parts that nobody reported and that follow from totals and other parts (các phần suy ra).',
  })
  derived!: DerivedCell[];
}
