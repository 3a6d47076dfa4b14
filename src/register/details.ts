/** The details of events (forms, years, reasons) by number, 0 for none. */
export class Details {
  private readonly numbers = new Map<string, number>();

  numberOf(detail: string | null): number {
    if (detail === null) return 0;
    const known = this.numbers.get(detail);
    if (known !== undefined) return known;
    const number = this.numbers.size + 1;
    if (number > 255) throw new RangeError(`more than 255 kinds of detail; ${detail} is one too many`);
    this.numbers.set(detail, number);
    return number;
  }

  /** The number of a detail that has occurred; undefined for one that never has. */
  find(detail: string): number | undefined {
    return this.numbers.get(detail);
  }
}
