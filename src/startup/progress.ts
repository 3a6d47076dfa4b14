/** The part of a terminal or a pipe that the progress needs. */
export interface Screen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** One line that tells what is going on. */
export interface Progress {
  /** Tells what is done now; takes the place of what was told before. */
  show(text: string): void;
  /** Takes away what was told last. */
  clear(): void;
  /** Tells something that is to stay. */
  print(text: string): void;
}

const nothing = (): void => undefined;
/** Of a worker: its primary tells what there is to tell. */
export const SILENT: Progress = { show: nothing, clear: nothing, print: nothing };

const PAUSE_MS = 5_000;
const REDRAW = '\r\u001B[2K';

/** On a terminal the line is redrawn. In a log file a line is written at most every five seconds. */
export function createProgress(screen: Screen, now: () => number = () => performance.now()): Progress {
  return screen.isTTY === true ? onTerminal(screen) : inLog(screen, now);
}

function onTerminal(screen: Screen): Progress {
  return {
    show: (text) => screen.write(`${REDRAW}${text}`),
    clear: () => screen.write(REDRAW),
    print: (text) => screen.write(`${REDRAW}${text}\n`),
  };
}

function inLog(screen: Screen, now: () => number): Progress {
  let lastAt = -Infinity;
  return {
    show(text) {
      if (now() - lastAt < PAUSE_MS) return;
      lastAt = now();
      screen.write(`${text}\n`);
    },
    clear: () => undefined,
    print: (text) => screen.write(`${text}\n`),
  };
}
