import { readConfig } from '../../src/config.ts';
import { describeFailure } from '../../src/startup/failure.ts';
import { Ended, Lifetime } from '../../src/startup/lifetime.ts';
import { createProgress } from '../../src/startup/progress.ts';

const LONG_MS = 5_000;

describe('what is open', () => {
  /** A lifetime in which two things were opened, and the order in which they were closed. */
  async function twoOpen(): Promise<{ life: Lifetime; closed: string[] }> {
    const life = new Lifetime();
    const closed: string[] = [];
    for (const name of ['database', 'server']) {
      await life.open(
        () => Promise.resolve(name),
        async (opened) => closed.push(opened),
      );
    }
    return { life, closed };
  }

  test('is closed in the reverse order, once', async () => {
    const { life, closed } = await twoOpen();
    expect(await Promise.all([life.end(LONG_MS), life.end(LONG_MS)])).toEqual([true, true]);
    expect(closed).toEqual(['server', 'database']);
  });

  test('is closed too if the end comes while it opens', async () => {
    const { life, closed } = await twoOpen();
    let finish = (): void => undefined;
    const opening = life.open(
      () => new Promise<string>((resolve) => (finish = () => resolve('late'))),
      async (opened) => closed.push(opened),
    );
    const ending = life.end(LONG_MS);
    finish();
    await expect(opening).rejects.toThrow(Ended);
    expect(await ending).toBe(true);
    expect(closed).toEqual(['late', 'server', 'database']);
  });

  test('is not opened any more after the end', async () => {
    const { life } = await twoOpen();
    await life.end(LONG_MS);
    await expect(
      life.open(
        () => Promise.reject(new Error('opened')),
        () => Promise.resolve(),
      ),
    ).rejects.toThrow(Ended);
  });

  test('does not keep the others open if it cannot be closed', async () => {
    const { life, closed } = await twoOpen();
    await life.open(
      () => Promise.resolve(),
      () => Promise.reject(new Error('stuck')),
    );
    expect(await life.end(LONG_MS)).toBe(false);
    expect(closed).toEqual(['server', 'database']);
  });

  test('has a limited time to close', async () => {
    const { life } = await twoOpen();
    await life.open(
      () => Promise.resolve(),
      () => new Promise(() => undefined),
    );
    expect(await life.end(10)).toBe(false);
  });
});

describe('progress', () => {
  /** What appears on a screen, when the clock stands at the given seconds. */
  function shown(isTTY: boolean, seconds: readonly number[]): string[] {
    const written: string[] = [];
    const clock = [...seconds];
    const progress = createProgress(
      { isTTY, write: (text: string) => written.push(text) },
      () => (clock[0] ?? 0) * 1000,
    );
    for (const second of seconds) {
      progress.show(`at ${second}`);
      clock.shift();
    }
    progress.print('done');
    return written;
  }

  test('is one line that is redrawn on a terminal', () => {
    expect(shown(true, [0, 1])).toEqual(['\r\u001B[2Kat 0', '\r\u001B[2Kat 1', '\r\u001B[2Kdone\n']);
  });

  test('is a line every five seconds in a log', () => {
    expect(shown(false, [0, 1, 4, 6, 8])).toEqual(['at 0\n', 'at 6\n', 'done\n']);
  });
});

describe('a failure', () => {
  const config = readConfig({ PORT: '80', HOST: 'here' });
  const coded = (code: string): Error => Object.assign(new Error(code), { code });

  test.each([
    ['EADDRINUSE', 'PORT 80 is taken: stop what listens on here:80, or set PORT to another'],
    ['EACCES', 'PORT 80 may not be opened on here: set PORT to 1024 or more'],
    ['EADDRNOTAVAIL', 'HOST here is no address of this machine'],
    ['ENOTFOUND', 'HOST here is not known'],
    ['ELSE', 'ELSE'],
  ])('%s is said in terms of the settings', (code, message) => {
    expect(describeFailure(coded(code), config)).toBe(message);
  });

  test('of several attempts tells the first reason, in one line', () => {
    const error = new AggregateError([new Error('refused\nat line 1'), new Error('other')]);
    expect(describeFailure(error)).toBe('refused');
  });
});
