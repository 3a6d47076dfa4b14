import type { SeedDimension, SeedIndicator, SeedPart } from './seed-data.ts';

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function narrowed({ indicator, role, period, dimensions = {} }: SeedPart): string {
  const limits = Object.entries(dimensions).map(([name, value]) => `${name} ${value}`);
  if (role) limits.unshift(role);
  if (period) limits.push(period);
  return limits.length === 0 ? `\`${indicator}\`` : `\`${indicator}\` (${limits.join(', ')})`;
}

function definitionText({ definition }: SeedIndicator): string {
  if (definition === null) return '';
  if (definition.form === 'GROWTH') return `change of ${narrowed(definition.of)} against the year before`;
  const share = `${narrowed(definition.numerator)} / ${narrowed(definition.denominator)}`;
  return definition.complement ? `1 − ${share}` : share;
}

function splits({ dimensions }: SeedIndicator): string {
  return dimensions.map(({ name, addsUp }) => (addsUp ? `${name} +` : name)).join(', ');
}

/** The catalogue as the lines of a Markdown table, ordered as the catalogue is. */
export function indicatorTable(indicators: readonly SeedIndicator[]): string[] {
  return [
    row(['code', 'name', 'kind', 'unit', 'split by', 'made of']),
    row(['---', '---', '---', '---', '---', '---']),
    ...indicators.map((indicator) =>
      row([
        `\`${indicator.code}\``,
        `${indicator.name} · ${indicator.nameEn}`,
        indicator.kind,
        indicator.unit,
        splits(indicator),
        definitionText(indicator),
      ]),
    ),
  ];
}

/** The dimensions as the lines of a Markdown table; lists of more than twelve values are given by their number. */
export function dimensionTable(dimensions: readonly SeedDimension[]): string[] {
  return [
    row(['dimension', 'Vietnamese', 'values']),
    row(['---', '---', '---']),
    ...dimensions.map(({ name, nameVi, values, closed }) => {
      const list = values.length > 12 ? `${values.length} values` : values.map(({ value }) => `\`${value}\``).join(' ');
      return row([`\`${name}\``, nameVi, closed ? list : `${list} …`]);
    }),
  ];
}
