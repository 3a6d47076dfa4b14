import { CELL_CODES } from './place.ts';

const HEADERS = 'code,fullName,sex,bornOn,ethnicity,education,politicalTheory,occupation,admittedOn,officialOn,cell';

/** The lines of a file of members, cell by cell. */
export function* memberLines(count: number): Generator<string> {
  yield `${HEADERS}\n`;
  for (let at = 0; at < count; at += 1) {
    const [day, month] = [String((at % 28) + 1).padStart(2, '0'), String((at % 12) + 1).padStart(2, '0')];
    const cell = CELL_CODES[Math.floor((at * CELL_CODES.length) / count)] ?? '';
    const sex = at % 3 === 0 ? 'Nữ' : 'Nam';
    yield `M${at},Đảng viên giả định số ${at},${sex},${day}/${month}/${1950 + (at % 50)},Kinh,Đại học,Sơ cấp,Nông dân,${day}/${month}/2019,${day}/${month}/2020,${cell}\n`;
  }
}
