import type { Attack } from '../support/attack.ts';
import { nested, question, times } from '../support/attack.ts';

const TOO_LARGE = ['QUERY_TOO_LARGE'];
const TOO_DEEP = ['QUERY_TOO_DEEP'];
const DEEP = 10_000;

/** Fragments that each spread the one before twice. */
const doubling = (levels: number, on: string, within: string): string =>
  `fragment f0 on ${on} { ${within} } ${times(levels, (at) => `fragment f${at + 1} on ${on} { ...f${at} ...f${at} }`)}`;

/** Documents that cost more to read, to check or to answer than they cost to write. */
export const DOCUMENTS: readonly Attack[] = [
  question('one-letter fields, half a megabyte', `{ ${times(250_000, () => 'a')} }`, [
    'QUERY_TOO_LARGE',
    'BODY_TOO_LARGE',
  ]),
  question('one-letter fields, five megabytes', `{ ${times(2_500_000, () => 'a')} }`, ['BODY_TOO_LARGE']),
  question('tokens', `{ ${times(9_000, () => 'a')} }`, TOO_LARGE),
  question('punctuation', '{'.repeat(400_000), TOO_DEEP),
  question('spreads without end', `{ ${'...'.repeat(100_000)} }`, [...TOO_LARGE, 'GRAPHQL_PARSE_FAILED']),
  question('commas and blanks alone', `{ nation { code } }${' ,'.repeat(200_000)}`, []),
  question('comments alone', `{ nation { code } }\n${'#\n'.repeat(100_000)}`, []),
  question('one long name', `{ ${'a'.repeat(400_000)} }`, TOO_LARGE),
  question('one long text', `{ organization(code: "${'x'.repeat(400_000)}") { code } }`, []),
  question('one long block text', `{ organization(code: """${'\\n x'.repeat(100_000)}""") { code } }`, []),
  question('one long number', `{ nation { children(first: ${'9'.repeat(400_000)}) { totalCount } } }`, [
    'GRAPHQL_VALIDATION_FAILED',
  ]),
  question('fields in ten thousand levels', nested(DEEP, '{ a ', '', '}'), TOO_DEEP),
  question('fields in two thousand levels', nested(2_000, '{ a ', '', '}'), TOO_DEEP),
  question('inline fragments in ten thousand levels', `{ ${nested(DEEP, '... { ', '__typename', '}')} }`, TOO_DEEP),
  question('inline fragments in two thousand levels', `{ ${nested(2_000, '... { ', '__typename', '}')} }`, TOO_DEEP),
  question('conditions in a thousand levels', `{ ${nested(1_000, '... on Query { ', '__typename', '}')} }`, TOO_DEEP),
  question('lists in ten thousand levels', `{ organization(code: ${nested(DEEP, '[', '1', ']')}) { code } }`, TOO_DEEP),
  question(
    'lists in three thousand levels',
    `{ organization(code: ${nested(3_000, '[', '1', ']')}) { code } }`,
    TOO_DEEP,
  ),
  question(
    'objects in ten thousand levels',
    `{ organization(code: ${nested(DEEP, '{a:', '1', '}')}) { code } }`,
    TOO_DEEP,
  ),
  question(
    'objects in two thousand levels',
    `{ organization(code: ${nested(1_900, '{a:', '1', '}')}) { code } }`,
    TOO_DEEP,
  ),
  question(
    'types of variables in ten thousand levels',
    `query ($a: ${nested(DEEP, '[', 'Int', ']')}) { __typename }`,
    TOO_DEEP,
  ),
  question(
    'types of variables in three thousand levels',
    `query ($a: ${nested(3_000, '[', 'Int', ']')}) { __typename }`,
    TOO_DEEP,
  ),
  question('a road of thirty levels', `{ nation { ${nested(30, 'parent { ', 'code', '}')} } }`, TOO_DEEP),
  question(
    'a road of thirty levels in fragments',
    `{ nation { ...f0 } } ${times(30, (at) => `fragment f${at} on PartyOrganization { parent { ...f${at + 1} } }`)} fragment f30 on PartyOrganization { code }`,
    TOO_DEEP,
  ),
  question('aliases of one field', `{ nation { ${times(1_000, (at) => `a${at}: code`)} } }`, TOO_LARGE),
  question('aliases at the root', `{ ${times(1_000, (at) => `a${at}: nation { code }`)} }`, TOO_LARGE),
  question('aliases of __typename', `{ ${times(1_000, (at) => `a${at}: __typename`)} }`, TOO_LARGE),
  question('__typename over and over', `{ ${times(1_000, () => '__typename')} }`, TOO_LARGE),
  question('__typename within, over and over', `{ nation { ${times(5_000, () => '__typename')} } }`, TOO_LARGE),
  question('one field over and over', `{ nation { ${times(5_000, () => 'code')} } }`, TOO_LARGE),
  question(
    'aliases hidden in a fragment',
    `{ ...f } fragment f on Query { ${times(100, (at) => `a${at}: nation { code }`)} }`,
    TOO_LARGE,
  ),
  question(
    'fields at the root hidden in a fragment',
    `{ ...f } fragment f on Query { ${times(100, () => '__typename')} }`,
    TOO_LARGE,
  ),
  question(
    'fields at the root hidden in inline fragments',
    `{ ${times(10, () => `... { ${times(10, () => '__typename')} }`)} }`,
    TOO_LARGE,
  ),
  question('directives on a field', `{ nation { code ${times(500, () => '@include(if: true)')} } }`, TOO_LARGE),
  question('directives that there are not', `{ nation { code ${times(1_000, (at) => `@a${at}`)} } }`, TOO_LARGE),
  question('directives on a query', `query ${times(500, () => '@skip(if: false)')} { nation { code } }`, TOO_LARGE),
  question(
    'directives on a variable',
    `query ($a: Int ${times(500, () => '@deprecated')}) { nation { code } }`,
    TOO_LARGE,
  ),
  question(
    'two thousand fragments',
    `{ __typename } ${times(1_500, (at) => `fragment f${at} on Query { __typename }`)}`,
    TOO_LARGE,
  ),
  question('fragments that double', `{ ...f50 } ${doubling(50, 'Query', '__typename')}`, TOO_LARGE),
  question(
    'fragments that double under a field',
    `{ nation { ...f25 } } ${doubling(25, 'PartyOrganization', 'code')}`,
    TOO_LARGE,
  ),
  question(
    'fragments that double while they go down',
    `{ nation { ...f20 } } fragment f0 on PartyOrganization { code } ${times(20, (at) => `fragment f${at + 1} on PartyOrganization { a: parent { ...f${at} } b: parent { ...f${at} } }`)}`,
    TOO_LARGE,
  ),
  question('a fragment within itself', '{ ...a } fragment a on Query { ...a }', ['FRAGMENT_CYCLE']),
  question(
    'fragments in a circle',
    '{ ...a } fragment a on Query { ...b } fragment b on Query { ...c } fragment c on Query { ...a }',
    ['FRAGMENT_CYCLE'],
  ),
  question('a circle under a field', '{ nation { ...a } } fragment a on PartyOrganization { parent { ...a } }', [
    'FRAGMENT_CYCLE',
  ]),
  question(
    'a circle that nothing leads to',
    '{ nation { code } } fragment a on Query { ...b } fragment b on Query { ...a }',
    ['GRAPHQL_VALIDATION_FAILED'],
  ),
  question('fragments of one name', `{ ...a } ${times(50, () => 'fragment a on Query { __typename }')}`, [
    'GRAPHQL_VALIDATION_FAILED',
  ]),
  question(
    'fields that may not be merged',
    `{ nation { ${times(55, (at) => `a: children(first: ${at + 1}) { totalCount }`)} } }`,
    ['GRAPHQL_VALIDATION_FAILED'],
  ),
  question(
    'fields that are long to merge',
    `{ nation { ${times(50, () => `children { nodes { ${times(20, () => 'code')} parent { ${times(20, () => 'code')} } } }`)} } }`,
    ['GRAPHQL_VALIDATION_FAILED'],
  ),
  question('unknown fields, all told', `{ nation { ${times(2_000, (at) => `unknown${at}`)} } }`, [
    'GRAPHQL_VALIDATION_FAILED',
  ]),
  question('unknown variables', `{ nation { children(first: $a) { totalCount } } }`, ['GRAPHQL_VALIDATION_FAILED']),
  question('a thousand variables', `query (${times(1_000, (at) => `$a${at}: Int`)}) { __typename }`, [
    'GRAPHQL_VALIDATION_FAILED',
    ...TOO_LARGE,
  ]),
  question('a thousand arguments', `{ nation(${times(1_000, (at) => `a${at}: 1`)}) { code } }`, [
    'GRAPHQL_VALIDATION_FAILED',
    ...TOO_LARGE,
  ]),
  question(
    'a thousand operations',
    times(1_000, (at) => `query q${at} { __typename }`),
    ['OPERATION_RESOLUTION_FAILURE', ...TOO_LARGE],
  ),
  question('operations of one name', 'query a { __typename } query a { __typename }', ['GRAPHQL_VALIDATION_FAILED']),
  question('operations without a name', '{ __typename } { __typename }', ['GRAPHQL_VALIDATION_FAILED']),
  question('a subscription', 'subscription { nation { code } }', [
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
  ]),
  question('definitions of types', 'type Query { a: Int }', [
    'GRAPHQL_VALIDATION_FAILED',
    'OPERATION_RESOLUTION_FAILURE',
  ]),
  question('a text that never ends', '{ organization(code: "abc', ['GRAPHQL_PARSE_FAILED']),
  question('nothing', '', ['BAD_REQUEST']),
  question('blanks', '   ', ['GRAPHQL_PARSE_FAILED', 'BAD_REQUEST']),
  question('zero bytes', '{ nation\u0000 { code } }', ['GRAPHQL_PARSE_FAILED']),
  question('half a character', '{ nation { code } } # \uD800', ['GRAPHQL_PARSE_FAILED']),
  question('half a character in a text', '{ organization(code: "\\uD800") { code } }', ['GRAPHQL_PARSE_FAILED']),
  question(
    'introspection that goes round',
    `{ __schema { types { ${nested(12, 'fields { type { ', 'name', '} } ')} } } }`,
    TOO_DEEP,
  ),
  question(
    'introspection that is short and wide',
    `{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`,
    ['QUERY_TOO_DEEP', 'QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED'],
  ),
  question(
    'introspection by __type that goes round',
    `{ __type(name: "Query") { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } }`,
    ['QUERY_TOO_DEEP', 'QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED'],
  ),
  question(
    'introspection through possible types',
    `{ __schema { types { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { interfaces { possibleTypes { name } } } } } } } } } }`,
    ['QUERY_TOO_DEEP', 'QUERY_TOO_COSTLY', 'GRAPHQL_VALIDATION_FAILED'],
  ),
  question(
    'introspection in sixty copies',
    `{ ${times(59, (at) => `a${at}: __schema { types { name fields { name args { name description } } } }`)} }`,
    ['QUERY_TOO_LARGE', 'QUERY_TOO_COSTLY'],
  ),
];
