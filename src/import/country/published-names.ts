/**
 * Names under which published reports know a committee, where the list of administrative units has another:
 * a report's figures must be found under the name that the report gives.
 *
 * Tịnh Biên was a district (huyện) until 2023 and is a town (thị xã) in the list.
 */
export const PUBLISHED_NAMES: ReadonlyMap<string, string> = new Map([['H890', 'Đảng bộ huyện Tịnh Biên']]);
