import 'reflect-metadata';
import { openOrm } from '../src/database/orm.ts';
import { runOnDatabase } from './run-on-database.ts';

/** npm run migrate:back -- NAME: takes the newest migration back; it has to be named, so that no other goes by mistake. */
await runOnDatabase('usage: npm run migrate:back -- NAME, the newest migration’s name', async (url, name) => {
  const orm = await openOrm(url);
  try {
    const newest = (await orm.migrator.getExecuted()).at(-1)?.name ?? 'none';
    if (name !== newest) throw new Error(`the newest migration is ${newest}`);
    await orm.migrator.down();
    return `${name} is taken back`;
  } finally {
    await orm.close(true);
  }
});
