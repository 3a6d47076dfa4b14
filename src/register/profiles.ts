/** The attributes of members that figures are divided by. */
export const PROFILE_DIMENSIONS = ['SEX', 'ETHNICITY', 'EDUCATION', 'POLITICAL_THEORY', 'OCCUPATION'] as const;
export type ProfileDimension = (typeof PROFILE_DIMENSIONS)[number];

/** How many filters are kept ready. */
const MAX_MASKS = 1000;

/** Combinations of attributes by number: some thousands serve for millions of members. */
export class Profiles {
  private readonly numbers = new Map<string, number>();
  private readonly parts: (readonly string[])[] = [];
  private readonly masks = new Map<string, Uint8Array>();

  /** The number of a combination, whose parts are joined by | in the order of PROFILE_DIMENSIONS. */
  numberOf(joined: string): number {
    const known = this.numbers.get(joined);
    if (known !== undefined) return known;
    const number = this.parts.length;
    this.numbers.set(joined, number);
    this.parts.push(joined.split('|'));
    this.masks.clear();
    return number;
  }

  get size(): number {
    return this.parts.length;
  }

  /** The value that a combination has in a dimension. */
  valueOf(number: number, dimension: ProfileDimension): string {
    return this.parts[number]?.[PROFILE_DIMENSIONS.indexOf(dimension)] ?? '';
  }

  /** For each combination 1 where it has all the wanted values, else 0. */
  mask(wanted: ReadonlyMap<ProfileDimension, string>): Uint8Array {
    const key = [...wanted].join('|');
    const known = this.masks.get(key);
    if (known) return known;
    if (this.masks.size >= MAX_MASKS) this.masks.clear();
    const made = this.makeMask(wanted);
    this.masks.set(key, made);
    return made;
  }

  private makeMask(wanted: ReadonlyMap<ProfileDimension, string>): Uint8Array {
    return Uint8Array.from(this.parts, (_, number) => {
      for (const [dimension, value] of wanted) if (this.valueOf(number, dimension) !== value) return 0;
      return 1;
    });
  }
}
