import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from './limits.ts';
import { DEFAULT_LIMITS, LIMIT_SETTINGS } from './limits.ts';
import type { Environment, Setting } from './settings/setting.ts';
import {
  addresses,
  anyText,
  ConfigError,
  databaseAddress,
  isKeyAddress,
  oneOf,
  read,
  wholeNumber,
} from './settings/setting.ts';
import type { TracesTo } from './settings/tracing.ts';
import { readTraces } from './settings/tracing.ts';

export { ConfigError };

/** How much synthetic data is made beside the published figures. */
export const SCALES = ['none', 'demo', 'province', 'nation'] as const;
export type Scale = (typeof SCALES)[number];

const DOCUMENTS = ['any', 'trusted'] as const;

const DISTRIBUTIONS = ['none', 'citus'] as const;

const SWITCH = ['on', 'off'] as const;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const NODE_ENVIRONMENTS = ['development', 'production', 'test'] as const;

/** Ways of signing a token with a pair of keys. Those with one shared secret are no choice. */
const SIGNATURES = ['ES256', 'ES384', 'ES512', 'RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

/** Whose tokens are taken. */
export interface AuthConfig {
  /** AUTH_JWKS_URL: where the public keys of the one who signs tokens are. */
  readonly jwksUrl: string | undefined;
  /** AUTH_JWKS_FILE: absolute path of a file with the public keys, in place of an address. */
  readonly jwksFile: string | undefined;
  /** AUTH_ISSUER: who signs, as `iss` names it. */
  readonly issuer: string | undefined;
  /** AUTH_AUDIENCE: for whom, as `aud` names it. */
  readonly audience: string | undefined;
  /** AUTH_ALGORITHMS: the ways of signing that are taken. */
  readonly algorithms: readonly string[];
  /** AUTH_CLOCK_TOLERANCE: seconds that clocks may differ. */
  readonly clockTolerance: number;
}

/** What the server shows of itself to anybody: everything by default, and nothing in production unless it is set. */
export interface Shows {
  /** DANGBO_INTROSPECTION: the schema, to questions for `__schema`, `__type` and `_service`. */
  readonly introspection: boolean;
  /** DANGBO_GRAPHIQL: the pages for browsers, GraphiQL and the overview that leads to it. */
  readonly graphiql: boolean;
  /** DANGBO_SUGGESTIONS: names of the schema that are like one that is wrong, in messages. */
  readonly suggestions: boolean;
}

/** Everything that can be set from outside, checked. */
export interface Config {
  /** DATABASE_URL: a PostgreSQL of one's own. Undefined: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** DISTRIBUTED: whether the tables are spread over the machines of a Citus cluster. */
  readonly distributed?: (typeof DISTRIBUTIONS)[number];
  /** HOST: the address that the server listens on. */
  readonly host: string;
  /** PORT: the port that the server listens on; 0 takes a free one. */
  readonly port: number;
  /** DANGBO_DATA_DIR: absolute path of the folder that keeps the embedded database. */
  readonly dataDir: string;
  /** DANGBO_SCALE: how much synthetic data is made. */
  readonly scale: Scale;
  /** DANGBO_DOCUMENTS: whether any question is answered, or only those of the manifests in trusted-documents. */
  readonly documents: (typeof DOCUMENTS)[number];
  readonly shows: Shows;
  /** DANGBO_CORS_ORIGINS: sites whose pages may ask from a browser; none unless they are named. */
  readonly corsOrigins: readonly string[];
  /** DANGBO_LIMIT_…: what one request may ask of the server. */
  readonly limits: Limits;
  /** DATABASE_REPLICA_URLS: servers that follow the database, to read from. */
  readonly replicaUrls: readonly string[];
  /** DANGBO_REPLICA_MAX_LAG: seconds that one of them may be behind before it is left out. */
  readonly replicaMaxLag: number;
  /** DANGBO_WORKERS: how many processes answer; each has its own memory of the data. */
  readonly workers: number;
  /** LOG_LEVEL: what is logged; in production every request (info), else what needs somebody's attention (warn). */
  readonly logLevel: LogLevel;
  /** Where traces go, by OpenTelemetry's own variables, the others of which its exporter reads itself; undefined: nowhere. */
  readonly traces?: TracesTo | undefined;
  readonly auth: AuthConfig;
  /** DANGBO_SMALLEST_COUNT: the smallest count of people that is shown to those without member-level access. */
  readonly smallestCount: number;
  /** NODE_ENV */
  readonly nodeEnv: (typeof NODE_ENVIRONMENTS)[number];
}

/** The smallest count of people that is shown to everybody, unless it is set. */
export const DEFAULT_SMALLEST_COUNT = 5;

/** Seconds that a replica may be behind before it is left out, unless it is set. */
export const DEFAULT_REPLICA_MAX_LAG = 5;

/** Every variable of ours, by its name. */
export const SETTINGS = {
  DATABASE_URL: databaseAddress,
  DISTRIBUTED: oneOf(DISTRIBUTIONS, 'none'),
  HOST: {
    expected: 'a host name or an IP address',
    fallback: '127.0.0.1',
    parse: (text) => (/^[\w.:-]+$/.test(text) ? text : undefined),
  } satisfies Setting<string>,
  PORT: wholeNumber('', 0, 65_535, 4000),
  DANGBO_DATA_DIR: {
    expected: 'the path of a folder',
    fallback: fileURLToPath(new URL('../.data', import.meta.url)),
    parse: (text) => resolve(text),
  } satisfies Setting<string>,
  DANGBO_SCALE: oneOf(SCALES, 'demo'),
  DANGBO_DOCUMENTS: oneOf(DOCUMENTS, 'any'),
  DANGBO_SMALLEST_COUNT: wholeNumber('', 3, 1000, DEFAULT_SMALLEST_COUNT),
  DANGBO_INTROSPECTION: oneOf(SWITCH, undefined),
  DANGBO_GRAPHIQL: oneOf(SWITCH, undefined),
  DANGBO_SUGGESTIONS: oneOf(SWITCH, undefined),
  DANGBO_CORS_ORIGINS: {
    expected: 'origins such as https://app.example, with commas between',
    fallback: [],
    parse: (text) => {
      const origins = text.split(',').map((origin) => origin.trim());
      return origins.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin) ? origins : undefined;
    },
  } satisfies Setting<readonly string[]>,
  DATABASE_REPLICA_URLS: addresses,
  DANGBO_REPLICA_MAX_LAG: wholeNumber(' of seconds', 1, 3600, DEFAULT_REPLICA_MAX_LAG),
  DANGBO_WORKERS: wholeNumber('', 1, 64, 1),
  LOG_LEVEL: oneOf(LOG_LEVELS, undefined),
  AUTH_JWKS_URL: {
    expected: 'an https address, or an http one of this machine',
    fallback: undefined,
    parse: (text) => (isKeyAddress(text) ? text : undefined),
  } satisfies Setting<string | undefined>,
  AUTH_JWKS_FILE: {
    expected: 'the path of a file',
    fallback: undefined,
    parse: (text) => resolve(text),
  } satisfies Setting<string | undefined>,
  AUTH_ISSUER: anyText('the `iss` of the tokens'),
  AUTH_AUDIENCE: anyText('the `aud` of the tokens'),
  AUTH_ALGORITHMS: {
    expected: `some of ${SIGNATURES.join(', ')}, with commas between`,
    fallback: ['ES256', 'RS256', 'PS256', 'EdDSA'],
    parse: (text) => {
      const names = text.split(',').map((name) => name.trim());
      return names.every((name) => SIGNATURES.includes(name)) ? names : undefined;
    },
  } satisfies Setting<readonly string[]>,
  AUTH_CLOCK_TOLERANCE: wholeNumber(' of seconds', 0, 300, 5),
  NODE_ENV: oneOf(NODE_ENVIRONMENTS, 'development'),
};

