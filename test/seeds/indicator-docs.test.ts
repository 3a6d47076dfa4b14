import { readFileSync } from 'node:fs';
import { dimensionTable, indicatorTable } from './indicator-table.ts';
import { dimensions, indicators } from './seed-data.ts';

const page = readFileSync(new URL('../../docs/indicators.md', import.meta.url), 'utf8');

/** A table row without the padding that lines its columns up. */
function unpadded(line: string): string {
  return line.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}

/** The table rows below a heading of the page. */
function tableUnder(heading: string): string[] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map(unpadded);
}

test.each([
  ['The catalogue', indicatorTable(indicators)],
  ['The dimensions', dimensionTable(dimensions)],
])('the page about indicators says of "%s" what the data say', (heading, expected) => {
  expect(tableUnder(heading)).toEqual(expected.map(unpadded));
});
