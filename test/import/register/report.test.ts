import { createRegisterReport, progressLine } from '../../../src/import/register/report.ts';

const at = (share: number, text = 'writing members') => ({
  text,
  share,
  rows: Math.round(1_000_000 * share),
  elapsedMs: 20_000 * share,
});

const summary = {
  scale: 'demo' as const,
  seed: 2025,
  provinces: 4,
  organizations: 2100,
  members: 31_234,
  stays: 33_000,
  events: 20_000,
  targets: 1500,
  milliseconds: 6_543,
};

function written(isTTY: boolean, shares: readonly number[]): string[] {
  const texts: string[] = [];
  const report = createRegisterReport({ isTTY, write: (text) => texts.push(text) });
  for (const share of shares) report.progress(at(share));
  report.done(summary);
  return texts;
}

const DONE =
  'the demo register is there: 2,100 organisations, 31,234 members, 20,000 events, 1,500 targets (seed 2025), after 6.5 s\n';

test('a line tells what is done, how much, how fast, and how long it will take', () => {
  expect(progressLine(at(0.25))).toBe('writing members: 25 %, 250,000 rows, 50,000 a second, about 15 s left');
  expect(progressLine(at(0, 'reading the real tree'))).toBe('reading the real tree');
});

test('a log file gets a line for every tenth', () => {
  expect(written(false, [0.01, 0.02, 0.1, 0.15, 0.3])).toEqual([
    'writing members: 1 %, 10,000 rows, 50,000 a second, about 20 s left\n',
    'writing members: 10 %, 100,000 rows, 50,000 a second, about 18 s left\n',
    'writing members: 30 %, 300,000 rows, 50,000 a second, about 14 s left\n',
    DONE,
  ]);
});

test('a terminal has one line that is redrawn', () => {
  const texts = written(true, [0.01, 0.02]);
  expect(texts).toHaveLength(3);
  expect(texts.every((text) => text.startsWith('\r\u001B[2K'))).toBe(true);
  expect(texts.at(-1)).toContain(DONE);
});
