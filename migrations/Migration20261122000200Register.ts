import { Migration } from '@mikro-orm/migrations';

/**
 * The state of the synthetic register: one row tells its scale and size, none that there is none. Written in the
 * transaction that makes the register. `down` leaves the made-up rows where they are.
 */
export class Migration20261122000200Register extends Migration {
  override up(): void {
    this.addSql(`create table register_state (
      only_row boolean primary key default true check (only_row),
      scale text not null check (scale in ('demo', 'province', 'nation')),
      seed bigint not null,
      generated_at timestamptz not null default now(),
      provinces int not null,
      organizations bigint not null,
      members bigint not null,
      stays bigint not null,
      events bigint not null,
      targets bigint not null,
      milliseconds bigint not null
    )`);
  }

  override down(): void {
    this.addSql(`drop table register_state`);
  }
}
