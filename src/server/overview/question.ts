/** The indicators that the page shows of the nation, in this order. */
export const SHOWN = [
  'PARTY_MEMBERS',
  'MEMBERS_ADMITTED',
  'GRASSROOTS_ORGANIZATIONS',
  'CELLS',
  'MEMBERS_DISCIPLINED',
  'MEMBERS_MADE_OFFICIAL',
] as const;

/** How many years a figure's way is shown for. The last is the one before this: a year that still runs has no figure of a year. */
const YEARS = 5;

/** A question with its variables, as it is asked and as a link carries it. */
export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const FIGURE = `fragment Figure on IndicatorValue {
  indicator { code name nameEn unit kind }
  period
  value
  qualifier
  status
  coverage { expected answered }
}`;

function span(thisYear: number): { from: string; to: string } {
  return { from: String(thisYear - YEARS), to: String(thisYear - 1) };
}

/** All figures of the page in one question. */
export function pageQuestion(thisYear: number): Question {
  const series = SHOWN.map(
    (code) => `    ${code}: series(code: "${code}", from: $from, to: $to, by: YEAR) { ...Figure }`,
  );
  const query = `query Overview($from: Period!, $to: Period!) {\n  nation {\n${series.join('\n')}\n  }\n}\n\n${FIGURE}\n`;
  return { query, variables: span(thisYear) };
}

/** The question behind one figure. */
export function figureQuestion(code: string, thisYear: number): Question {
  const query = `query OfTheNation($indicator: IndicatorCode!, $from: Period!, $to: Period!) {
  nation {
    code
    name
    series(code: $indicator, from: $from, to: $to, by: YEAR) { ...Figure }
  }
}

${FIGURE}
`;
  return { query, variables: { indicator: code, ...span(thisYear) } };
}

/** The address in GraphiQL that carries a question in its fragment, where no server sees it. */
export function linkTo({ query, variables }: Question): string {
  const parts = new URLSearchParams({ question: query });
  if (Object.keys(variables).length > 0) parts.set('variables', JSON.stringify(variables, null, 2));
  return `/graphiql/#${parts.toString()}`;
}
