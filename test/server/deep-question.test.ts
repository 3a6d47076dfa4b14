import type { TestServer } from '../support/server.ts';
import { startTestServer } from '../support/server.ts';

/**
 * Each level of the tree may hold any of eight kinds of organisation: written out for each of them, a question of
 * a few lines would be larger than the memory. It is answered all the same, and soon.
 */
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

test.each([3, 6, 12])('up and down the tree, %d levels', async (levels) => {
  const query = `{ organization(code: "H509") { code ${'parent(on: "2023-06-30") { code '.repeat(levels)} ${'}'.repeat(levels)} } }`;
  const before = performance.now();
  const { organization } = await server.data<{ organization: { parent: { code: string; parent: { code: string } } } }>(
    query,
  );
  expect(organization.parent).toMatchObject({ code: 'T49', parent: { code: 'VN' } });
  expect(performance.now() - before).toBeLessThan(10_000);
});
