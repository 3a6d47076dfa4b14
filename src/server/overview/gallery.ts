import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Question } from './question.ts';
import type { Language } from './words.ts';

/** A question of the gallery, as far as the page shows it. */
export interface GalleryEntry extends Question {
  readonly title: Readonly<Record<Language, string>>;
  readonly about: Readonly<Record<Language, string>>;
}

const FOLDER = fileURLToPath(new URL('../../../gallery/', import.meta.url));

/** Reads the gallery's questions in their order: every `x.json` and the `x.graphql` beside it. */
export function readGallery(folder: string = FOLDER): readonly GalleryEntry[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => ({
      ...(JSON.parse(readFileSync(folder + name, 'utf8')) as Omit<GalleryEntry, 'query'>),
      query: readFileSync(folder + name.replace(/json$/, 'graphql'), 'utf8'),
    }));
}
