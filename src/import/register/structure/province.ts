import { BINH_DINH_BLOC } from '../published.ts';
import { Random } from '../random/random.ts';
import type { Coverage } from '../scale.ts';
import { addBinhDinhBloc } from './binh-dinh.ts';
import { addBloc } from './bloc.ts';
import type { BlocNumber } from './blocs.ts';
import { blocCode } from './blocs.ts';
import { StructureBuilder } from './builder.ts';
import type { CountryTree } from './country-tree.ts';
import { addDistrict } from './district.ts';
import type { ProvinceStructure } from './unit.ts';

/** Makes up the organisations and cells of a province; the same seed gives the same. */
export function buildProvince(
  tree: CountryTree,
  province: string,
  blocs: readonly BlocNumber[],
  { coverage, seed }: { coverage: Coverage; seed: number },
): ProvinceStructure {
  const builder = new StructureBuilder(province, new Random(seed, `structure:${province}`));
  const density = coverage.density(province);
  for (const district of tree.districtsOf(province)) addDistrict(builder, tree, district, density);
  for (const number of blocs) {
    if (blocCode(province, number) === BINH_DINH_BLOC.code) addBinhDinhBloc(builder, tree);
    else addBloc(builder, tree, number, density === 'THIN');
  }
  return builder.build();
}
