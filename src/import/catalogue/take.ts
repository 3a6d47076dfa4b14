import type { EntityManager } from '@mikro-orm/postgresql';
import { entitiesInTransaction } from '../../database/transaction.ts';
import { Dimension, IndicatorDimensionLink } from '../../facts/indicators/dimension.entity.ts';
import { Indicator } from '../../facts/indicators/indicator.entity.ts';
import { ValidationRule } from '../../facts/indicators/validation-rule.entity.ts';
import type { KnownCatalogue } from './check.ts';
import { checkEntries } from './check.ts';
import type { CatalogueEntries } from './entry.ts';
import { CatalogueRefused } from './problem.ts';
import { CATALOGUE_LOCK } from './tables.ts';

/**
 * Takes entries into the catalogue, new or in the place of what has their code: all of them in one transaction, or
 * none. The journal tells every server.
 * @throws CatalogueRefused with all reasons
 */
export async function takeEntries(em: EntityManager, entries: CatalogueEntries): Promise<void> {
  await entitiesInTransaction(em, async (inside) => {
    await inside
      .getConnection()
      .execute(`select pg_advisory_xact_lock(${CATALOGUE_LOCK})`, [], 'run', inside.getTransactionContext());
    const problems = checkEntries(await knownCatalogue(inside, entries), entries);
    if (problems.length > 0) throw new CatalogueRefused(problems);
    await write(inside, entries);
  });
}

const WITH_FACTS = `
  select i.code from indicator i
  where i.code in (select jsonb_array_elements_text(?::jsonb)) and exists (select from observation o where o.indicator_code = i.code)`;

async function knownCatalogue(em: EntityManager, entries: CatalogueEntries): Promise<KnownCatalogue> {
  const [indicators, dimensions, links, withFacts] = [
    await em.find(Indicator, {}),
    await em.find(Dimension, {}),
    await em.find(IndicatorDimensionLink, {}),
    await em
      .getConnection()
      .execute<{ code: string }[]>(
        WITH_FACTS,
        [JSON.stringify(entries.indicators.map(({ code }) => code))],
        'all',
        em.getTransactionContext(),
      ),
  ];
  const linksByCode = Map.groupBy(links, (link) => link.indicator.code);
  return {
    indicators: indicators.map(({ code, kind, definition }) => ({
      code,
      kind,
      definition,
      dimensions: (linksByCode.get(code) ?? []).map(({ dimension, addsUp }) => ({ name: dimension.name, addsUp })),
    })),
    dimensions: dimensions.map(({ name, closed, valueList }) => ({ name, closed, values: valueList })),
    withFacts: new Set(withFacts.map(({ code }) => code)),
  };
}

async function write(em: EntityManager, { indicators, dimensions, rules }: CatalogueEntries): Promise<void> {
  for (const { values, ...dimension } of dimensions)
    await em.upsert(Dimension, { ...dimension, valueList: [...values] });
  for (const { dimensions: divided, ...indicator } of indicators) {
    await em.upsert(Indicator, indicator);
    await em.nativeDelete(IndicatorDimensionLink, { indicator: indicator.code });
    for (const { name, addsUp } of divided)
      await em.insert(IndicatorDimensionLink, { indicator: indicator.code, dimension: name, addsUp });
  }
  for (const rule of rules) await em.upsert(ValidationRule, rule);
}
