import type { FactsWanted } from '../../loaders/snapshot/facts.ts';
import type { CoverageCount } from '../../rollup/figure.ts';
import type { Unit } from '../../tree/unit.ts';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { Access } from '../../access/level.ts';

@Access('PUBLIC')
@ObjectType({
  description:
    'How much of a figure is there (mức độ đầy đủ). Every cell lies below exactly one unit that answered, or below one that is missing; the missing one named is the highest with nothing at all below it.',
})
export class Coverage {
  constructor(
    count: CoverageCount,
    readonly listMissing: () => Unit[],
    /** Of what: whose reports may be waiting. */
    readonly wanted: FactsWanted,
  ) {
    this.expected = count.expected;
    this.answered = count.answered;
    this.onTime = count.onTime;
  }

  @Field(() => Int, { description: 'Units expected to answer (số đơn vị phải báo cáo).' })
  readonly expected: number;

  @Field(() => Int, { description: 'Units that answered (số đơn vị đã báo cáo).' })
  readonly answered: number;

  @Field(() => Int, {
    description: 'Units that answered by the due day of the period (số đơn vị báo cáo đúng hạn).',
  })
  readonly onTime: number;

  @Field(() => Float, {
    nullable: true,
    description: 'answered / expected in percent (tỷ lệ báo cáo); null where none is expected.',
  })
  get rate(): number | null {
    return this.expected === 0 ? null : (this.answered * 100) / this.expected;
  }
}
