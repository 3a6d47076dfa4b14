/** How far a generation has come. */
export interface RegisterProgress {
  /** What is done now, for a person. */
  readonly text: string;
  /** How much of all is done, from 0 to 1. */
  readonly share: number;
  /** Rows written until now. */
  readonly rows: number;
  readonly elapsedMs: number;
}

export type OnRegisterProgress = (progress: RegisterProgress) => void;

/** Keeps count of the rows, and tells. */
export class ProgressTeller {
  private rows = 0;

  constructor(
    private readonly tell: OnRegisterProgress,
    private readonly now: () => number = () => performance.now(),
    private readonly began: number = now(),
  ) {}

  get elapsedMs(): number {
    return this.now() - this.began;
  }

  add(rows: number): void {
    this.rows += rows;
  }

  show(text: string, share: number): void {
    this.tell({ text, share, rows: this.rows, elapsedMs: this.elapsedMs });
  }
}
