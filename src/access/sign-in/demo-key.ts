import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';

/** Of tokens that this machine signs for itself, to try things out. */
export const DEMO = { issuer: 'dangbo-demo', audience: 'dangbo', algorithm: 'ES256' } as const;

/**
 * The demonstration's key pair, which is made when it is first needed and stays in the data folder, readable by its
 * owner alone.
 */
export async function demoKey(dataDir: string): Promise<JWK> {
  await mkdir(dataDir, { recursive: true });
  const file = join(dataDir, 'demo-key.json');
  const { privateKey } = await generateKeyPair(DEMO.algorithm, { extractable: true });
  const made = { ...(await exportJWK(privateKey)), kid: 'demo', alg: DEMO.algorithm };
  // Of several processes that start at once the first one's key holds for all.
  await writeFile(file, `${JSON.stringify(made)}\n`, { mode: 0o600, flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  return JSON.parse(await readFile(file, 'utf8')) as JWK;
}

/** The half of a key pair that checks signatures. */
export function publicHalf({ kty, crv, x, y, kid, alg }: JWK): JWK {
  return { kty, crv, x, y, kid, alg };
}

/** What a token says of whoever holds it. */
export interface DemoClaims {
  readonly subject: string;
  readonly role: string;
  readonly unit?: string;
}

/** Signs a token of the demonstration. */
export async function signDemoToken(key: JWK, { subject, role, unit }: DemoClaims, hours: number): Promise<string> {
  return new SignJWT({ role, ...(unit === undefined ? {} : { unit }) })
    .setProtectedHeader({ alg: DEMO.algorithm, kid: key.kid ?? 'demo' })
    .setSubject(subject)
    .setIssuer(DEMO.issuer)
    .setAudience(DEMO.audience)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`)
    .sign(await importJWK(key, DEMO.algorithm));
}
