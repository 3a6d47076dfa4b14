import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import type { Limits } from '../../limits.ts';
import { overLimit } from './over-limit.ts';

const OPENING: ReadonlySet<string> = new Set([TokenKind.BRACE_L, TokenKind.BRACKET_L, TokenKind.PAREN_L]);
const CLOSING: ReadonlySet<string> = new Set([TokenKind.BRACE_R, TokenKind.BRACKET_R, TokenKind.PAREN_R]);

/**
 * Goes through a text token by token, before it is parsed: parsing goes as deep as the text does, and its own stack is
 * not to end. What is no token at all is left for the parser to say.
 * @throws CodedError QUERY_TOO_LARGE, QUERY_TOO_DEEP
 */
export function checkTokens(text: string, limits: Pick<Limits, 'tokens' | 'nesting' | 'nameLength'>): void {
  const lexer = new Lexer(new Source(text));
  for (let count = 0, level = 0; ; count += 1) {
    const token = next(lexer);
    if (token === undefined || token.kind === TokenKind.EOF) return;
    if (count >= limits.tokens) throw overLimit('QUERY_TOO_LARGE', 'tokens', limits.tokens);
    if (token.kind === TokenKind.NAME && token.end - token.start > limits.nameLength)
      throw overLimit('QUERY_TOO_LARGE', 'letters in a name', limits.nameLength, token.end - token.start);
    if (OPENING.has(token.kind)) level += 1;
    if (CLOSING.has(token.kind)) level -= 1;
    if (level > limits.nesting) throw overLimit('QUERY_TOO_DEEP', 'brackets within brackets', limits.nesting);
  }
}

function next(lexer: Lexer): ReturnType<Lexer['advance']> | undefined {
  try {
    return lexer.advance();
  } catch (error) {
    if (error instanceof GraphQLError) return undefined;
    throw error;
  }
}
