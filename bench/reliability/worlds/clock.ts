import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../template.ts';
import type { Breakage } from '../world.ts';
import { inProcesses } from './processes.ts';

/** Where systems put it. Tests may name another place. */
const LIBRARY = 'faketime/libfaketime.so.1';
const PLACES = ['/usr/lib/x86_64-linux-gnu', '/usr/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib'];

function findLibrary(): string | undefined {
  const own = process.env['DANGBO_TEST_FAKETIME'];
  return [...(own === undefined ? [] : [own]), ...PLACES.map((place) => join(place, LIBRARY))].find(existsSync);
}

/** The clock as processes see it that were started so: it stands by so many hours before the machine's. */
const setBack = (file: string, hours: number): Promise<void> => writeFile(file, `-${hours}h\n`);

/** PostgreSQL and the platform run under libfaketime, and their clock is set back by an hour each time. */
export const CLOCK: Breakage = {
  name: 'the clock of the platform and of PostgreSQL set back by an hour',
  obstacle: () => (findLibrary() === undefined ? 'libfaketime is not installed' : undefined),
  open: async () => {
    const folder = await makeFolder();
    const file = join(folder, 'clock');
    await setBack(file, 0);
    const environment = {
      LD_PRELOAD: findLibrary() ?? '',
      FAKETIME_TIMESTAMP_FILE: file,
      FAKETIME_CACHE_DURATION: '1',
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      DONT_FAKE_MONOTONIC: '1',
    };
    let hours = 0;
    const breakOnce = async (): Promise<void> => {
      await setBack(file, (hours += 1));
      // Until each process has looked at it.
      await sleep(2_000);
    };
    return inProcesses(environment, breakOnce, { environment }, folder);
  },
};