/**
 * Reads the settings. Nothing else in the project reads the environment.
 * @throws ConfigError for the first wrong value, and for a variable of ours whose name is none
 */
export function readConfig(env: Environment = process.env): Config {
  rejectUnknown(env);
  const nodeEnv = read(env, 'NODE_ENV', SETTINGS.NODE_ENV);
  return {
    databaseUrl: read(env, 'DATABASE_URL', SETTINGS.DATABASE_URL),
    distributed: read(env, 'DISTRIBUTED', SETTINGS.DISTRIBUTED),
    host: read(env, 'HOST', SETTINGS.HOST),
    port: read(env, 'PORT', SETTINGS.PORT),
    dataDir: read(env, 'DANGBO_DATA_DIR', SETTINGS.DANGBO_DATA_DIR),
    scale: read(env, 'DANGBO_SCALE', SETTINGS.DANGBO_SCALE),
    documents: read(env, 'DANGBO_DOCUMENTS', SETTINGS.DANGBO_DOCUMENTS),
    shows: readShows(env, nodeEnv !== 'production'),
    corsOrigins: read(env, 'DANGBO_CORS_ORIGINS', SETTINGS.DANGBO_CORS_ORIGINS),
    limits: readLimits(env),
    replicaUrls: read(env, 'DATABASE_REPLICA_URLS', SETTINGS.DATABASE_REPLICA_URLS),
    replicaMaxLag: read(env, 'DANGBO_REPLICA_MAX_LAG', SETTINGS.DANGBO_REPLICA_MAX_LAG),
    workers: read(env, 'DANGBO_WORKERS', SETTINGS.DANGBO_WORKERS),
    logLevel: read(env, 'LOG_LEVEL', SETTINGS.LOG_LEVEL) ?? (nodeEnv === 'production' ? 'info' : 'warn'),
    traces: readTraces(env),
    auth: readAuth(env),
    smallestCount: read(env, 'DANGBO_SMALLEST_COUNT', SETTINGS.DANGBO_SMALLEST_COUNT),
    nodeEnv,
  };
}

