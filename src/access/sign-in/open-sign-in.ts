import { createLocalJWKSet, createRemoteJWKSet } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { AuthConfig, Config } from '../../config.ts';
import { ConfigError } from '../../config.ts';
import { DEMO, demoKey, publicHalf } from './demo-key.ts';
import { keysOfFile } from './key-file.ts';
import { SignIn } from './sign-in.ts';

const KEYS_TIMEOUT_MS = 3000;

/**
 * Sign-in as it is set: the keys of an address or of a file; without either, those of the demonstration, and in
 * production none.
 * @throws ConfigError where the file has no keys
 */
export async function openSignIn({
  auth,
  dataDir,
  nodeEnv,
}: Pick<Config, 'auth' | 'dataDir' | 'nodeEnv'>): Promise<SignIn> {
  const { clockTolerance } = auth;
  const keys = await keysOf(auth);
  if (keys) {
    const { issuer = '', audience = '', algorithms } = auth;
    return new SignIn({ keys, issuer, audience, algorithms, clockTolerance });
  }
  if (nodeEnv === 'production') return new SignIn();
  const demo = createLocalJWKSet({ keys: [publicHalf(await demoKey(dataDir))] });
  return new SignIn({
    keys: demo,
    issuer: DEMO.issuer,
    audience: DEMO.audience,
    algorithms: [DEMO.algorithm],
    clockTolerance,
  });
}

async function keysOf({ jwksUrl, jwksFile }: AuthConfig): Promise<JWTVerifyGetKey | undefined> {
  if (jwksUrl !== undefined) return createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: KEYS_TIMEOUT_MS });
  if (jwksFile === undefined) return undefined;
  try {
    return await keysOfFile(jwksFile);
  } catch {
    throw new ConfigError(`AUTH_JWKS_FILE must be a file with a JSON Web Key Set, but ${jwksFile} is none`);
  }
}
