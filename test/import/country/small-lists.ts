import type { ListedUnit, Lists, Mapping } from '../../../src/import/country/lists.ts';

const unit = (code: string, name: string, parent = ''): ListedUnit => ({ code, name, parent });

/** A mapping row from a commune of Huyện Quế, Tỉnh Nam, unless said otherwise. */
export function row(id: number, from: Partial<Mapping>, to: Partial<Mapping>): Mapping {
  return {
    id: String(id),
    oldCode: null,
    oldName: null,
    oldDistrict: 'Huyện Quế',
    oldProvince: 'Tỉnh Nam',
    newCode: '00011',
    newName: 'Xã Mới',
    newProvince: 'Nẵng',
    ...from,
    ...to,
  };
}

/**
 * A small country: Tỉnh Nam (district Quế) and Thành phố Nẵng (district Hải and the island Lý) become Thành phố Nẵng;
 * Tỉnh Cao stays. Code 00099 anchors each province.
 */
export function smallLists(
  communes: readonly (readonly [code: string, name: string])[],
  mappings: readonly Mapping[],
): Lists {
  return {
    provinces: [unit('04', 'Tỉnh Cao'), unit('48', 'Thành phố Nẵng'), unit('49', 'Tỉnh Nam')],
    districts: [
      unit('040', 'Huyện Cao', '04'),
      unit('480', 'Quận Hải', '48'),
      unit('498', 'Huyện Lý', '48'),
      unit('509', 'Huyện Quế', '49'),
    ],
    communes: [
      unit('00097', 'Xã Cao', '040'),
      unit('00098', 'Phường Hải', '480'),
      unit('00099', 'Xã Neo', '509'),
      ...communes.map(([code, name]) => unit(code, name, '509')),
    ],
    newProvinces: [unit('04', 'Tỉnh Cao'), unit('48', 'Thành phố Nẵng')],
    newCommunes: [
      unit('00011', 'Xã Mới', '48'),
      unit('00012', 'Xã Khác', '48'),
      unit('00013', 'Xã Hòa', '48'),
      unit('00020', 'Đặc khu Lý', '48'),
      unit('00097', 'Xã Cao', '04'),
      unit('00098', 'Phường Hải', '48'),
      unit('00099', 'Xã Neo', '48'),
    ],
    mappings: [
      row(901, { oldCode: '00097' }, { newCode: '00097', newName: 'Xã Cao', newProvince: 'Cao' }),
      row(902, { oldCode: '00098' }, { newCode: '00098', newName: 'Phường Hải' }),
      row(903, { oldCode: '00099' }, { newCode: '00099', newName: 'Xã Neo' }),
      ...mappings,
    ],
    tidied: [],
  };
}
