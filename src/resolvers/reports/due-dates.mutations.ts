import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access, requireAdministrator } from '../../access/level.ts';
import { defineIndicatorSet, setDueDate } from '../../import/reports/due-dates.ts';
import { organizationUnknown } from '../../import/structure/refusals.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { DueDateInput, IndicatorSetInput } from './inputs.ts';
import { IndicatorSet } from './indicator-set.type.ts';
import { setOf } from './find.ts';

/** Which indicators are reported together, and by which day. */
@Resolver()
export class DueDatesMutationsResolver {
  @Access('ADMINISTRATOR')
  @Mutation(() => IndicatorSet, {
    description: 'Takes a set of indicators that are reported together (khai báo biểu mẫu). For an administrator.',
  })
  async defineIndicatorSet(
    @Arg('input', () => IndicatorSetInput, { description: 'The set (biểu mẫu).' }) input: IndicatorSetInput,
    @Ctx() context: RequestContext,
  ): Promise<IndicatorSet> {
    requireAdministrator(context);
    for (const code of input.indicators) context.snapshot.catalogue.get(code);
    await defineIndicatorSet(context.changes.em(), input);
    const { catalogue } = await context.changes.after();
    return new IndicatorSet(setOf(catalogue, input.code));
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => Boolean, {
    description:
      'Says by which day reports are due (đặt thời hạn báo cáo): what is late follows from it at once. For an administrator.',
  })
  async setDueDate(
    @Arg('input', () => DueDateInput, { description: 'What is due when (thời hạn).' }) input: DueDateInput,
    @Ctx() context: RequestContext,
  ): Promise<boolean> {
    requireAdministrator(context);
    const { tree, catalogue } = context.snapshot;
    const unit = input.unit == null ? null : tree.byCode(input.unit);
    if (unit === undefined) throw organizationUnknown(String(input.unit));
    await setDueDate(context.changes.em(), {
      set: input.set == null ? null : setOf(catalogue, input.set).code,
      periodKind: input.periodKind ?? null,
      days: input.days ?? null,
      period: input.period ?? null,
      organizationId: unit?.id ?? null,
      dueOn: input.dueOn ?? null,
      reason: input.reason ?? null,
    });
    await context.changes.after();
    return true;
  }
}
