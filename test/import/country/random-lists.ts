import fc from 'fast-check';
import type { ListedUnit, Lists, Mapping } from '../../../src/import/country/lists.ts';

const NAMES = ['An', 'Bình', 'Hòa', 'Hoà', 'Tân', 'Tà Lai', 'Tà Lại'];
const RANKS = ['Xã', 'Phường', 'Thị trấn'];

const name = fc.constantFrom(...RANKS.flatMap((rank) => NAMES.map((place) => `${rank} ${place}`)));
const code = (width: number, number: number): string => String(number).padStart(width, '0');

function unit(width: number, number: number, unitName: string, parent: string): ListedUnit {
  return { code: code(width, number), name: unitName, parent };
}

interface Draft {
  readonly into: readonly number[];
  readonly communes: readonly { readonly district: number; readonly name: string }[];
  readonly newCommunes: readonly { readonly province: number; readonly name: string }[];
  readonly rows: readonly { readonly old: number; readonly heir: number; readonly known: string }[];
}

const draft: fc.Arbitrary<Draft> = fc.record({
  into: fc.array(fc.nat(1), { minLength: 3, maxLength: 3 }),
  communes: fc.array(fc.record({ district: fc.nat(4), name }), { minLength: 1, maxLength: 15 }),
  newCommunes: fc.array(fc.record({ province: fc.nat(1), name }), { minLength: 2, maxLength: 8 }),
  rows: fc.array(
    fc.record({
      old: fc.nat(14),
      heir: fc.nat(7),
      known: fc.constantFrom('code', 'name', 'other rank', 'stranger', 'nothing'),
    }),
    { maxLength: 20 },
  ),
});

/**
 * Small countries of three old and two new provinces, in which names repeat, codes are missing, rows repeat and strangers
 * turn up. Only one thing is kept: a province’s communes go into one new province.
 */
export const randomLists: fc.Arbitrary<Lists> = draft.map(({ into, communes, newCommunes, rows }) => {
  const provinces = [1, 2, 3].map((number) => unit(2, number, `Tỉnh Cũ ${number}`, ''));
  const districts = [1, 2, 3, 4, 5].map((number) =>
    unit(3, number, `Huyện ${NAMES[number]}`, code(2, (number % 3) + 1)),
  );
  const newProvinces = [1, 2].map((number) => unit(2, number, `Tỉnh Mới ${number}`, ''));
  const listed = communes.map((commune, index) => unit(5, index + 1, commune.name, code(3, commune.district + 1)));
  const heirs = newCommunes.map((commune, index) => unit(5, index + 1, commune.name, code(2, commune.province + 1)));
  const mappings = rows.flatMap(({ old, heir, known }, index): Mapping[] => {
    const from = listed[old % listed.length];
    const district = districts.find(({ code: at }) => at === from?.parent);
    const province = provinces.find(({ code: at }) => at === district?.parent);
    const target = code(2, (into[Number(province?.code) - 1] ?? 0) + 1);
    const near = heirs.filter(({ parent }) => parent === target);
    const to = near[heir % near.length];
    if (from === undefined || to === undefined) return [];
    const place = from.name.replace(/^(Xã|Phường|Thị trấn) /, '');
    const names: Readonly<Record<string, string | null>> = {
      'other rank': `Phường ${place}`,
      stranger: 'Xã Lạ',
      nothing: null,
    };
    const nothing = known === 'nothing';
    return [
      {
        id: String(index + 1),
        oldCode: known === 'code' ? from.code : null,
        oldName: known in names ? (names[known] ?? null) : from.name,
        oldDistrict: nothing ? null : (district?.name ?? null),
        oldProvince: nothing ? null : (province?.name ?? null),
        newCode: to.code,
        newName: to.name,
        newProvince: newProvinces.find(({ code: at }) => at === to.parent)?.name ?? '',
      },
    ];
  });
  return {
    provinces,
    districts,
    communes: listed,
    newProvinces,
    newCommunes: heirs,
    mappings,
    tidied: [],
  };
});