function readShows(env: Environment, otherwise: boolean): Shows {
  const isOn = (name: 'DANGBO_INTROSPECTION' | 'DANGBO_GRAPHIQL' | 'DANGBO_SUGGESTIONS'): boolean => {
    const set = read(env, name, SETTINGS[name]);
    return set === undefined ? otherwise : set === 'on';
  };
  return {
    introspection: isOn('DANGBO_INTROSPECTION'),
    graphiql: isOn('DANGBO_GRAPHIQL'),
    suggestions: isOn('DANGBO_SUGGESTIONS'),
  };
}

function readLimits(env: Environment): Limits {
  const set = [...LIMIT_SETTINGS].map(([name, limit]) => {
    const fallback = DEFAULT_LIMITS[limit];
    const isWhole = (text: string): boolean => /^[1-9]\d{0,8}$/.test(text);
    const setting = {
      expected: 'a whole number from 1 to 999999999',
      fallback,
      parse: (text: string) => (isWhole(text) ? Number(text) : undefined),
    };
    return [limit, read(env, name, setting)] as const;
  });
  return { ...DEFAULT_LIMITS, ...Object.fromEntries(set) };
}

function readAuth(env: Environment): AuthConfig {
  const auth = {
    jwksUrl: read(env, 'AUTH_JWKS_URL', SETTINGS.AUTH_JWKS_URL),
    jwksFile: read(env, 'AUTH_JWKS_FILE', SETTINGS.AUTH_JWKS_FILE),
    issuer: read(env, 'AUTH_ISSUER', SETTINGS.AUTH_ISSUER),
    audience: read(env, 'AUTH_AUDIENCE', SETTINGS.AUTH_AUDIENCE),
    algorithms: read(env, 'AUTH_ALGORITHMS', SETTINGS.AUTH_ALGORITHMS),
    clockTolerance: read(env, 'AUTH_CLOCK_TOLERANCE', SETTINGS.AUTH_CLOCK_TOLERANCE),
  };
  const sources = [auth.jwksUrl, auth.jwksFile].filter((each) => each !== undefined);
  if (sources.length > 1) throw new ConfigError('AUTH_JWKS_URL and AUTH_JWKS_FILE are both set: set one of them');
  if (sources.length === 1 && (auth.issuer === undefined || auth.audience === undefined)) {
    throw new ConfigError('AUTH_ISSUER and AUTH_AUDIENCE must be set where AUTH_JWKS_URL or AUTH_JWKS_FILE is');
  }
  return auth;
}

/** A misspelt name would otherwise be ignored in silence. Names that begin with DANGBO_TEST_ belong to the tests. */
function rejectUnknown(env: Environment): void {
  const known = Object.keys(SETTINGS).filter((name) => name.startsWith('DANGBO_'));
  const unknown = Object.keys(env).find(
    (name) => /^DANGBO_(?!TEST_)/.test(name) && !known.includes(name) && !LIMIT_SETTINGS.has(name),
  );
  if (unknown === undefined) return;
  throw new ConfigError(`${unknown} is no setting: there are ${known.join(', ')}, and DANGBO_LIMIT_… (docs/limits.md)`);
}
