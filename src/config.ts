import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** How much synthetic data is made beside the published figures. */
export const SCALES = ['none', 'demo', 'province', 'nation'] as const;
export type Scale = (typeof SCALES)[number];

const NODE_ENVIRONMENTS = ['development', 'production', 'test'] as const;

/** Everything that can be set from outside, checked. */
export interface Config {
  /** DATABASE_URL: a PostgreSQL of one's own. Undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** HOST: the address that the server listens on. */
  readonly host: string;
  /** PORT: the port that the server listens on; 0 takes a free one. */
  readonly port: number;
  /** DANGBO_DATA_DIR: absolute path of the folder that keeps the embedded database. */
  readonly dataDir: string;
  /** DANGBO_SCALE: how much synthetic data is made. */
  readonly scale: Scale;
  /** NODE_ENV */
  readonly nodeEnv: (typeof NODE_ENVIRONMENTS)[number];
}

/** A setting is wrong. The message is one line: the variable, what was expected, and what came. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

/** One variable: how it is read, what it has to be, and what it is when it is not set. */
interface Setting<T> {
  readonly expected: string;
  readonly fallback: T;
  /** Undefined if the text is not what was expected. */
  parse(text: string): T | undefined;
  /** What a message may show of a wrong value; the whole of it unless said otherwise. */
  show?(text: string): string;
}

const SETTINGS = {
  DATABASE_URL: {
    expected: 'an address such as postgres://user:password@host:5432/database',
    fallback: undefined,
    parse: (text) => (/^postgres(ql)?:$/.test(protocolOf(text)) ? text : undefined),
    show: (text) => (protocolOf(text) === '' ? 'is no address' : `begins with "${protocolOf(text)}"`),
  } satisfies Setting<string | undefined>,
  HOST: {
    expected: 'a host name or an IP address',
    fallback: '127.0.0.1',
    parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  } satisfies Setting<string>,
  PORT: {
    expected: 'a whole number from 0 to 65535',
    fallback: 4000,
    parse: (text) => (/^\d+$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined),
  } satisfies Setting<number>,
  DANGBO_DATA_DIR: {
    expected: 'the path of a folder',
    fallback: fileURLToPath(new URL('../.data', import.meta.url)),
    parse: (text) => resolve(text),
  } satisfies Setting<string>,
  DANGBO_SCALE: oneOf(SCALES, 'demo'),
  NODE_ENV: oneOf(NODE_ENVIRONMENTS, 'development'),
};

/**
 * Reads the settings. Nothing else in the project reads the environment.
 * @throws ConfigError for the first wrong value, and for a variable of ours whose name is none
 */
export function readConfig(env: Environment = process.env): Config {
  rejectUnknown(env);
  return {
    databaseUrl: read(env, 'DATABASE_URL', SETTINGS.DATABASE_URL),
    host: read(env, 'HOST', SETTINGS.HOST),
    port: read(env, 'PORT', SETTINGS.PORT),
    dataDir: read(env, 'DANGBO_DATA_DIR', SETTINGS.DANGBO_DATA_DIR),
    scale: read(env, 'DANGBO_SCALE', SETTINGS.DANGBO_SCALE),
    nodeEnv: read(env, 'NODE_ENV', SETTINGS.NODE_ENV),
  };
}

/** A variable that is set to nothing counts as not set. */
function read<T>(env: Environment, name: string, setting: Setting<T>): T {
  const text = env[name]?.trim() ?? '';
  if (text === '') return setting.fallback;
  const value = setting.parse(text);
  if (value !== undefined) return value;
  const came = setting.show?.(text) ?? `is ${JSON.stringify(text)}`;
  throw new ConfigError(`${name} must be ${setting.expected}, but ${came}`);
}

/** A misspelt name would otherwise be ignored in silence. Names that begin with DANGBO_TEST_ belong to the tests. */
function rejectUnknown(env: Environment): void {
  const unknown = Object.keys(env).find((name) => /^DANGBO_(?!TEST_)/.test(name) && !(name in SETTINGS));
  if (unknown === undefined) return;
  const known = Object.keys(SETTINGS).filter((name) => name.startsWith('DANGBO_'));
  throw new ConfigError(`${unknown} is no setting: there are ${known.join(', ')}`);
}

function oneOf<const T extends string>(values: readonly T[], fallback: NoInfer<T>): Setting<T> {
  return {
    expected: `one of ${values.join(', ')}`,
    fallback,
    parse: (text) => values.find((value) => value === text),
  };
}

/** The scheme of an address with its colon, or nothing. An address may hold a password: it is never shown whole. */
function protocolOf(text: string): string {
  return text.includes('://') && URL.canParse(text) ? new URL(text).protocol : '';
}
