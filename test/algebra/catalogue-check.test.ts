import fc from 'fast-check';
import type { IndicatorKind, RatioDefinition } from '../../src/facts/indicators/indicator.ts';
import type { KnownCatalogue } from '../../src/import/catalogue/check.ts';
import { checkEntries } from '../../src/import/catalogue/check.ts';
import { circleThrough } from '../../src/import/catalogue/circle.ts';
import type { IndicatorEntry, KnownIndicator } from '../../src/import/catalogue/entry.ts';
import { CatalogueRefused } from '../../src/import/catalogue/problem.ts';
import { readEntries } from '../../src/import/catalogue/read-file.ts';

const FORM = { name: 'FORM', closed: true, values: [{ value: 'WARNING', nameVi: 'Cảnh cáo', nameEn: 'Warning' }] };

function indicator(
  code: string,
  kind: IndicatorKind = 'FLOW',
  definition: RatioDefinition | null = null,
): IndicatorEntry {
  return {
    code,
    name: code,
    nameEn: code,
    description: code,
    descriptionEn: code,
    kind,
    unit: '%',
    dimensions: [],
    definition,
  };
}

function share(top: string, bottom: string): RatioDefinition {
  return { form: 'SHARE', numerator: { indicator: top }, denominator: { indicator: bottom } };
}

const KNOWN: KnownCatalogue = {
  indicators: [
    indicator('ADMITTED'),
    { ...indicator('DISCIPLINED'), dimensions: [{ name: 'FORM', addsUp: true }] },
    indicator('MEMBERS', 'STOCK'),
    indicator('RATE', 'RATIO', share('ADMITTED', 'MEMBERS')),
    indicator('CLASSIFIED', 'CLASS'),
  ],
  dimensions: [FORM],
  withFacts: new Set(['ADMITTED']),
};

function problems(...indicators: IndicatorEntry[]): string[] {
  return checkEntries(KNOWN, { indicators, dimensions: [], rules: [] }).map(
    ({ code, message }) => `${code}: ${message}`,
  );
}

test.each<[string, IndicatorEntry[], string[]]>([
  ['a share of counts', [indicator('NEW', 'RATIO', share('ADMITTED', 'MEMBERS'))], []],
  [
    'a growth of a count',
    [indicator('NEW', 'RATIO', { form: 'GROWTH', of: { indicator: 'MEMBERS' }, against: 'PREVIOUS_YEAR' })],
    [],
  ],
  [
    'a share of an indicator that comes with it',
    [indicator('NEW', 'RATIO', share('SECOND', 'MEMBERS')), indicator('SECOND')],
    [],
  ],
  ['itself', [indicator('A', 'RATIO', share('A', 'MEMBERS'))], ['DEFINITION_CIRCLE: A is defined by itself: A → A.']],
  [
    'a circle of two',
    [indicator('A', 'RATIO', share('B', 'MEMBERS')), indicator('B', 'RATIO', share('ADMITTED', 'A'))],
    ['DEFINITION_CIRCLE: A is defined by itself: A → B → A.', 'DEFINITION_CIRCLE: B is defined by itself: B → A → B.'],
  ],
  [
    'an indicator that there is not',
    [indicator('NEW', 'RATIO', share('NOBODY', 'MEMBERS'))],
    ['INDICATOR_UNKNOWN: NEW is defined by NOBODY, which is no indicator of the catalogue.'],
  ],
  [
    'a share of a share',
    [indicator('NEW', 'RATIO', share('RATE', 'MEMBERS'))],
    ['DEFINITION_ILLEGAL: NEW is defined by RATE, which is a RATIO: only counts can be added and divided.'],
  ],
  [
    'a share of a class',
    [indicator('NEW', 'RATIO', share('CLASSIFIED', 'MEMBERS'))],
    ['DEFINITION_ILLEGAL: NEW is defined by CLASSIFIED, which is a CLASS: only counts can be added and divided.'],
  ],
  [
    'a count that is defined',
    [indicator('NEW', 'FLOW', share('ADMITTED', 'MEMBERS'))],
    ['DEFINITION_ILLEGAL: Expected a RATIO to be defined by others; NEW is a FLOW.'],
  ],
  [
    'a kind that has facts',
    [indicator('ADMITTED', 'STOCK')],
    ['KIND_IN_USE: ADMITTED is a FLOW and has facts; as a STOCK they would say something else.'],
  ],
  ['a kind without facts', [indicator('MEMBERS', 'FLOW')], []],
  [
    'a dimension that there is not',
    [{ ...indicator('NEW'), dimensions: [{ name: 'COLOUR', addsUp: true }] }],
    ['DIMENSION_UNKNOWN: NEW is divided by COLOUR, which is no dimension of the catalogue.'],
  ],
  [
    'a value that there is not',
    [
      indicator('NEW', 'RATIO', {
        form: 'SHARE',
        numerator: { indicator: 'DISCIPLINED', dimensions: { FORM: 'FINE' } },
        denominator: { indicator: 'DISCIPLINED' },
      }),
    ],
    ['DIMENSION_UNKNOWN: NEW asks for FORM = FINE, which is no value of it.'],
  ],
  [
    'a division that a side has not',
    [{ ...indicator('NEW', 'RATIO', share('ADMITTED', 'MEMBERS')), dimensions: [{ name: 'FORM', addsUp: false }] }],
    [
      'DIMENSION_UNKNOWN: NEW asks for ADMITTED by FORM, by which it is not divided.',
      'DIMENSION_UNKNOWN: NEW asks for MEMBERS by FORM, by which it is not divided.',
    ],
  ],
  [
    'a code in lower case',
    [indicator('admitted_by_night')],
    ['ENTRY_MALFORMED: Expected the code of an indicator in upper case with underscores; got admitted_by_night.'],
  ],
])('%s', (_, entries, expected) => {
  expect(problems(...entries)).toEqual(expected);
});

