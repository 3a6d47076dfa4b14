import type { ColumnType, Reading } from '../column.ts';
import type { Words } from '../words.ts';
import { plainText, textOf } from './text.ts';

/**
 * Dimensions with their values: `FORM=REPRIMAND; SUBJECT=MEMBER`, names and values as codes or as the catalogue
 * calls them; in JSON Lines an object. Staged as JSON.
 */
export const DIMENSIONS: ColumnType = {
  written: 'FORM=REPRIMAND; SUBJECT=MEMBER',
  read: (cell, words) => {
    if (Array.isArray(cell)) return { code: 'VALUE_MALFORMED' };
    if (typeof cell === 'object' && cell !== null) return staged(Object.entries(cell), words);
    const text = textOf(cell);
    if (text === null) return null;
    const parts = text.split(';').filter((part) => part.trim() !== '');
    const pairs = parts.map((part) => part.split('='));
    if (pairs.some((pair) => pair.length !== 2)) return { code: 'VALUE_MALFORMED' };
    return staged(
      pairs.map(([name = '', value = '']) => [name, value] as const),
      words,
    );
  },
};

function staged(pairs: readonly (readonly [string, unknown])[], words: Words): Reading {
  const named = new Map<string, string>();
  for (const [given, value] of pairs) {
    const name = plainText(given);
    const word = typeof value === 'string' ? plainText(value) : null;
    if (typeof name !== 'string' || typeof word !== 'string') return { code: 'VALUE_MALFORMED' };
    const dimension = words.dimension(name) ?? name;
    if (named.has(dimension)) return { code: 'VALUE_MALFORMED' };
    named.set(dimension, words.value(dimension, word) ?? word);
  }
  return named.size === 0 ? null : JSON.stringify(Object.fromEntries([...named].sort()));
}
