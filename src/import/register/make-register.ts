import type { ClientBase } from 'pg';
import { readCountry } from '../country/read-country.ts';
import { insertCountry } from '../country/write-country.ts';
import { OtherProvinces } from './other-provinces.ts';
import { People } from './people/people.ts';
import { readPeopleData } from './people/seed-data.ts';
import { planProvince } from './plan/plan-province.ts';
import type { ProgressTeller } from './progress.ts';
import { Random } from './random/random.ts';
import type { RegisterScale } from './scale.ts';
import { COVERAGE } from './scale.ts';
import { simulate } from './simulate/simulate.ts';
import type { Summary } from './state.ts';
import type { BlocNumber } from './structure/blocs.ts';
import { blocsOf, blocsSince } from './structure/blocs.ts';
import { CountryTree } from './structure/country-tree.ts';
import { buildProvince } from './structure/province.ts';
import { provinceTargets } from './targets/province-targets.ts';
import { ReformTargets } from './targets/reform-targets.ts';
import { tallyAdmissions } from './targets/tally.ts';
import { Ids } from './write/ids.ts';
import { writePeople } from './write/people.ts';
import { writeSource, writeTargets } from './write/targets.ts';
import { writeUnits } from './write/units.ts';

type Counts = Omit<Summary, 'scale' | 'seed' | 'milliseconds'>;

/** Writes all provinces of a scale, one after the other; only one is in memory. */
export class RegisterMaker {
  private readonly elsewhere = new OtherProvinces();
  private readonly counts = { provinces: 0, organizations: 0, members: 0, stays: 0, events: 0, targets: 0 };
  private readonly reform: ReformTargets;

  private constructor(
    private readonly client: ClientBase,
    private readonly settings: { readonly scale: RegisterScale; readonly seed: number },
    private readonly tree: CountryTree,
    private readonly people: People,
    private readonly ids: Ids,
    private nextMember: number,
  ) {
    this.reform = new ReformTargets(tree);
  }

  /** Writes the real tree where it is not there yet, and reads what the making needs. */
  static async prepare(client: ClientBase, settings: { scale: RegisterScale; seed: number }): Promise<RegisterMaker> {
    const country = await readCountry();
    await insertCountry(client, country);
    const tree = new CountryTree(country);
    const people = new People(await readPeopleData(), tree);
    const { rows } = await client.query<{ next: number }>('select coalesce(max(id), 0) + 1 as next from member');
    return new RegisterMaker(client, settings, tree, people, await Ids.read(client), rows[0]?.next ?? 1);
  }

  /** @param onShare told after each province how much of all is done, from 0 to 1 */
  async make(progress: ProgressTeller, onShare: (share: number) => void): Promise<Counts> {
    const { provinces: covered, density } = COVERAGE[this.settings.scale];
    const provinces = covered ?? this.tree.provincesBefore();
    const blocs = new Map(
      provinces.map((code) => [code, blocsOf({ provinces: covered, density }, code, this.random('blocs', code))]),
    );
    await writeSource(this.client);
    const { units, successions } = blocsSince(this.tree, blocs);
    progress.add(await writeUnits(this.client, this.ids, units, []));
    this.counts.organizations += units.length;
    const weights = provinces.map((code) => this.tree.districtsOf(code).length);
    const all = weights.reduce((sum, weight) => sum + weight, 0);
    let done = 0;
    for (const [at, code] of provinces.entries()) {
      progress.add(await this.makeProvince(code, blocs.get(code) ?? []));
      done += weights[at] as number;
      onShare(done / all);
    }
    progress.add(await writeUnits(this.client, this.ids, [], successions));
    const targets = this.reform.targets(this.random('targets', 'reform'));
    this.counts.targets += await writeTargets(this.client, this.ids, targets);
    return { ...this.counts };
  }

  private random(name: string, of: string): Random {
    return new Random(this.settings.seed, `${name}:${of}`);
  }

  /** @returns rows written */
  private async makeProvince(code: string, blocs: readonly BlocNumber[]): Promise<number> {
    const coverage = COVERAGE[this.settings.scale];
    const structure = buildProvince(this.tree, code, blocs, { coverage, seed: this.settings.seed });
    const rows = await writeUnits(this.client, this.ids, structure.units, structure.successions);
    const unitIds = Int32Array.from(structure.cells, (cell) => this.ids.of(cell.code));
    const plan = planProvince(structure, this.random('plan', code), this.elsewhere);
    const history = simulate(structure.cells, plan, unitIds, this.random('lives', code));
    const personOf = this.people.of(code, structure.cells, history.members, this.random('people', code));
    const written = await writePeople(this.client, history, this.nextMember, personOf);
    this.nextMember += written.members;
    const tally = tallyAdmissions(structure, plan.events);
    this.reform.add(code, tally.byTierSince);
    const targets = await writeTargets(
      this.client,
      this.ids,
      provinceTargets(structure, tally, this.random('targets', code)),
    );
    this.elsewhere.add(structure.cells, unitIds);
    this.ids.forget(structure.cells.map((cell) => cell.code));
    this.count({ organizations: structure.units.length, ...written, targets });
    return rows + written.members + written.stays + written.events + targets;
  }

  private count(more: Omit<Counts, 'provinces'>): void {
    this.counts.provinces += 1;
    this.counts.organizations += more.organizations;
    this.counts.members += more.members;
    this.counts.stays += more.stays;
    this.counts.events += more.events;
    this.counts.targets += more.targets;
  }
}
