import type { OnRegisterProgress, RegisterProgress } from './progress.ts';
import type { Summary } from './state.ts';

/** The part of a terminal or a pipe that the report needs. */
export interface ReportScreen {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tells a person how a generation goes, and what came of it. */
export interface RegisterReport {
  readonly progress: OnRegisterProgress;
  done(summary: Summary): void;
}

const REDRAW = '\r\u001B[2K';
const STEP = 0.1;

/** On a terminal one line is redrawn; in a log file there is a line for every tenth and for every new thing that is done. */
export function createRegisterReport(screen: ReportScreen): RegisterReport {
  const progress = screen.isTTY === true ? redrawn(screen) : inSteps(screen);
  return {
    progress,
    done(summary) {
      screen.write(`${screen.isTTY === true ? REDRAW : ''}${summaryLine(summary)}\n`);
    },
  };
}

function redrawn(screen: ReportScreen): OnRegisterProgress {
  return (progress) => screen.write(`${REDRAW}${progressLine(progress)}`);
}

function inSteps(screen: ReportScreen): OnRegisterProgress {
  let last = { text: '', step: -1 };
  return (progress) => {
    const step = Math.floor(progress.share / STEP + 1e-9);
    if (progress.text === last.text && step === last.step) return;
    last = { text: progress.text, step };
    screen.write(`${progressLine(progress)}\n`);
  };
}

/** "writing members: 42 %, 7,012,345 rows, 61,000 a second, about 95 s left" */
export function progressLine({ text, share, rows, elapsedMs }: RegisterProgress): string {
  const parts = [`${Math.floor(share * 100 + 1e-9)} %`];
  const seconds = elapsedMs / 1000;
  if (rows > 0) parts.push(`${grouped(rows)} rows`);
  if (rows > 0 && seconds > 0) parts.push(`${grouped(rows / seconds)} a second`);
  if (share > 0 && share < 1) parts.push(`about ${Math.ceil((seconds * (1 - share)) / share)} s left`);
  return share === 0 ? text : `${text}: ${parts.join(', ')}`;
}

export function summaryLine({ scale, organizations, members, events, targets, seed, milliseconds }: Summary): string {
  const made = `${grouped(organizations)} organisations, ${grouped(members)} members, ${grouped(events)} events, ${grouped(targets)} targets`;
  return `the ${scale} register is there: ${made} (seed ${seed}), after ${(milliseconds / 1000).toFixed(1)} s`;
}

const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

function grouped(value: number): string {
  return NUMBER.format(value);
}
