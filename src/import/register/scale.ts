import type { Scale } from '../../config.ts';

/** A scale at which there is something to make. */
export type RegisterScale = Exclude<Scale, 'none'>;

/** How many organisations a district or bloc gets: all, a few of them, or only those with published figures. */
export type Density = 'FULL' | 'THIN' | 'PUBLISHED';

/** What a scale covers. */
export interface Coverage {
  /** Codes of the provinces until the reform; undefined: all. */
  readonly provinces: readonly string[] | undefined;
  /** How densely a province is filled; units with published figures are whole at any scale. */
  density(province: string): Density;
}

/** The provinces that the five articles are about. */
const PROVINCES_OF_THE_ARTICLES = ['T08', 'T49', 'T52', 'T89'];
const WHOLE_PROVINCE = 'T49';

export const COVERAGE: Readonly<Record<RegisterScale, Coverage>> = {
  demo: { provinces: PROVINCES_OF_THE_ARTICLES, density: () => 'THIN' },
  province: {
    provinces: PROVINCES_OF_THE_ARTICLES,
    density: (province) => (province === WHOLE_PROVINCE ? 'FULL' : 'PUBLISHED'),
  },
  nation: { provinces: undefined, density: () => 'FULL' },
};

/** Whether a text names a scale at which there is something to make. */
export function isRegisterScale(text: string): text is RegisterScale {
  return Object.hasOwn(COVERAGE, text);
}
