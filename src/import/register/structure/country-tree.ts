import { placeName } from '../../country/names.ts';
import type { Country } from '../../country/types.ts';

/** The country as the register needs it: what hangs where, and what became of what. */
export class CountryTree {
  private readonly names: ReadonlyMap<string, string>;
  private readonly below: ReadonlyMap<string | null, readonly string[]>;
  private readonly above = new Map<string, string>();
  private readonly next: ReadonlyMap<string, readonly string[]>;

  constructor({ organizations, placements, successions }: Country) {
    this.names = new Map(organizations.map(({ code, name }) => [code, name]));
    const below = Map.groupBy(placements, ({ parent }) => parent);
    this.below = new Map([...below].map(([parent, rows]) => [parent, rows.map(({ code }) => code)]));
    for (const { code, parent } of placements) if (parent !== null) this.above.set(code, parent);
    const next = Map.groupBy(successions, ({ from }) => from);
    this.next = new Map([...next].map(([from, rows]) => [from, rows.flatMap(({ to }) => (to === null ? [] : [to]))]));
  }

  /** Codes of the 63 provinces until the reform, in order. */
  provincesBefore(): string[] {
    return this.childrenOf('VN').filter((code) => code.startsWith('T'));
  }

  /** Codes right below a unit. */
  childrenOf(code: string): readonly string[] {
    return this.below.get(code) ?? [];
  }

  /** The districts of a province until the reform. */
  districtsOf(province: string): string[] {
    return this.childrenOf(province).filter((code) => code.startsWith('H'));
  }

  parentOf(code: string): string {
    const parent = this.above.get(code);
    if (parent === undefined) throw new Error(`Expected a unit above ${code}, but there is none.`);
    return parent;
  }

  /** "huyện Quế Sơn" of "Đảng bộ huyện Quế Sơn". */
  placeOf(code: string): string {
    const name = this.names.get(code);
    if (name === undefined) throw new Error(`Expected ${code} in the country, but it is not there.`);
    return name.replace(/^Đảng bộ /, '');
  }

  /** "Quế Sơn" of "Đảng bộ huyện Quế Sơn". */
  shortPlaceOf(code: string): string {
    return placeName(this.placeOf(code));
  }

  /** The province that a province's territory is in since the reform; itself where it stayed. */
  provinceSince(province: string): string {
    return this.next.get(province)?.[0] ?? province;
  }

  /** The communes that took over from a commune; where no list tells, the one that took over most of its district. */
  heirsOf(commune: string): readonly string[] {
    const heirs = this.next.get(commune) ?? [];
    return heirs.length > 0 ? heirs : [this.mainHeirOf(this.parentOf(commune))];
  }

  /** The commune that took over most communes of a district; of an island district, the special zone. */
  mainHeirOf(district: string): string {
    const counts = new Map<string, number>();
    for (const commune of this.childrenOf(district)) {
      for (const heir of this.next.get(commune) ?? []) counts.set(heir, (counts.get(heir) ?? 0) + 1);
    }
    let main: string | undefined = counts.size === 0 ? this.next.get(district)?.[0] : undefined;
    for (const [heir, count] of counts) if (count > (main === undefined ? 0 : (counts.get(main) ?? 0))) main = heir;
    if (main === undefined) throw new Error(`Expected a commune that took over from ${district}, but none did.`);
    return main;
  }
}
