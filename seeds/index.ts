import type { MikroORM } from '@mikro-orm/postgresql';
import { SourceDocument } from '../src/facts/observations/source-document.entity.ts';
import { PublishedFiguresSeeder } from './PublishedFiguresSeeder.ts';

/** Told what is being loaded, a line at a time. */
export type OnProgress = (text: string) => void;

/** Loads what the platform starts with, once: an empty database gets all of it, another one nothing. */
export async function loadSeeds(orm: MikroORM, { onProgress }: { onProgress: OnProgress }): Promise<void> {
  const em = orm.em.fork();
  if ((await em.count(SourceDocument)) > 0) return;
  onProgress('loading the figures of the five articles');
  await em.transactional((inside) => new PublishedFiguresSeeder().run(inside));
}
