import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { Access, requireAdministrator } from '../../access/level.ts';
import type { CatalogueEntries } from '../../import/catalogue/entry.ts';
import { CatalogueRefused } from '../../import/catalogue/problem.ts';
import { takeEntries } from '../../import/catalogue/take.ts';
import type { RequestContext } from '../../loaders/context.ts';
import { Indicator } from '../indicators/indicator.type.ts';
import { dimensionEntry, indicatorEntry } from './entries.ts';
import { DimensionInput, IndicatorInput } from './inputs.ts';
import type { CatalogueProblem } from './payloads.ts';
import { DefineDimensionPayload, DefineIndicatorPayload } from './payloads.ts';

/** The catalogue grows without a deployment. */
@Resolver()
export class CatalogueResolver {
  @Access('ADMINISTRATOR')
  @Mutation(() => DefineIndicatorPayload, {
    description:
      'Takes an indicator into the catalogue (khai báo chỉ tiêu), new or in the place of the one that has its code. For an administrator.',
  })
  async defineIndicator(
    @Arg('input', () => IndicatorInput, { description: 'The indicator (chỉ tiêu).' }) input: IndicatorInput,
    @Ctx() context: RequestContext,
  ): Promise<DefineIndicatorPayload> {
    const userErrors = await take(context, () => ({ indicators: [indicatorEntry(input)], dimensions: [], rules: [] }));
    const { catalogue } = await context.changes.after();
    return { indicator: userErrors.length === 0 ? new Indicator(catalogue.get(input.code)) : null, userErrors };
  }

  @Access('ADMINISTRATOR')
  @Mutation(() => DefineDimensionPayload, {
    description:
      'Takes a dimension into the catalogue (khai báo phân tổ), new or in the place of the one that has its name. For an administrator.',
  })
  async defineDimension(
    @Arg('input', () => DimensionInput, { description: 'The dimension (phân tổ).' }) input: DimensionInput,
    @Ctx() context: RequestContext,
  ): Promise<DefineDimensionPayload> {
    const userErrors = await take(context, () => ({ indicators: [], dimensions: [dimensionEntry(input)], rules: [] }));
    return { name: userErrors.length === 0 ? input.name : null, userErrors };
  }
}

/** Writes entries; what refuses them is given back, since it is the user's to mend. */
async function take(context: RequestContext, entries: () => CatalogueEntries): Promise<readonly CatalogueProblem[]> {
  requireAdministrator(context);
  try {
    await takeEntries(context.changes.em(), entries());
    return [];
  } catch (error) {
    if (error instanceof CatalogueRefused) return error.problems;
    throw error;
  }
}
