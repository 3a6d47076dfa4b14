import { mkdir, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** How a server is told whose tokens to take, and a token that it takes. */
export interface SignIn {
  readonly environment: Readonly<Record<string, string>>;
  readonly token: string;
}

const FOLDER = fileURLToPath(new URL('../../.data/bench', import.meta.url));
const NAMES = { issuer: 'dangbo-bench', audience: 'dangbo', algorithm: 'ES256' } as const;

let signedIn: Promise<SignIn> | undefined;

/**
 * Signs in, once for all servers, as an administrator: the peers show everything to everybody, so dangbo is asked by somebody who may see
 * everything, too. It checks the token, and writes down each reading of a member, all the same.
 */
export function signIn(): Promise<SignIn> {
  signedIn ??= makeToken();
  return signedIn;
}

async function makeToken(): Promise<SignIn> {
  const { issuer, audience, algorithm } = NAMES;
  const { publicKey, privateKey } = await generateKeyPair(algorithm);
  const file = `${FOLDER}/keys.json`;
  await mkdir(FOLDER, { recursive: true });
  await writeFile(file, JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: algorithm }] }));
  const token = await new SignJWT({ role: 'ADMINISTRATOR' })
    .setProtectedHeader({ alg: algorithm, kid: 'bench' })
    .setSubject('bench')
    .setIssuer(issuer)
    .setAudience(audience)
    .setIssuedAt()
    .setExpirationTime('12h')
    .sign(privateKey);
  return { environment: { AUTH_JWKS_FILE: file, AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience }, token };
}
