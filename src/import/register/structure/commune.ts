import type { CountryTree } from './country-tree.ts';
import type { Frame, StructureBuilder } from './builder.ts';
import { moved } from './builder.ts';
import type { Setting } from './unit.ts';

/** A cell of a commune committee before it has a code. */
interface CommuneCell {
  readonly body: string;
  readonly setting: Setting;
}

/**
 * Adds the cells of a commune's committee: villages, schools, the clinic, the police. Since the reform each hangs right
 * under the commune that took over; where several did, they share the cells in order.
 * @param count how many cells; undefined: drawn
 */
export function addCommuneCells(
  builder: StructureBuilder,
  tree: CountryTree,
  commune: string,
  frame: Frame,
  count?: number,
): void {
  const place = tree.placeOf(commune);
  const heirs = tree.heirsOf(commune);
  const bodies = communeCells(builder, place, count);
  builder.addGrassroots({ code: commune }, frame, (add) => {
    bodies.forEach(({ body, setting }, at) => {
      const code = `${commune}-C${String(at + 1).padStart(2, '0')}`;
      const heir = heirs[Math.floor((at * heirs.length) / bodies.length)] as string;
      builder.addUnit({
        code,
        name: `Chi bộ ${body} ${place}`,
        placements: moved({ parent: commune, kind: 'CELL' }, { parent: heir, kind: 'GRASSROOTS_CELL' }),
      });
      add({ code, setting, tierSince: heir });
    });
  });
}

function communeCells({ random, province }: StructureBuilder, place: string, count?: number): CommuneCell[] {
  const others: CommuneCell[] = [
    { body: 'Trường Tiểu học', setting: 'SCHOOL' },
    { body: 'Trường Trung học cơ sở', setting: 'SCHOOL' },
    { body: 'Trạm Y tế', setting: 'CLINIC' },
    { body: 'Công an', setting: 'FORCES' },
  ].slice(random.int(0, 1)) as CommuneCell[];
  const villages = count === undefined ? random.int(6, 14) : count - others.length;
  const urban = /^(phường|thị trấn)/.test(place);
  const word = urban ? 'khu phố' : villageWord(province);
  return [
    ...Array.from({ length: villages }, (_, at): CommuneCell => ({
      body: `${word} ${at + 1}`,
      setting: urban ? 'URBAN' : 'VILLAGE',
    })),
    ...others,
  ];
}

/** What a village is called: in the northern mountains, in the south, elsewhere. */
function villageWord(province: string): string {
  const code = Number(province.slice(1));
  if (code >= 2 && code <= 25) return 'bản';
  return code >= 70 ? 'ấp' : 'thôn';
}
