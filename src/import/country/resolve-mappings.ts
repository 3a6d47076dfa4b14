import type { ListedUnit, Lists, Mapping } from './lists.ts';
import { newSideFinder } from './new-side.ts';
import type { OldGazetteer } from './old-gazetteer.ts';
import { only } from './only.ts';
import type { MappingOutcome } from './types.ts';

/** What one mapping row came to: which listed commune it says went into which new one. */
export interface ResolvedMapping {
  readonly mapping: Mapping;
  readonly outcome: MappingOutcome;
  readonly oldCommune: ListedUnit | undefined;
  readonly newCommune: ListedUnit | undefined;
  /** Whether the new commune’s own code told, not only its name. */
  readonly newByCode: boolean;
}

interface OldSide {
  readonly outcome: MappingOutcome;
  readonly commune?: ListedUnit | undefined;
}

/** New communes by old commune’s code. */
type Links = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Fits every mapping row to the lists; each row gets exactly one outcome:
 *
 * 1. `BY_CODE`: its old code is listed.
 * 2. `BY_FULL_NAME`: its old name with its rank is one commune’s in the district that it names.
 * 3. `BY_PLACE_NAME`: so is its name without rank and diacritics, and rows of kinds 1 and 2 name no successor
 *    of that commune. Where they do, the row either `CONFIRMS` them, or speaks of an
 *    `OTHER_UNIT_OF_THAT_NAME` (as the commune beside the town of one name) and is not taken.
 * 4. `OLD_UNIT_NOT_LISTED`: a unit older or newer than the list.
 */
export function resolveMappings(lists: Lists, gazetteer: OldGazetteer): ResolvedMapping[] {
  const newSide = newSideFinder(lists);
  const first = lists.mappings.map((mapping) => {
    const { commune, byCode } = newSide(mapping);
    const old = commune === undefined ? NEW_UNIT_NOT_LISTED : exactOldSide(mapping, gazetteer);
    return combine(mapping, old, commune, byCode);
  });
  const links = linksOf(first);
  return first.map((resolved) =>
    resolved.outcome === 'OLD_UNIT_NOT_LISTED'
      ? { ...resolved, ...looseOldSide(resolved, links, gazetteer) }
      : resolved,
  );
}

const NEW_UNIT_NOT_LISTED: OldSide = { outcome: 'NEW_UNIT_NOT_LISTED' };

function combine(
  mapping: Mapping,
  { outcome, commune }: OldSide,
  newCommune: ListedUnit | undefined,
  newByCode: boolean,
): ResolvedMapping {
  return { mapping, outcome, oldCommune: commune, newCommune, newByCode };
}

function exactOldSide(mapping: Mapping, gazetteer: OldGazetteer): OldSide {
  if (mapping.oldCode === null && mapping.oldName === null) return { outcome: 'NO_OLD_UNIT' };
  const coded = mapping.oldCode === null ? undefined : gazetteer.commune(mapping.oldCode);
  if (coded !== undefined) return { outcome: 'BY_CODE', commune: coded };
  const named = only(gazetteer.withFullName(mapping));
  if (named !== undefined) return { outcome: 'BY_FULL_NAME', commune: named };
  return { outcome: 'OLD_UNIT_NOT_LISTED' };
}

function looseOldSide(
  { mapping, newCommune }: ResolvedMapping,
  links: Links,
  gazetteer: OldGazetteer,
): Partial<ResolvedMapping> {
  const candidates = gazetteer.withPlaceName(mapping);
  const target = newCommune?.code ?? '';
  const confirmed = candidates.find(({ code }) => links.get(code)?.has(target));
  if (confirmed !== undefined) return { outcome: 'CONFIRMS', oldCommune: confirmed };
  const unlinked = only(candidates);
  if (unlinked === undefined) return {};
  if (links.has(unlinked.code)) return { outcome: 'OTHER_UNIT_OF_THAT_NAME' };
  return { outcome: 'BY_PLACE_NAME', oldCommune: unlinked };
}

/** The new communes that rows already fitted name, by old commune. */
export function linksOf(resolved: readonly ResolvedMapping[]): Map<string, Set<string>> {
  const links = new Map<string, Set<string>>();
  for (const { oldCommune, newCommune } of resolved) {
    if (oldCommune === undefined || newCommune === undefined) continue;
    links.set(oldCommune.code, (links.get(oldCommune.code) ?? new Set()).add(newCommune.code));
  }
  return links;
}
