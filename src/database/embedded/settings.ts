import type { Settings } from './launch.ts';

/** Only this machine may connect, and only with the password. */
const common: Settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: 100,
  shared_buffers: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
};

/** Made for a machine of two cores with a few gigabytes to spare. */
const durable: Settings = {
  ...common,
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  effective_cache_size: '2GB',
  random_page_cost: 1.1,
  max_wal_size: '2GB',
};

/** For data that nobody will miss: nothing waits for the disk. */
const throwaway: Settings = {
  ...common,
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
};

/** The settings that a kind of data is served with. */
export function serverSettings(kind: { durable: boolean }): Settings {
  return kind.durable ? durable : throwaway;
}
