import { REFORM } from '../calendar.ts';
import { DEFAULT_AS_OF } from '../published.ts';
import type { Random } from '../random/random.ts';
import type { BlocNumber } from './blocs.ts';
import { blocCode, blocCodeSince, blocName } from './blocs.ts';
import type { Body } from './bodies.ts';
import type { StructureBuilder } from './builder.ts';
import { moved } from './builder.ts';
import type { CountryTree } from './country-tree.ts';
import { addBody } from './grassroots.ts';
import type { Setting } from './unit.ts';

const COMMITTEES = 0.64;
const SECTIONED = 0.1;
const THIN_GRASSROOTS = 8;

const SORTS: Readonly<Record<BlocNumber, readonly (readonly [string, Setting])[]>> = {
  1: [
    ['Sở', 'AGENCY'],
    ['Ban', 'AGENCY'],
    ['Chi cục', 'AGENCY'],
    ['Trung tâm', 'AGENCY'],
    ['Trường Cao đẳng', 'SCHOOL'],
    ['Bệnh viện', 'CLINIC'],
    ['Văn phòng', 'AGENCY'],
    ['Hội', 'AGENCY'],
  ],
  2: [
    ['Công ty cổ phần', 'ENTERPRISE'],
    ['Công ty trách nhiệm hữu hạn', 'ENTERPRISE'],
    ['Ngân hàng', 'ENTERPRISE'],
    ['Tổng công ty', 'ENTERPRISE'],
  ],
};

/** So many bodies of a bloc. They are numbered: the real ones are not meant. */
export function blocBodies(number: BlocNumber, count: number, isCommittee: (at: number) => boolean): Body[] {
  const sorts = SORTS[number];
  return Array.from({ length: count }, (_, at) => {
    const [name, setting] = sorts[at % sorts.length] as readonly [string, Setting];
    return { name: `${name} số ${Math.floor(at / sorts.length) + 1}`, setting, committee: isCommittee(at) };
  });
}

/** `K49-01-G07` */
export const grassrootsCode = (bloc: string, at: number): string => `${bloc}-G${String(at + 1).padStart(2, '0')}`;

/** Adds a bloc and everything below it. */
export function addBloc(builder: StructureBuilder, tree: CountryTree, number: BlocNumber, thin: boolean): void {
  const { province, random } = builder;
  const code = blocCode(province, number);
  const tierSince = blocCodeSince(tree, province, number);
  const count = thin ? THIN_GRASSROOTS : random.int(55, 95);
  builder.addUnit({
    code,
    name: blocName(tree, province, number, 'before'),
    closedOn: REFORM,
    placements: [{ parent: province, kind: 'BLOC', from: null, to: REFORM }],
  });
  blocBodies(number, count, () => random.chance(COMMITTEES)).forEach((body, at) => {
    const kind = body.committee ? 'GRASSROOTS_COMMITTEE' : 'GRASSROOTS_CELL';
    const cells = random.int(4, 11);
    addBody(
      builder,
      { tier: code, asOf: DEFAULT_AS_OF },
      {
        code: grassrootsCode(code, at),
        body,
        of: tree.placeOf(province),
        placements: moved({ parent: code, kind }, { parent: tierSince, kind }),
        tierSince,
        cells,
        sections: drawSections(random, cells),
      },
    );
  });
}

function drawSections(random: Random, cells: number): number[] {
  return cells >= 8 && random.chance(SECTIONED) ? [random.int(3, 4)] : [];
}
