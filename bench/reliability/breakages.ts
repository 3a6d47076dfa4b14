import type { Breakage } from './world.ts';
import { CLOCK } from './worlds/clock.ts';
import { OF_THE_DATABASE } from './worlds/database.ts';
import { FULL_DISK } from './worlds/full-disk.ts';
import { OF_PROCESSES } from './worlds/processes.ts';
import { OF_A_REPLICA } from './worlds/replicated.ts';

/** Everything that is broken. */
export const BREAKAGES: readonly Breakage[] = [...OF_THE_DATABASE, FULL_DISK, CLOCK, ...OF_A_REPLICA, ...OF_PROCESSES];
