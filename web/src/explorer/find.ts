import { plain } from '../table/order.ts';
import type { Entry } from './entries.ts';

interface Known {
  readonly entry: Entry;
  readonly name: string;
  readonly about: string;
}

/** Searches entries by their names and descriptions, with or without marks: "chi bo" finds what is described as chi bộ. */
export class Search {
  private readonly known: readonly Known[];

  constructor(entries: readonly Entry[]) {
    this.known = entries.map((entry) => ({
      entry,
      name: plain(`${words(entry.name)} ${entry.name}`),
      about: plain(`${entry.about} ${words(entry.of)} ${entry.of}`),
    }));
  }

  /** The entries in which every word of the text is found, the best first. None for an empty text. */
  find(text: string, most: number): readonly Entry[] {
    const wanted = plain(text).split(/\s+/).filter(Boolean);
    if (wanted.length === 0) return [];
    return this.known
      .map((known) => ({ entry: known.entry, rank: rankOf(known, wanted) }))
      .filter(({ rank }) => rank < Number.POSITIVE_INFINITY)
      .sort((left, right) => left.rank - right.rank)
      .slice(0, most)
      .map(({ entry }) => entry);
  }
}

/** "grassrootsOrganizations" and "MEMBERS_ADMITTED" as words. */
function words(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
}

/** How far an entry is from what is wanted: found as a phrase before found in pieces, in the name before in the description, early before late. */
function rankOf({ name, about }: Known, wanted: readonly string[]): number {
  if (!wanted.every((word) => name.includes(word) || about.includes(word))) return Number.POSITIVE_INFINITY;
  const phrase = wanted.join(' ');
  if (name === `${phrase} ${phrase}`) return 0;
  if (name.startsWith(phrase)) return 1 + name.length / 1_000;
  if (wanted.every((word) => name.includes(word))) return 2 + name.length / 1_000;
  const at = about.indexOf(phrase);
  return at < 0 ? 5 : 3 + Math.min(at, 1_000) / 1_001;
}
