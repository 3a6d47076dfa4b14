import type { Sex } from '../../../facts/members/member.ts';
import type { Random } from '../random/random.ts';
import { WeightedDraw } from '../random/weighted.ts';
import type { NameParts } from './seed-data.ts';

/** Puts names together from the parts of ordinary names. */
export class Names {
  private readonly surnames: WeightedDraw<string>;
  private readonly surnamesByEthnicity: ReadonlyMap<string, WeightedDraw<string>>;
  private readonly middleNames: Readonly<Record<Sex, WeightedDraw<string>>>;
  private readonly givenNames: NameParts['givenNames'];

  constructor({ surnames, surnamesByEthnicity, middleNames, givenNames }: NameParts) {
    this.surnames = drawNames(surnames);
    this.surnamesByEthnicity = new Map(
      Object.entries(surnamesByEthnicity).map(([code, names]) => [code, drawNames(names)]),
    );
    this.middleNames = { FEMALE: drawNames(middleNames.FEMALE), MALE: drawNames(middleNames.MALE) };
    this.givenNames = givenNames;
  }

  draw(random: Random, sex: Sex, ethnicity: string): string {
    const surname = (this.surnamesByEthnicity.get(ethnicity) ?? this.surnames).draw(random);
    return `${surname} ${this.middleNames[sex].draw(random)} ${random.pick(this.givenNames[sex])}`;
  }
}

function drawNames(names: readonly { readonly name: string; readonly weight: number }[]): WeightedDraw<string> {
  return new WeightedDraw(names.map(({ name, weight }) => ({ item: name, weight })));
}
