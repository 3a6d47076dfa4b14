import { createGraphiQLFetcher } from '@graphiql/toolkit';
import type { Fetcher } from '@graphiql/toolkit';

/** The address of the GraphQL endpoint, beside the folder that this page is served from. */
export const ENDPOINT = new URL('../graphql', document.baseURI).href;

/** Sends a question to the platform that served this page, and to nobody else. */
export const fetchAnswer: Fetcher = createGraphiQLFetcher({ url: ENDPOINT });
