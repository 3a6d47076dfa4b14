/** A question as it goes from hand to hand: its text, and its variables as JSON text (empty where it has none). */
export interface SharedQuestion {
  readonly query: string;
  readonly variables: string;
}

/** The fragment of an address that carries a question. A fragment stays in the browser: no server logs it. */
export function toFragment({ query, variables }: SharedQuestion): string {
  const parts = new URLSearchParams({ question: query });
  if (variables.trim() !== '') parts.set('variables', variables);
  return `#${parts.toString()}`;
}

/** The question that a fragment carries; null where it carries none. */
export function fromFragment(fragment: string): SharedQuestion | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const query = parts.get('question');
  return query === null || query.trim() === '' ? null : { query, variables: parts.get('variables') ?? '' };
}
