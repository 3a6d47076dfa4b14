import pg from 'pg';
import { createTestDatabase } from '../support/database.ts';

test('a test database sorts as Vietnamese readers expect', async () => {
  const { url, drop } = await createTestDatabase();
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest(array['Đà Nẵng', 'Dương', 'Ân', 'An', 'Ê', 'E']) as name order by name collate "vi-x-icu"`,
  );
  expect(rows.map(({ name }) => name)).toEqual(['An', 'Ân', 'Dương', 'Đà Nẵng', 'E', 'Ê']);
  await client.end();
  await drop();
});
