/** A setting is wrong. The message is one line: the variable, what was expected, and what came. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** One variable: how it is read, what it has to be, and what it is when it is not set. */
export interface Setting<T> {
  readonly expected: string;
  readonly fallback: T;
  /** Undefined if the text is not what was expected. */
  parse(text: string): T | undefined;
  /** What a message may show of a wrong value; the whole of it unless said otherwise. */
  show?(text: string): string;
}

/**
 * The value of one variable. One that is set to nothing counts as not set.
 * @throws ConfigError
 */
export function read<T>(env: Environment, name: string, setting: Setting<T>): T {
  const text = env[name]?.trim() ?? '';
  if (text === '') return setting.fallback;
  const value = setting.parse(text);
  if (value !== undefined) return value;
  const came = setting.show?.(text) ?? `is ${JSON.stringify(text)}`;
  throw new ConfigError(`${name} must be ${setting.expected}, but ${came}`);
}

export function oneOf<const T extends string, const F extends T | undefined>(
  values: readonly T[],
  fallback: F,
): Setting<T | F> {
  return {
    expected: `one of ${values.join(', ')}`,
    fallback,
    parse: (text) => values.find((value) => value === text),
  };
}

export function anyText(expected: string): Setting<string | undefined> {
  return { expected, fallback: undefined, parse: (text) => text };
}

/** Keys that came over the open net unsigned would be anybody's. */
export function isKeyAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}

/** The scheme of an address with its colon, or nothing. An address may hold a password: it is never shown whole. */
function protocolOf(text: string): string {
  return text.includes('://') && URL.canParse(text) ? new URL(text).protocol : '';
}

/** A whole number within bounds, both included. */
export function wholeNumber(what: string, least: number, most: number, fallback: number): Setting<number> {
  return {
    expected: `a whole number${what} from ${least} to ${most}`,
    fallback,
    parse: (text) => (/^\d+$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined),
  };
}

/** The address of a PostgreSQL. It may hold a password: a message shows the scheme alone. */
export const databaseAddress = {
  expected: 'an address such as postgres://user:password@host:5432/database',
  fallback: undefined,
  parse: (text) => (/^postgres(ql)?:$/.test(protocolOf(text)) ? text : undefined),
  show: (text) => (protocolOf(text) === '' ? 'is no address' : `begins with "${protocolOf(text)}"`),
} satisfies Setting<string | undefined>;

/** Addresses of several, with commas between; a comma within an address is written as %2C. */
export const addresses: Setting<readonly string[]> = {
  expected: 'addresses such as postgres://user:password@host:5432/database, with commas between',
  fallback: [],
  parse: (text) => {
    const urls = text.split(',').map((each) => databaseAddress.parse(each.trim()));
    return urls.every((url) => url !== undefined) ? urls : undefined;
  },
  show: () => 'at least one of them is none',
};
