import { readFileSync } from 'node:fs';
import { startTestServer } from '../support/server.ts';

test('the first question of the README has the answer that stands below it', async () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [, question = ''] = /```graphql\n(.*?)```/s.exec(text) ?? [];
  const [, answer = ''] = /```json\n(.*?)```/s.exec(text) ?? [];
  const server = await startTestServer();
  try {
    expect(await server.ask(question)).toEqual(JSON.parse(answer));
  } finally {
    await server.stop();
  }
});
