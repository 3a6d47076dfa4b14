import type { FastifyInstance } from 'fastify';
import { figuresOf } from './figures.ts';
import type { Figure, OverviewAnswer } from './figures.ts';
import { readGallery } from './gallery.ts';
import { renderPage } from './page.ts';
import { pageQuestion } from './question.ts';
import { languageOf } from './words.ts';

/**
 * Serves the overview at `/`.
 * @param graphqlPath where the same server answers GraphQL: the page asks like anybody else
 * @param now the clock
 * @param madeUp whether the register holds people who were made up
 */
export function serveOverview(
  app: FastifyInstance,
  graphqlPath: string,
  now: () => Date,
  madeUp: () => Promise<boolean> = async () => false,
): void {
  const gallery = readGallery();
  app.get<{ Querystring: { lang?: string } }>('/', async (request, reply) => {
    const language = languageOf(request.query.lang ?? null, request.headers['accept-language'] ?? '');
    const thisYear = now().getUTCFullYear();
    const figures = await askFigures(app, graphqlPath, thisYear);
    return reply
      .status(figures === null ? 503 : 200)
      .header('cache-control', 'no-cache')
      .header('vary', 'accept-language')
      .type('text/html; charset=utf-8')
      .send(renderPage({ language, figures, gallery, thisYear, madeUp: figures !== null && (await madeUp()) }));
  });
}

/** Null where the server could not answer; the page then says so, and the rest of it stands. */
async function askFigures(
  app: FastifyInstance,
  graphqlPath: string,
  thisYear: number,
): Promise<readonly Figure[] | null> {
  const response = await app.inject({ method: 'POST', url: graphqlPath, payload: pageQuestion(thisYear) });
  const { data } = response.json<{ data?: OverviewAnswer | null }>();
  return data == null ? null : figuresOf(data);
}
