import { readGallery } from './question.ts';
import type { GalleryQuestion } from './question.ts';

const questions = import.meta.glob<string>('../../../gallery/*.graphql', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const described = import.meta.glob<Omit<GalleryQuestion, 'id' | 'query'>>('../../../gallery/*.json', {
  import: 'default',
  eager: true,
});

/** The questions of the project's gallery, as they lie in its folder. */
export const GALLERY = readGallery(questions, described);
