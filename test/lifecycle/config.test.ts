import { ConfigError, readConfig } from '../../src/config.ts';
import { DEFAULT_LIMITS } from '../../src/limits.ts';

const SHOWS_NOTHING = { introspection: false, graphiql: false, suggestions: false };

/** The message with which the settings are refused. */
function refusal(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
  throw new Error('the settings were accepted');
}

test('without any variable everything has a value', () => {
  expect(readConfig({})).toEqual({
    databaseUrl: undefined,
    distributed: 'none',
    host: '127.0.0.1',
    port: 4000,
    dataDir: expect.stringMatching(/\.data$/) as string,
    scale: 'demo',
    documents: 'any',
    shows: { introspection: true, graphiql: true, suggestions: true },
    corsOrigins: [],
    limits: DEFAULT_LIMITS,
    auth: {
      jwksUrl: undefined,
      jwksFile: undefined,
      issuer: undefined,
      audience: undefined,
      algorithms: ['ES256', 'RS256', 'PS256', 'EdDSA'],
      clockTolerance: 5,
    },
    smallestCount: 5,
    replicaUrls: [],
    replicaMaxLag: 5,
    workers: 1,
    logLevel: 'warn',
    traces: undefined,
    nodeEnv: 'development',
  });
});

test('variables set to nothing count as not set', () => {
  expect(readConfig({ DATABASE_URL: '', PORT: ' ' })).toEqual(readConfig({}));
});

test.each([
  ['DATABASE_URL', 'postgresql://me@db/x', { databaseUrl: 'postgresql://me@db/x' }],
  ['DISTRIBUTED', 'citus', { distributed: 'citus' }],
  ['HOST', '::1', { host: '::1' }],
  ['PORT', '0', { port: 0 }],
  ['DANGBO_DATA_DIR', '/srv/data', { dataDir: '/srv/data' }],
  ['DANGBO_SCALE', 'nation', { scale: 'nation' }],
  ['DANGBO_SMALLEST_COUNT', '10', { smallestCount: 10 }],
  ['NODE_ENV', 'production', { nodeEnv: 'production', shows: SHOWS_NOTHING }],
  ['DANGBO_INTROSPECTION', 'off', { shows: { introspection: false, graphiql: true, suggestions: true } }],
  [
    'DANGBO_CORS_ORIGINS',
    'https://a.example, http://b.example:8080',
    { corsOrigins: ['https://a.example', 'http://b.example:8080'] },
  ],
  ['DANGBO_LIMIT_BODY_BYTES', '1000', { limits: { ...DEFAULT_LIMITS, bodyBytes: 1000 } }],
  ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector:4318', { traces: 'otlp' }],
  ['OTEL_TRACES_EXPORTER', 'otlp', { traces: 'otlp' }],
  ['OTEL_TRACES_EXPORTER', 'console', { traces: 'console' }],
  ['OTEL_TRACES_EXPORTER', 'none', { traces: undefined }],
  ['DANGBO_LIMIT_ROOT_FIELDS', '5', { limits: { ...DEFAULT_LIMITS, rootFields: 5 } }],
])('%s=%s is read', (name, value, expected) => {
  expect(readConfig({ [name]: value })).toMatchObject(expected);
});

test.each([
  [
    'DATABASE_URL',
    'mysql://me:secret@db/x',
    'DATABASE_URL must be an address such as postgres://user:password@host:5432/database, but begins with "mysql:"',
  ],
  [
    'DATABASE_URL',
    'me:secret at db',
    'DATABASE_URL must be an address such as postgres://user:password@host:5432/database, but is no address',
  ],
  ['HOST', 'my host', 'HOST must be a host name or an IP address, but is "my host"'],
  ['PORT', '4000x', 'PORT must be a whole number from 0 to 65535, but is "4000x"'],
  ['PORT', '65536', 'PORT must be a whole number from 0 to 65535, but is "65536"'],
  ['PORT', '-1', 'PORT must be a whole number from 0 to 65535, but is "-1"'],
  ['DANGBO_SCALE', 'huge', 'DANGBO_SCALE must be one of none, demo, province, nation, but is "huge"'],
  [
    'AUTH_JWKS_URL',
    'http://keys.example/',
    'AUTH_JWKS_URL must be an https address, or an http one of this machine, but is "http://keys.example/"',
  ],
  [
    'AUTH_ALGORITHMS',
    'HS256',
    'AUTH_ALGORITHMS must be some of ES256, ES384, ES512, RS256, RS384, RS512, PS256, PS384, PS512, EdDSA, with commas between, but is "HS256"',
  ],
  [
    'AUTH_CLOCK_TOLERANCE',
    '3600',
    'AUTH_CLOCK_TOLERANCE must be a whole number of seconds from 0 to 300, but is "3600"',
  ],
  ['AUTH_JWKS_FILE', 'keys.json', 'AUTH_ISSUER and AUTH_AUDIENCE must be set where AUTH_JWKS_URL or AUTH_JWKS_FILE is'],
  ['NODE_ENV', 'staging', 'NODE_ENV must be one of development, production, test, but is "staging"'],
  ['DANGBO_SMALLEST_COUNT', '2', 'DANGBO_SMALLEST_COUNT must be a whole number from 3 to 1000, but is "2"'],
  ['DANGBO_INTROSPECTION', 'yes', 'DANGBO_INTROSPECTION must be one of on, off, but is "yes"'],
  [
    'DANGBO_CORS_ORIGINS',
    '*',
    'DANGBO_CORS_ORIGINS must be origins such as https://app.example, with commas between, but is "*"',
  ],
  ['DANGBO_LIMIT_TOKENS', '0', 'DANGBO_LIMIT_TOKENS must be a whole number from 1 to 999999999, but is "0"'],
  [
    'DANGBO_SCALES',
    'demo',
    'DANGBO_SCALES is no setting: there are DANGBO_DATA_DIR, DANGBO_SCALE, DANGBO_DOCUMENTS, DANGBO_SMALLEST_COUNT, DANGBO_INTROSPECTION, DANGBO_GRAPHIQL, DANGBO_SUGGESTIONS, DANGBO_CORS_ORIGINS, DANGBO_REPLICA_MAX_LAG, DANGBO_WORKERS, and DANGBO_LIMIT_… (docs/limits.md)',
  ],
])('%s=%s is refused in one line', (name, value, message) => {
  expect(refusal({ [name]: value })).toBe(message);
});

test('a password never appears in a message', () => {
  for (const url of ['mysql://me:hunter2@db', 'http://x?password=hunter2', 'hunter2']) {
    expect(refusal({ DATABASE_URL: url })).not.toContain('hunter2');
  }
});

test('what production hides may be shown all the same', () => {
  const { shows } = readConfig({ NODE_ENV: 'production', DANGBO_INTROSPECTION: 'on' });
  expect(shows).toEqual({ ...SHOWS_NOTHING, introspection: true });
});
