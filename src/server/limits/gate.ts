/** Lets so many in at once, has so many wait in turn, and sends the rest away. */
export class Gate {
  private inside = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly waiting: number,
  ) {}

  /** Resolves to what lets the next one in; undefined where the line is full. */
  async enter(): Promise<(() => void) | undefined> {
    if (this.inside >= this.atOnce) {
      if (this.line.length >= this.waiting) return undefined;
      await new Promise<void>((resolve) => this.line.push(resolve));
    } else this.inside += 1;
    let left = false;
    return () => {
      if (left) return;
      left = true;
      const next = this.line.shift();
      if (next) next();
      else this.inside -= 1;
    };
  }
}
