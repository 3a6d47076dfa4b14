import { setTimeout as sleep } from 'node:timers/promises';

/** Thrown out of a start that was told to end; nothing to report. */
export class Ended extends Error {
  override readonly name = 'Ended';
}

/** What is open, so that it can be closed in the reverse order, whenever the end comes. */
export class Lifetime {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private opening: Promise<unknown> = Promise.resolve();
  private ending: Promise<boolean> | undefined;

  /**
   * Opens something that has to be closed at the end.
   * @throws Ended if the end came in the meantime; what was opened is closed then
   */
  async open<T>(start: () => Promise<T>, close: (opened: T) => Promise<unknown>): Promise<T> {
    if (this.ending !== undefined) throw new Ended();
    const opening = start();
    this.opening = opening;
    const opened = await opening;
    this.closers.push(() => close(opened));
    if (this.ending !== undefined) throw new Ended();
    return opened;
  }

  /** Has the end begun? */
  get isEnding(): boolean {
    return this.ending !== undefined;
  }

  /**
   * Closes everything. Waits for what is just being opened, and closes that too.
   * @param limitMs how long it may take altogether
   * @returns false if the time was up before all was closed
   */
  end(limitMs: number): Promise<boolean> {
    this.ending ??= Promise.race([this.closeAll(), sleep(limitMs, false, { ref: false })]);
    return this.ending;
  }

  private async closeAll(): Promise<boolean> {
    await this.opening.catch(() => undefined);
    let clean = true;
    for (let close = this.closers.pop(); close !== undefined; close = this.closers.pop()) {
      await close().catch(() => (clean = false));
    }
    return clean;
  }
}
