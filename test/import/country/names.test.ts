import { cleanName, nameParts, partyName, placeName, spellingKey } from '../../../src/import/country/names.ts';

test.each([
  ['Thị Trấn  Châu Ổ ', 'Thị trấn Châu Ổ'],
  ['Thành Phố Bắc Kạn', 'Thành phố Bắc Kạn'],
  ['Xã Mường Lai'.normalize('NFD'), 'Xã Mường Lai'],
  ['Cao Bằng', 'Cao Bằng'],
])('%j is tidied to %j', (raw, name) => {
  expect(cleanName(raw)).toBe(name);
});

test.each([
  ['Tỉnh Quảng Nam', 'Đảng bộ tỉnh Quảng Nam'],
  ['Thành phố Đà Nẵng', 'Đảng bộ thành phố Đà Nẵng'],
  ['Thị xã Tịnh Biên', 'Đảng bộ thị xã Tịnh Biên'],
  ['Phường 15', 'Đảng bộ phường 15'],
  ['Đặc khu Lý Sơn', 'Đảng bộ đặc khu Lý Sơn'],
])('the committee of %s is %s', (name, party) => {
  expect(partyName(name)).toBe(party);
});

test.each([
  ['Xã Hoà Phú', 'Xã Hòa Phú', true],
  ['Phường Thuỷ Đường', 'Phường Thủy Đường', true],
  ['Xã Ia RVê', 'Xã Ia Rvê', true],
  ["Xã Ea H'leo", 'Xã Ea H’Leo', true],
  ['Xã Tà Lai', 'Xã Tà Lại', false],
  ['Xã Sa Lý', 'Xã Xa Lý', false],
])('%s and %s are spellings of one name: %s', (left, right, same) => {
  expect(spellingKey(left) === spellingKey(right)).toBe(same);
});

test('a name without its rank', () => {
  expect(placeName('Thị trấn Trung Phước')).toBe('Trung Phước');
  expect(placeName('Gia Lai')).toBe('Gia Lai');
  expect(nameParts('Xã Xã Mới')).toEqual({ rank: 'Xã', place: 'Xã Mới' });
  expect(() => nameParts('Gia Lai')).toThrow('but came "Gia Lai"');
});
