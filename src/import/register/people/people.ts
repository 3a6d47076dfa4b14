import type { Sex } from '../../../facts/members/member.ts';
import { WINDOW_END } from '../calendar.ts';
import type { Random } from '../random/random.ts';
import type { WeightedDraw } from '../random/weighted.ts';
import type { MemberColumns } from '../simulate/history.ts';
import type { CountryTree } from '../structure/country-tree.ts';
import type { Cell } from '../structure/unit.ts';
import { ethnicityByProvince } from './ethnicity.ts';
import { Names } from './names.ts';
import type { PeopleData } from './seed-data.ts';
import { educationOf, occupationOf, politicalTheoryOf, sexOf } from './traits.ts';

/** What a member is like. */
export interface Person {
  readonly fullName: string;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly education: string;
  readonly politicalTheory: string;
  readonly occupation: string;
}

const DAYS_OF_A_YEAR = 365.25;
const NEW_FOR_DAYS = 3 * DAYS_OF_A_YEAR;

/** Makes people up. */
export class People {
  private readonly names: Names;
  private readonly ethnicities: ReadonlyMap<string, WeightedDraw<string>>;

  constructor(data: PeopleData, tree: CountryTree) {
    this.names = new Names(data.names);
    this.ethnicities = ethnicityByProvince(data.ethnicities, sharesOfProvinces(tree));
  }

  /** Draws the people of a province, in the order in which they are asked for. */
  of(province: string, cells: readonly Cell[], members: MemberColumns, random: Random): (member: number) => Person {
    const ethnicities = this.ethnicities.get(province.slice(1));
    if (ethnicities === undefined) throw new Error(`Expected a province until the reform, but came ${province}.`);
    return (member) => {
      const { setting } = cells[members.home[member] as number] as Cell;
      const age = (WINDOW_END - (members.born[member] as number)) / DAYS_OF_A_YEAR;
      const isNew = WINDOW_END - (members.admitted[member] as number) < NEW_FOR_DAYS;
      const sex = sexOf(random, setting, age);
      const ethnicity = ethnicities.draw(random);
      const occupation = occupationOf(random, setting, sex, age);
      const education = educationOf(random, occupation, age);
      const politicalTheory = politicalTheoryOf(random, occupation, isNew);
      const fullName = this.names.draw(random, sex, ethnicity);
      return { fullName, sex, ethnicity, education, politicalTheory, occupation };
    };
  }
}

/** A province's share of the people is taken for its share of the communes. */
function sharesOfProvinces(tree: CountryTree): Map<string, number> {
  const counts = tree
    .provincesBefore()
    .map(
      (code) =>
        [code.slice(1), tree.districtsOf(code).flatMap((district) => tree.childrenOf(district)).length] as const,
    );
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  return new Map(counts.map(([code, count]) => [code, count / all]));
}
