import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What axe finds serious or critical on a page; the code editors are Monaco's own affair. */
export async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  const found = await page.evaluate<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>(
    'axe.run({ exclude: [[".monaco-editor"]] }, { resultTypes: ["violations"] })',
  );
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`);
}

/** The same in the light and in the dark. */
export async function seriousProblemsLightAndDark(page: Page): Promise<string[]> {
  const light = await seriousProblems(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await seriousProblems(page);
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark];
}
