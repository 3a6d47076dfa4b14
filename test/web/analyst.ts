import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';

/** Read within the page: thousands of cells are too many to ask for one by one. */
const READ_ROWS = `[...document.querySelectorAll('.table-part tr:not(.groups)')].map((row) => [...row.cells].map((cell) => cell.innerText.trim()))`;

/** What a person does on the page of the analysts. */
export class Analyst {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits until one can type. */
  async open(url: string): Promise<void> {
    await this.page.goto(url);
    await this.page.locator('.graphiql-query-editor .view-line').first().waitFor();
  }

  async run(): Promise<void> {
    await this.page.getByRole('button', { name: 'Execute query' }).click();
  }

  /** Asks a question of the gallery by its title, changing the fields that are named by their labels. */
  async ask(title: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
    const question = this.page.getByRole('form', { name: title });
    for (const [label, value] of Object.entries(fields)) await question.getByLabel(label).fill(value);
    await question.locator('button[type=submit]').click();
  }

  /** Types something into the search of the schema, and waits until it is found; the focus stays there. */
  async find(text: string): Promise<void> {
    const search = this.page.getByRole('combobox', { name: 'Tìm trong lược đồ' });
    if (!(await search.isVisible())) await this.page.getByRole('button', { name: 'Soạn câu hỏi' }).click();
    await search.fill(text);
    await this.page.locator('.schema-search [role=status]', { hasText: /kết quả|Không tìm thấy/ }).waitFor();
  }

  /** The rows of the table, heading first, once a row holds the text. */
  async rows(text: string): Promise<string[][]> {
    await this.table.locator('tbody tr', { hasText: text }).first().waitFor();
    return this.page.evaluate<string[][]>(READ_ROWS);
  }

  /** The name of the question that is open. */
  async current(): Promise<string> {
    return this.page.locator('.graphiql-tab-button[aria-current=true]').innerText();
  }

  get table(): Locator {
    return this.page.locator('.table-part table');
  }

  /** Presses a button that downloads, and gives the file's name and bytes. */
  async download(button: string): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', { name: button, exact: true }).click(),
    ]);
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }
}
