import type { MikroORM } from '@mikro-orm/postgresql';
import type { Scale } from '../config.ts';
import { generateRegister } from '../import/register/generate-register.ts';
import { registerScale } from '../import/register/state.ts';
import type { Progress } from './progress.ts';

/** Makes the synthetic register at the first start. One that is there stays, whatever its scale. */
export async function ensureRegister(orm: MikroORM, url: string, scale: Scale, progress: Progress): Promise<void> {
  if (scale === 'none') return;
  const pool = await orm.em.getConnection().getNativeClient();
  if ((await registerScale(pool)) !== 'none') return;
  await generateRegister({
    url,
    scale,
    onProgress: ({ text, share }) =>
      progress.show(`making a synthetic register up: ${text}, ${Math.round(share * 100)} %`),
  });
}
