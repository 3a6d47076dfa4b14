import { readCountry } from '../../../src/import/country/read-country.ts';
import { planProvince } from '../../../src/import/register/plan/plan-province.ts';
import { Random } from '../../../src/import/register/random/random.ts';
import type { RegisterScale } from '../../../src/import/register/scale.ts';
import { COVERAGE } from '../../../src/import/register/scale.ts';
import type { History } from '../../../src/import/register/simulate/history.ts';
import { simulate } from '../../../src/import/register/simulate/simulate.ts';
import { blocsOf } from '../../../src/import/register/structure/blocs.ts';
import { CountryTree } from '../../../src/import/register/structure/country-tree.ts';
import { buildProvince } from '../../../src/import/register/structure/province.ts';
import type { ProvinceStructure } from '../../../src/import/register/structure/unit.ts';
import { dayOf } from '../../../src/periods/day.ts';

/** The larger scales, made without a database: what was published comes out at every one of them, whatever the seed. */
const tree = new CountryTree(await readCountry());

/** Units of other provinces have ids from here on; the province's own cells have their places. */
const ELSEWHERE = 10_000_000;

interface Made {
  readonly structure: ProvinceStructure;
  readonly history: History;
}

function make(scale: RegisterScale, province: string, seed: number): Made {
  const coverage = COVERAGE[scale];
  const blocs = blocsOf(coverage, province, new Random(seed, `blocs:${province}`));
  const structure = buildProvince(tree, province, blocs, { coverage, seed });
  const plan = planProvince(structure, new Random(seed, 'plan'), { draw: (random) => ELSEWHERE + random.int(0, 99) });
  const units = Int32Array.from(structure.cells.keys());
  return { structure, history: simulate(structure.cells, plan, units, new Random(seed, 'lives')) };
}

type Within = (cell: number) => boolean;

const under =
  ({ structure }: Made, prefix: string): Within =>
  (cell) => {
    const { code, tier } = structure.cells[cell] ?? { code: '', tier: '' };
    return tier === prefix || code.startsWith(`${prefix}-`);
  };

function membersOn(
  { history: { stays } }: Made,
  within: Within,
  [year, month, date]: [number, number, number],
): number {
  const day = dayOf(year, month, date);
  return stays.member.filter(
    (_, at) => within(stays.unit[at] ?? -1) && (stays.from[at] ?? 0) <= day && (stays.to[at] ?? 0) > day,
  ).length;
}

function eventsIn({ history: { events } }: Made, within: Within, kind: string, from: number, to: number): number {
  return events.kind.filter((one, at) => {
    const day = events.day[at] ?? 0;
    return one === kind && within(events.unit[at] ?? -1) && day >= from && day < to;
  }).length;
}

const [START_2023, OCTOBER, START_2024] = [dayOf(2023, 1, 1), dayOf(2023, 10, 1), dayOf(2024, 1, 1)];

describe.each([
  ['province', 2025],
  ['nation', 2025],
  ['province', 1],
] as const)('at the scale %s with the seed %i', (scale, seed) => {
  test('Quế Sơn, Quế Xuân 1 and Bình Nguyên', () => {
    const made = make(scale, 'T49', seed);
    const [queSon, queXuan, binhNguyen] = [under(made, 'H509'), under(made, 'X20644'), under(made, 'X20800')];
    expect({
      queSon: membersOn(made, queSon, [2023, 9, 30]),
      admitted: eventsIn(made, queSon, 'ADMISSION', START_2023, OCTOBER),
      disciplined: eventsIn(made, queSon, 'DISCIPLINE', START_2023, OCTOBER),
      grassroots: made.structure.grassroots.filter(({ tier }) => tier === 'H509').length,
      queXuan: membersOn(made, queXuan, [2023, 11, 1]),
      admittedThere: eventsIn(made, queXuan, 'ADMISSION', START_2023, OCTOBER),
      binhNguyen: membersOn(made, binhNguyen, [2023, 12, 31]),
      disciplinedThere: eventsIn(made, binhNguyen, 'DISCIPLINE', START_2023, START_2024),
    }).toEqual({
      queSon: 3716,
      admitted: 84,
      disciplined: 18,
      grassroots: 53,
      queXuan: 222,
      admittedThere: 7,
      binhNguyen: 210,
      disciplinedThere: 1,
    });
  }, 60_000);

  test('the agencies’ bloc of Bình Định', () => {
    const made = make(scale, 'T52', seed);
    const bloc = under(made, 'K52-01');
    expect({
      members: membersOn(made, bloc, [2023, 12, 31]),
      admitted: eventsIn(made, bloc, 'ADMISSION', START_2023, START_2024),
      official: eventsIn(made, bloc, 'BECOMING_OFFICIAL', START_2023, START_2024),
      disciplined: eventsIn(made, bloc, 'DISCIPLINE', START_2023, START_2024),
    }).toEqual({ members: 5136, admitted: 210, official: 193, disciplined: 12 });
  });

  test('Hòa Phú', () => {
    const made = make(scale, 'T08', seed);
    expect(eventsIn(made, under(made, 'X02335'), 'ADMISSION', dayOf(2020, 7, 1), START_2024)).toBe(26);
  });
});

test('a province of which nothing was published has no members at the scale province', () => {
  const { structure, history } = make('province', 'T89', 2025);
  expect([structure.cells.length, history.members.count, history.events.member.length]).toEqual([0, 0, 0]);
});
