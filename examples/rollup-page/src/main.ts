import { AnswerFailed, CatalogueDocument, createClient } from '@dangbo/client';
import './style.css';
import { element } from './element.ts';
import { load } from './load.ts';
import { addressOf, type Question, questionIn } from './question.ts';
import { answerOf, wayTo } from './view.ts';

const ask = createClient({ url: new URL('graphql', document.baseURI).href });
const form = found('question', HTMLFormElement);
const indicatorField = field('indicator', HTMLSelectElement);
const periodField = field('period', HTMLInputElement);
const way = found('way', HTMLElement);
const answer = found('answer', HTMLElement);
let underWay = new AbortController();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { code } = questionIn(location.hash);
  location.hash = addressOf(
    questionIn(new URLSearchParams({ code, indicator: indicatorField.value, period: periodField.value }).toString()),
  );
});
window.addEventListener('hashchange', () => void show());
await fillIndicators();
await show();

async function fillIndicators(): Promise<void> {
  const { indicators } = await ask(CatalogueDocument);
  const options = indicators.map(({ code, name }) => element('option', { value: code }, [name]));
  indicatorField.replaceChildren(...options);
}

/** Shows what the address asks for. A question that is overtaken by another one is given up. */
async function show(): Promise<void> {
  underWay.abort();
  underWay = new AbortController();
  const { signal } = underWay;
  const question = questionIn(location.hash);
  indicatorField.value = question.indicator;
  periodField.value = question.period;
  answer.setAttribute('aria-busy', 'true');
  try {
    await fill(question, signal);
  } catch (error) {
    if (!signal.aborted) answer.replaceChildren(element('p', { role: 'alert' }, [wordsFor(error)]));
  }
  if (!signal.aborted) answer.removeAttribute('aria-busy');
}

async function fill(question: Question, signal: AbortSignal): Promise<void> {
  const loaded = await load(ask, question, signal);
  way.replaceChildren(...(loaded ? wayTo(loaded.unit, question) : []));
  answer.replaceChildren(
    ...(loaded
      ? answerOf(loaded, question)
      : [element('p', { role: 'alert' }, [`Không có tổ chức mã ${question.code}.`])]),
  );
}

function wordsFor(error: unknown): string {
  if (error instanceof AnswerFailed && error.has('PERIOD_MALFORMED'))
    return 'Kỳ viết chưa đúng: 2023, 2023-Q3, 2023-09 hoặc 2023-01-01/2023-09-30.';
  return error instanceof Error ? error.message : String(error);
}

function found<T extends HTMLElement>(id: string, type: new () => T): T {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new Error(`the page has no ${id}`);
}

function field<T extends HTMLElement>(name: string, type: new () => T): T {
  const element = form.elements.namedItem(name);
  if (element instanceof type) return element;
  throw new Error(`the form has no ${name}`);
}
