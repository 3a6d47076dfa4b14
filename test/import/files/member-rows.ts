/** The headers of a file of members, and any number of rows for it: nobody that there is. */
export const MEMBER_HEADERS =
  'code,fullName,sex,bornOn,ethnicity,education,politicalTheory,occupation,admittedOn,officialOn,cell';

export function* memberRows(count: number, prefix: string, cells: readonly string[]): Generator<string> {
  for (let at = 0; at < count; at += 1) {
    const [day, month] = [String((at % 28) + 1).padStart(2, '0'), String((at % 12) + 1).padStart(2, '0')];
    const sex = at % 3 === 0 ? 'FEMALE' : 'MALE';
    const cell = cells[at % cells.length] ?? '';
    yield `${prefix}-${at},Đảng viên giả định ${at},${sex},${1950 + (at % 50)}-${month}-${day},01,UNIVERSITY,ELEMENTARY,FARMER,${day}/${month}/2019,${day}/${month}/2020,${cell}`;
  }
}
