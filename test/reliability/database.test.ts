import { CLOCK } from '../../bench/reliability/worlds/clock.ts';
import { OF_THE_DATABASE } from '../../bench/reliability/worlds/database.ts';
import { FULL_DISK } from '../../bench/reliability/worlds/full-disk.ts';
import { tryOut } from './try-out.ts';

tryOut([...OF_THE_DATABASE.slice(0, 2), FULL_DISK, CLOCK]);