test('rules name indicators and values that there are', () => {
  const rules = [
    { code: 'GOOD', name: '', nameEn: '', rule: { form: 'PARTS', indicator: 'DISCIPLINED', dimension: 'FORM' } },
    {
      code: 'UNKNOWN',
      name: '',
      nameEn: '',
      rule: { form: 'COMPARE', left: [{ indicator: 'NOBODY' }], relation: 'EQUAL', right: [{ indicator: 'MEMBERS' }] },
    },
    { code: 'UNDIVIDED', name: '', nameEn: '', rule: { form: 'PARTS', indicator: 'MEMBERS', dimension: 'FORM' } },
  ] as const;
  const found = checkEntries(KNOWN, { indicators: [], dimensions: [], rules });
  expect(found.map(({ code, message }) => `${code}: ${message}`)).toEqual([
    'INDICATOR_UNKNOWN: The rule UNKNOWN names NOBODY, which is no indicator of the catalogue.',
    'DIMENSION_UNKNOWN: UNDIVIDED asks for MEMBERS by FORM, by which it is not divided.',
  ]);
});

test('a circle is found exactly where one leads back, and its path is one', () => {
  const edges = fc.array(
    fc.tuple(fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 0, max: 7 })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(edges, (list) => {
      const graph = new Map<string, KnownIndicator>(
        list.map(([from, top, bottom]) => [`I${from}`, indicator(`I${from}`, 'RATIO', share(`I${top}`, `I${bottom}`))]),
      );
      const next = (code: string): string[] => {
        const definition = graph.get(code)?.definition;
        return definition?.form === 'SHARE' ? [definition.numerator.indicator, definition.denominator.indicator] : [];
      };
      for (const code of graph.keys()) {
        let reached = new Set(next(code));
        for (let round = 0; round < 9; round += 1) reached = new Set([...reached, ...[...reached].flatMap(next)]);
        const path = circleThrough(code, graph);
        expect(path !== undefined).toBe(reached.has(code));
        path?.slice(1).forEach((each, at) => expect(next(path[at] ?? '')).toContain(each));
      }
    }),
  );
});

describe('a file', () => {
  const entry = { ...indicator('NEW'), unit: 'lần' };

  test('is one object with lists, or one entry a line', () => {
    const whole = readEntries(JSON.stringify({ indicators: [entry] }));
    expect(whole).toEqual({ indicators: [entry], dimensions: [], rules: [] });
    expect(readEntries(`${JSON.stringify({ indicator: entry })}\n\n`)).toEqual(whole);
  });

  test.each<[string, object, string[]]>([
    ['an empty name', { indicators: [{ ...entry, name: '' }] }, ['Expected name of indicators[0] to be text.']],
    [
      'a kind that there is not',
      { indicators: [{ ...entry, kind: 'PILE' }] },
      ['Expected kind of indicators[0] to be one of FLOW, STOCK, RATIO, AVERAGE, CLASS.'],
    ],
    [
      'a field that there is not',
      { indicators: [{ ...entry, colour: 'red' }] },
      ['indicators[0] has colour, which is no field of an indicator.'],
    ],
    [
      'half a definition',
      { indicators: [{ ...entry, definition: { form: 'SHARE' } }] },
      ['Expected definition of indicators[0] to be null, or a definition of the form SHARE or GROWTH.'],
    ],
    ['no list', { indicators: 'all' }, ['Expected indicators to be a list.']],
  ])('with %s is refused by its field', (_, content, expected) => {
    expect(() => readEntries(JSON.stringify(content))).toThrow(
      new CatalogueRefused(expected.map((message) => ({ code: 'ENTRY_MALFORMED', entry: '', message, path: [] }))),
    );
  });

  test('of lines is refused by its line', () => {
    expect(() => readEntries(`${JSON.stringify({ indicator: entry })}\nnonsense`)).toThrow(
      'Expected line 2 to be an object with an indicator, a dimension or a rule.',
    );
  });
});
