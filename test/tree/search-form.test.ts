import fc from 'fast-check';
import { searchForm } from '../../src/tree/search-form.ts';

test.each([
  ['Đảng bộ huyện Quế Sơn', 'dang bo huyen que son'],
  ['ĐẮK LẮK', 'dak lak'],
  ['  Bà  Rịa –\tVũng Tàu ', 'ba ria – vung tau'],
  ['Thừa Thiên Huế', 'thua thien hue'],
  ['Phường Ô Chợ Dừa', 'phuong o cho dua'],
  ['Đặc khu Côn Đảo', 'dac khu con dao'],
  ['Khối 3 - KĐT', 'khoi 3 - kdt'],
  ['', ''],
])('%j is searched as %j', (name, form) => {
  expect(searchForm(name)).toBe(form);
});

test('composed and decomposed letters, capitals and small ones are the same', () => {
  const letter = fc.constantFrom(
    ...'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ ',
  );
  const name = fc.array(letter, { maxLength: 30 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(name, (each) => {
      const form = searchForm(each);
      expect(searchForm(each.normalize('NFD'))).toBe(form);
      expect(searchForm(each.normalize('NFC').toUpperCase())).toBe(form);
      expect(searchForm(form)).toBe(form);
      expect(form).toMatch(/^[a-z ]*$/);
    }),
  );
});
