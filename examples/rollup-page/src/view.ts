import { barChart } from './chart.ts';
import { element } from './element.ts';
import { coverageText, figureText } from './figure.ts';
import type { Loaded, Unit, UnitBelow } from './load.ts';
import { addressOf, type Question } from './question.ts';

/** The way from the nation down to the unit, each step a link. */
export function wayTo({ ancestors, name }: Unit, question: Question): Node[] {
  const above = ancestors
    .toReversed()
    .map((unit) => element('a', { href: addressOf({ ...question, code: unit.code }) }, [unit.name]));
  return [...above, element('span', { 'aria-current': 'page' }, [name])];
}

/** The unit's figure, and the units below it as a chart and a table. */
export function answerOf({ unit, below }: Loaded, question: Question): Node[] {
  const figure = unit.indicators[0];
  if (figure === undefined) return [];
  const { indicator, sources } = figure;
  const told = [
    element('h2', {}, [unit.name]),
    element('p', { class: 'figure' }, [element('strong', {}, [figureText(figure)]), ` ${indicator.unit}`]),
    element('p', {}, [`${indicator.name}, kỳ ${question.period}; đơn vị đã báo cáo: ${coverageText(figure)}`]),
    ...sources.map(({ title }) => element('p', { class: 'source' }, [`Nguồn: ${title}`])),
  ];
  if (below.length === 0) return [...told, element('p', {}, ['Không có tổ chức trực thuộc.'])];
  const chart = barChart(below, `${indicator.name} của các tổ chức trực thuộc ${unit.name}`);
  return [...told, ...(chart ? [chart] : []), tableOf(below, indicator.name, question)];
}

function tableOf(units: readonly UnitBelow[], heading: string, question: Question): Node {
  const head = ['Tổ chức trực thuộc', heading, 'Đã báo cáo'].map((text) => element('th', { scope: 'col' }, [text]));
  return element('table', {}, [
    element('thead', {}, [element('tr', {}, head)]),
    element(
      'tbody',
      {},
      units.map((unit) => rowOf(unit, question)),
    ),
  ]);
}

function rowOf({ code, name, indicator }: UnitBelow, question: Question): Node {
  return element('tr', {}, [
    element('th', { scope: 'row' }, [element('a', { href: addressOf({ ...question, code }) }, [name])]),
    element('td', { class: indicator.value === null ? 'none' : 'value' }, [figureText(indicator)]),
    element('td', { class: 'value' }, [coverageText(indicator)]),
  ]);
}
