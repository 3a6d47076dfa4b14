import { INDICATOR_KINDS } from '../../facts/indicators/indicator.ts';
import type { CatalogueEntries } from './entry.ts';
import type { CatalogueProblem } from './problem.ts';
import { CatalogueRefused } from './problem.ts';

/** The three kinds of entry, and the lists that hold them. */
const LISTS = { indicator: 'indicators', dimension: 'dimensions', rule: 'rules' } as const;
type EntryKind = keyof typeof LISTS;

type Fields = Readonly<Record<string, unknown>>;

/** What a field of an entry has to be, in words and as a check. */
interface Shape {
  readonly expected: string;
  readonly fits: (value: unknown) => boolean;
}

const TEXT: Shape = { expected: 'text', fits: (value) => typeof value === 'string' && value.trim() !== '' };
const FLAG: Shape = { expected: 'true or false', fits: (value) => typeof value === 'boolean' };
const LIST: Shape = { expected: 'a list', fits: Array.isArray };
const RECORD: Shape = { expected: 'an object', fits: isRecord };
const KIND: Shape = {
  expected: `one of ${INDICATOR_KINDS.join(', ')}`,
  fits: (value) => INDICATOR_KINDS.some((kind) => kind === value),
};
const DEFINITION: Shape = {
  expected: 'null, or a definition of the form SHARE or GROWTH',
  fits: (value) =>
    value === null ||
    (isRecord(value) &&
      (value['form'] === 'GROWTH'
        ? isSide(value['of'])
        : value['form'] === 'SHARE' && isSide(value['numerator']) && isSide(value['denominator']))),
};

const SHAPES: Readonly<Record<EntryKind, Readonly<Record<string, Shape>>>> = {
  indicator: {
    code: TEXT,
    name: TEXT,
    nameEn: TEXT,
    description: TEXT,
    descriptionEn: TEXT,
    kind: KIND,
    unit: TEXT,
    dimensions: LIST,
    definition: DEFINITION,
  },
  dimension: { name: TEXT, nameVi: TEXT, descriptionEn: TEXT, closed: FLAG, values: LIST },
  rule: { code: TEXT, name: TEXT, nameEn: TEXT, rule: RECORD },
};

/**
 * Reads entries from a file's text: one JSON object with the lists `indicators`, `dimensions` and `rules`, or JSON
 * Lines, each with one `indicator`, `dimension` or `rule`.
 * @throws CatalogueRefused that names the line and the field
 */
export function readEntries(text: string): CatalogueEntries {
  const found: Record<EntryKind, unknown[]> = { indicator: [], dimension: [], rule: [] };
  const problems: CatalogueProblem[] = [];
  for (const { place, kind, value } of placedEntries(text)) {
    const faults = faultsOf(place, kind, value);
    problems.push(...faults);
    if (faults.length === 0) found[kind].push(value);
  }
  if (problems.length > 0) throw new CatalogueRefused(problems);
  return { indicators: found.indicator, dimensions: found.dimension, rules: found.rule } as unknown as CatalogueEntries;
}

interface Placed {
  readonly place: string;
  readonly kind: EntryKind;
  readonly value: unknown;
}

function placedEntries(text: string): Placed[] {
  const whole = parsed(text);
  if (isRecord(whole) && Object.values(LISTS).some((list) => list in whole)) {
    return kindsOf().flatMap((kind) =>
      listOf(whole, LISTS[kind]).map((value, at) => ({ place: `${LISTS[kind]}[${at}]`, kind, value })),
    );
  }
  return text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [placedLine(line, at + 1)]));
}

function placedLine(line: string, number: number): Placed {
  const value = parsed(line);
  const kind = isRecord(value) ? kindsOf().find((each) => each in value) : undefined;
  if (!isRecord(value) || !kind)
    throw refusal(
      `line ${number}`,
      `Expected line ${number} to be an object with an indicator, a dimension or a rule.`,
    );
  return { place: `line ${number}`, kind, value: value[kind] };
}

/** Whether something is not written as an entry for an indicator is. */
export function isMalformedIndicator(value: unknown): boolean {
  if (faultsOf('', 'indicator', value).length > 0) return true;
  const { dimensions } = value as { readonly dimensions: readonly unknown[] };
  return !dimensions.every(
    (each) => isRecord(each) && typeof each['name'] === 'string' && typeof each['addsUp'] === 'boolean',
  );
}

function faultsOf(place: string, kind: EntryKind, value: unknown): CatalogueProblem[] {
  if (!isRecord(value)) return refusal(place, `Expected ${place} to be an object.`).problems.slice();
  const missing = Object.entries(SHAPES[kind]).filter(([field, shape]) => !shape.fits(value[field]));
  const strange = Object.keys(value).filter((field) => !(field in SHAPES[kind]));
  return [
    ...missing.map(([field, shape]) => malformed(place, `Expected ${field} of ${place} to be ${shape.expected}.`)),
    ...strange.map((field) =>
      malformed(place, `${place} has ${field}, which is no field of ${kind === 'indicator' ? 'an' : 'a'} ${kind}.`),
    ),
  ];
}

function kindsOf(): EntryKind[] {
  return ['indicator', 'dimension', 'rule'];
}

function listOf(whole: Fields, name: string): readonly unknown[] {
  const list = whole[name] ?? [];
  if (Array.isArray(list)) return list;
  throw refusal(name, `Expected ${name} to be a list.`);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSide(value: unknown): boolean {
  return isRecord(value) && typeof value['indicator'] === 'string';
}

function malformed(entry: string, message: string): CatalogueProblem {
  return { code: 'ENTRY_MALFORMED', entry, message, path: [] };
}

function refusal(entry: string, message: string): CatalogueRefused {
  return new CatalogueRefused([malformed(entry, message)]);
}
