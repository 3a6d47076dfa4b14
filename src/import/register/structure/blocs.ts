import { REFORM } from '../calendar.ts';
import { BINH_DINH_BLOC } from '../published.ts';
import type { Random } from '../random/random.ts';
import type { Coverage } from '../scale.ts';
import type { CountryTree } from './country-tree.ts';
import type { NewSuccession, NewUnit } from './unit.ts';

/** The blocs of a province: 1 the agencies', 2 the enterprises'. */
export type BlocNumber = 1 | 2;

const NAMES: Readonly<Record<BlocNumber, { before: string; since: string }>> = {
  1: { before: 'Đảng bộ Khối các cơ quan', since: 'Đảng bộ các cơ quan' },
  2: { before: 'Đảng bộ Khối các doanh nghiệp', since: 'Đảng bộ các doanh nghiệp' },
};

const TWO_BLOCS = 0.6;

/** `K52-01` of T52 */
export const blocCode = (province: string, number: BlocNumber): string => `K${province.slice(1)}-0${number}`;

/** `2025-K52-01`: the bloc of the province that the territory is in since the reform. */
export function blocCodeSince(tree: CountryTree, province: string, number: BlocNumber): string {
  const since = tree.provinceSince(province).replace(/^2025-/, '');
  return `2025-${blocCode(since, number)}`;
}

export function blocName(tree: CountryTree, province: string, number: BlocNumber, when: 'before' | 'since'): string {
  return `${NAMES[number][when]} ${tree.placeOf(province)}`;
}

/** Which blocs a province has at a scale. */
export function blocsOf(coverage: Coverage, province: string, random: Random): BlocNumber[] {
  const density = coverage.density(province);
  if (province === BINH_DINH_BLOC.province || density === 'THIN') return density === 'FULL' ? [1, 2] : [1];
  if (density === 'PUBLISHED') return [];
  return random.chance(TWO_BLOCS) ? [1, 2] : [1];
}

/** The blocs that took over from those of several provinces, and the links to them. */
export function blocsSince(
  tree: CountryTree,
  blocs: ReadonlyMap<string, readonly BlocNumber[]>,
): { units: NewUnit[]; successions: NewSuccession[] } {
  const before = [...blocs].flatMap(([province, numbers]) => numbers.map((number) => ({ province, number })));
  const heirs = Map.groupBy(before, ({ province, number }) => blocCodeSince(tree, province, number));
  const units = [...heirs].map(([code, origins]): NewUnit => {
    const { province, number } = origins[0] as (typeof origins)[number];
    const parent = tree.provinceSince(province);
    return {
      code,
      name: blocName(tree, parent, number, 'since'),
      openedOn: REFORM,
      closedOn: null,
      placements: [{ parent, kind: 'BLOC', from: REFORM, to: null }],
    };
  });
  const successions = [...heirs].flatMap(([to, origins]) =>
    origins.map(({ province, number }): NewSuccession => ({
      from: blocCode(province, number),
      to,
      kind: origins.length > 1 ? 'MERGED' : 'CONVERTED',
      on: REFORM,
    })),
  );
  return { units, successions };
}
