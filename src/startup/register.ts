import type { MikroORM } from '@mikro-orm/postgresql';
import type { Scale } from '../config.ts';
import { generateRegister } from '../import/register/generate-register.ts';
import { registerScale } from '../import/register/state.ts';
import type { Progress } from './progress.ts';

/** Makes the synthetic register at the first start. One that is there stays, whatever its scale. */
export async function ensureRegister(orm: MikroORM, url: string, scale: Scale, progress: Progress): Promise<void> {
  if (scale === 'none') return;
  if (await isMadeUp(orm)) return;
  await generateRegister({
    url,
    scale,
    onProgress: ({ text, share }) =>
      progress.show(`making a synthetic register up: ${text}, ${Math.round(share * 100)} %`),
  });
}

/** Whether there is a register of people who were made up. */
export async function isMadeUp(orm: MikroORM): Promise<boolean> {
  return (await registerScale(await orm.em.getConnection().getNativeClient())) !== 'none';
}
