import { escapeHtml } from './escape.ts';
import { latest } from './figures.ts';
import type { Figure, Point } from './figures.ts';
import type { GalleryEntry } from './gallery.ts';
import { figureQuestion, linkTo } from './question.ts';
import { sparkline } from './sparkline.ts';
import { STYLE } from './style.ts';
import { LOCALE, wordsIn } from './words.ts';
import type { Language, Words } from './words.ts';

export interface PageContent {
  readonly language: Language;
  /** Null where they could not be had. */
  readonly figures: readonly Figure[] | null;
  readonly gallery: readonly GalleryEntry[];
  readonly thisYear: number;
  /** Whether the register holds people who were made up. */
  readonly madeUp: boolean;
}

const SIGN: Readonly<Record<Point['qualifier'], string>> = { EXACT: '', AT_LEAST: '≥ ', GREATER_THAN: '> ' };

/** The whole page, which needs no script. */
export function renderPage({ language, figures, gallery, thisYear, madeUp }: PageContent): string {
  const words = wordsIn(language);
  const other = language === 'vi' ? 'en' : 'vi';
  const tiles = figures?.map((figure) => tile(figure, language, words, thisYear)).join('\n');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" href="/graphiql/icon.svg" type="image/svg+xml">
<style>${STYLE}</style>
</head>
<body>
<header>
<a class="language" href="/?lang=${other}" lang="${other}" hreflang="${other}">${words.other}</a>
<h1>${words.title}</h1>
<p class="lead">${words.lead}</p>
<a class="explore" href="/graphiql/">${words.explore}</a>
</header>
<main>
<section aria-labelledby="nation">
<h2 id="nation">${words.nation}</h2>
${tiles === undefined ? `<p role="status">${words.noFigures}</p>` : nation(tiles, words, madeUp)}
</section>
<section aria-labelledby="questions">
<h2 id="questions">${words.questions}</h2>
<p>${words.questionsHelp}</p>
<ul class="questions">
${gallery.map((entry) => question(entry, language)).join('\n')}
</ul>
</section>
</main>
</body>
</html>
`;
}

function nation(tiles: string, words: Words, madeUp: boolean): string {
  const note = madeUp ? `<p class="note">${words.madeUp}</p>\n` : '';
  return `<p>${words.nationHelp}</p>
${note}<ul class="tiles">
${tiles}
</ul>
<p class="marks">${words.marks} ${words.reform}</p>`;
}

function tile(figure: Figure, language: Language, words: Words, thisYear: number): string {
  const point = latest(figure);
  const number = (value: number): string =>
    new Intl.NumberFormat(LOCALE[language], { maximumFractionDigits: 1 }).format(value);
  const written = (at: Point): string =>
    at.value === null ? '–' : `${SIGN[at.qualifier]}${number(at.value)}${figure.percent ? ' %' : ''}`;
  const name = language === 'vi' ? figure.name : figure.nameEn;
  const way = sparkline(
    figure.points.map((at) => ({ value: at.value, hollow: at.answered < at.expected })),
    `${name}: ${figure.points.map((at) => `${at.year} ${written(at)}`).join(', ')}`,
  );
  const about =
    point === null
      ? words.missing
      : `${words.year(point.year)} · ${words.answered(number(point.answered), number(point.expected))}`;
  return `<li><a href="${escapeHtml(linkTo(figureQuestion(figure.code, thisYear)))}">
<span class="name">${escapeHtml(name)}</span>
<span class="value">${point === null ? '–' : escapeHtml(written(point))}</span>
<span class="about">${escapeHtml(about)}</span>
${way}
<span class="years" aria-hidden="true"><span>${figure.points.at(0)?.year ?? ''}</span><span>${figure.points.at(-1)?.year ?? ''}</span></span>
</a></li>`;
}

function question(entry: GalleryEntry, language: Language): string {
  return `<li><a href="${escapeHtml(linkTo(entry))}">${escapeHtml(entry.title[language])}</a><span>${escapeHtml(entry.about[language])}</span></li>`;
}
