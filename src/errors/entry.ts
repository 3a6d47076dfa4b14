/** One error that the platform can answer with: its code, what it means, and how it is mended. */
export interface CatalogueEntry {
  readonly description: string;
  readonly remedy: string;
}
