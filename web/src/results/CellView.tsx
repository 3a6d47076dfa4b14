import type { JSX } from 'react';
import type { Cell, FigureCell } from '../answer/cell.ts';
import { useSpeech } from '../language/LanguageProvider.tsx';
import type { Language } from '../language/language.ts';
import type { Messages } from '../language/messages.ts';
import { formatCell, stateLabel } from '../table/format.ts';
import type { Drill } from './useDrill.ts';

interface Props {
  readonly cell: Cell;
  /** The first cell of a row is its heading. */
  readonly head: boolean;
  readonly depth: number;
  readonly drill: Drill;
}

/** One cell. A unit asks what lies below it, a figure what it rests on. */
export function CellView({ cell, head, depth, drill }: Props): JSX.Element {
  const { language, say } = useSpeech();
  const inset = depth === 0 ? undefined : { paddingInlineStart: `${0.75 + depth * 1.25}rem` };
  const content = contentOf(cell, language, say, drill);
  const className = classOf(cell);
  if (head && cell.kind !== 'number' && cell.kind !== 'figure') {
    return (
      <th scope="row" style={inset}>
        {content}
      </th>
    );
  }
  return (
    <td className={className} data-state={cell.kind === 'figure' ? cell.state : undefined} style={inset}>
      {content}
    </td>
  );
}

/** Codes and days have no place to break. */
const WORD = /^\S{1,24}$/;

function classOf(cell: Cell): string | undefined {
  if (cell.kind === 'number' || cell.kind === 'figure') return 'number';
  return cell.kind === 'text' && WORD.test(cell.text) ? 'word' : undefined;
}

function contentOf(cell: Cell, language: Language, say: Messages, drill: Drill): JSX.Element | string {
  const text = formatCell(cell, language);
  if (cell.kind === 'unit' && cell.code !== null) {
    const code = cell.code;
    return (
      <button type="button" className="ask" title={say.down(text)} onClick={() => drill.down(code)}>
        {text}
      </button>
    );
  }
  if (cell.kind !== 'figure') return text;
  const spoken = spokenFigure(cell, language, say);
  const address = cell.address;
  if (address === null) return <span title={spoken}>{text}</span>;
  return (
    <button
      type="button"
      className="ask figure"
      title={say.behind(spoken)}
      aria-label={say.behind(spoken)}
      onClick={() => drill.behind(address)}
    >
      {text}
    </button>
  );
}

/** A figure in words: "at least 98 %, not all answered, 12 of 13 units answered". */
function spokenFigure(cell: FigureCell, language: Language, say: Messages): string {
  const bound = cell.qualifier === 'AT_LEAST' ? say.atLeast : cell.qualifier === 'GREATER_THAN' ? say.moreThan : '';
  const number = formatCell({ kind: 'number', value: cell.value, percent: cell.percent }, language);
  const value = cell.value === null ? stateLabel(cell.state, language) : `${bound} ${number}`.trim();
  const state = cell.state === 'INCOMPLETE' ? stateLabel(cell.state, language) : '';
  const coverage = cell.answered === null || cell.expected === null ? '' : say.answered(cell.answered, cell.expected);
  return [value, state, coverage].filter((part) => part !== '').join(', ');
}
