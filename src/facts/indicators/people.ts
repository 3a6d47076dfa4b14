/** What the catalogue's indicators count that is no person and stands for none, by the unit of measure (đơn vị tính). */
const THINGS: ReadonlySet<string> = new Set([
  'tổ chức',
  'chi bộ',
  'đảng bộ',
  'đảng bộ bộ phận',
  'xã',
  'lớp',
  'hội nghị',
  'cuộc',
  'việc',
  'bài',
  'đơn',
  'điểm',
  'mức',
]);

/** Whether an indicator may count people. What is measured in a unit that is not known is taken to do so. */
export function mayCountPeople({ unit }: { readonly unit: string }): boolean {
  return !THINGS.has(unit);
}
