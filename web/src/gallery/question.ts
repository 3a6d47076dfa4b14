import type { Language } from '../language/language.ts';

/** A text in both languages of the interface. */
export type Both = Readonly<Record<Language, string>>;

/** What a person may change of a question before asking it. */
export interface Field {
  readonly variable: string;
  readonly label: Both;
  readonly input: 'unit' | 'indicator' | 'text';
}

/** The groups in which the gallery shows its questions, in this order. */
export const GROUPS = ['articles', 'levels', 'targets', 'reporting', 'reform', 'corrections', 'federation'] as const;
export type Group = (typeof GROUPS)[number];

/** A question of the gallery: its GraphQL, and what the file beside it says of it. */
export interface GalleryQuestion {
  readonly id: string;
  readonly group: Group;
  readonly title: Both;
  readonly about: Both;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly fields: readonly Field[];
  readonly query: string;
}

type Described = Omit<GalleryQuestion, 'id' | 'query'>;

/** Joins the files of the gallery by their names, in the order of these: every `x.graphql` with its `x.json`. */
export function readGallery(
  questions: Readonly<Record<string, string>>,
  described: Readonly<Record<string, Described>>,
): readonly GalleryQuestion[] {
  const nameOf = (path: string): string => path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '');
  const words = new Map(Object.entries(described).map(([path, description]) => [nameOf(path), description]));
  return Object.entries(questions)
    .map(([path, query]) => [nameOf(path), query] as const)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([id, query]) => {
      const description = words.get(id);
      if (description === undefined) throw new Error(`The gallery has ${id}.graphql and no ${id}.json beside it.`);
      return { id, query, ...description };
    });
}
