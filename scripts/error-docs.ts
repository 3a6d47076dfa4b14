import { ERROR_CATALOGUE } from '../src/errors/catalogue.ts';
import { keepGenerated } from './generated-file.ts';

/** Makes docs/errors.md from the catalogue: npm run errors, and errors:check. */

interface Entry {
  readonly description: string;
  readonly remedy: string;
}

/** Codes of the protocol, which Apollo Server gives before a question reaches the platform. */
const PROTOCOL: Readonly<Record<string, Entry>> = {
  GRAPHQL_PARSE_FAILED: {
    description: 'The text of the question is not GraphQL.',
    remedy: 'The message names the place.',
  },
  GRAPHQL_VALIDATION_FAILED: {
    description: 'The question asks for what the schema does not have.',
    remedy: 'The message names the field, the argument or the type; schema.graphql has them all.',
  },
  OPERATION_RESOLUTION_FAILURE: {
    description: 'The question holds several operations, or none of the name that was sent.',
    remedy: 'Send the `operationName` of one of them.',
  },
  BAD_REQUEST: {
    description: 'The request is not GraphQL over HTTP.',
    remedy: 'POST a JSON object with `query`, and `variables` as an object, as application/json.',
  },
};

function section(entries: Readonly<Record<string, Entry>>): string {
  const rows = Object.entries(entries).map(
    ([code, { description, remedy }]) => `| \`${code}\` | ${description} | ${remedy} |`,
  );
  return ['| Code | What it means | What to do |', '|---|---|---|', ...rows].join('\n');
}

const text = `# Errors

Made from src/errors/catalogue.ts by \`npm run errors\`. Every error of an answer has its code in \`extensions.code\`. The message says what was expected and what came; it never holds a stack trace, SQL or a path of the machine.

What is not there is no error: an unknown code of a unit gives null, and null in its place in a list.

## Of the platform

${section(ERROR_CATALOGUE)}

## Of the protocol

${section(PROTOCOL)}
`;

await keepGenerated('docs/errors.md', text, 'errors');
