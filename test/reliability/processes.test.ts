import { OF_PROCESSES } from '../../bench/reliability/worlds/processes.ts';
import { OF_A_REPLICA } from '../../bench/reliability/worlds/replicated.ts';
import { tryOut } from './try-out.ts';

tryOut([...OF_A_REPLICA.slice(1), ...OF_PROCESSES.slice(0, 1)]);
