import { isData } from '../answer/data.ts';
import type { Data } from '../answer/data.ts';
import { ENDPOINT, headersWithToken } from '../app/fetcher.ts';

export interface FoundUnit {
  readonly code: string;
  readonly name: string;
}

const QUESTION = 'query FindUnits($text: String!) { byCode: organization(code: $text) { code name } byName: searchOrganizations(name: $text, first: 12) { nodes { code name } } }';

/** Units whose code is the text or whose name holds it, with or without marks; best match first. Throws where the server cannot be asked. */
export async function findUnits(text: string, signal: AbortSignal): Promise<readonly FoundUnit[]> {
  const body = JSON.stringify({ query: QUESTION, variables: { text } });
  const response = await fetch(ENDPOINT, { method: 'POST', headers: headersWithToken({ 'content-type': 'application/json' }), body, signal });
  const answer: unknown = await response.json();
  const data = isData(answer) && isData(answer['data']) ? answer['data'] : {};
  const byName = isData(data['byName']) && Array.isArray(data['byName']['nodes']) ? data['byName']['nodes'] : [];
  return [data['byCode'], ...byName].filter(isData).flatMap(unitIn);
}

function unitIn(data: Data): readonly FoundUnit[] {
  const { code, name } = data;
  return typeof code === 'string' && typeof name === 'string' ? [{ code, name }] : [];
}
