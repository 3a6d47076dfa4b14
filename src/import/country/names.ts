const RANKS = ['Tỉnh', 'Thành phố', 'Quận', 'Huyện', 'Thị xã', 'Thị trấn', 'Phường', 'Xã', 'Đặc khu'] as const;
export type Rank = (typeof RANKS)[number];

const RANK = new RegExp(`^(${RANKS.join('|')}) `, 'i');
const RANK_BY_KEY = new Map(RANKS.map((rank) => [rank.toLowerCase(), rank]));
const TONE_IN_SYLLABLE = /([\u0300\u0301\u0303\u0309\u0323])(\S+)/g;

/** A name taken apart: "Thị trấn Trung Phước" is the rank "Thị trấn" and the place "Trung Phước". */
export interface NameParts {
  readonly rank: Rank;
  readonly place: string;
}

function rankAt(name: string): Rank | undefined {
  const found = RANK.exec(name)?.[1];
  return found === undefined ? undefined : RANK_BY_KEY.get(found.toLowerCase());
}

/** The name in composed Unicode, single-spaced, its rank written as "Thị trấn" rather than "Thị Trấn". */
export function cleanName(raw: string): string {
  const name = raw.normalize('NFC').replace(/\s+/g, ' ').trim();
  const rank = rankAt(name);
  return rank === undefined ? name : rank + name.slice(rank.length);
}

/**
 * Takes a clean name apart.
 * @throws when the name does not begin with a rank
 */
export function nameParts(name: string): NameParts {
  const rank = rankAt(name);
  if (rank === undefined) {
    throw new Error(`Expected a name that begins with its rank (${RANKS.join(', ')}), but came "${name}".`);
  }
  return { rank, place: name.slice(rank.length + 1) };
}

/** The place's name without a rank, where there is one. */
export function placeName(name: string): string {
  const rank = rankAt(name);
  return rank === undefined ? name : name.slice(rank.length + 1);
}

/** Of "Xã Quế Xuân 1": "Đảng bộ xã Quế Xuân 1". */
export function partyName(name: string): string {
  const { rank, place } = nameParts(name);
  return `Đảng bộ ${rank.toLowerCase()} ${place}`;
}

/**
 * Equal for two spellings of one name: "Hoà" and "Hòa" place the tone on different letters, and upper case and
 * apostrophes vary ("Ia RVê", "Ia Rvê"). Different tones stay different.
 */
export function spellingKey(name: string): string {
  const decomposed = name.normalize('NFD').toLowerCase().replaceAll('’', "'");
  return decomposed.replace(TONE_IN_SYLLABLE, '$2$1');
}
