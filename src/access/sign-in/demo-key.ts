import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JWK } from 'jose';
import { exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose';

/** Of tokens that this machine signs for itself, to try things out. */
export const DEMO = { issuer: 'dangbo-demo', audience: 'dangbo', algorithm: 'ES256' } as const;

/**
 * The demonstration's key pair, which is made when it is first needed and stays in the data folder, readable by its
 * owner alone.
 */
export async function demoKey(dataDir: string): Promise<JWK> {
  const file = join(dataDir, 'demo-key.json');
  const text = (await readIfThere(file)) ?? (await make(file));
  return JSON.parse(text) as JWK;
}

/** Of several processes that start at once the first one's key holds for all. */
async function make(file: string): Promise<string> {
  const { privateKey } = await generateKeyPair(DEMO.algorithm, { extractable: true });
  const key = { ...(await exportJWK(privateKey)), kid: 'demo', alg: DEMO.algorithm };
  const draft = `${file}.${process.pid}`;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(draft, `${JSON.stringify(key)}\n`, { mode: 0o600 });
  await link(draft, file).catch(unless('EEXIST'));
  await rm(draft);
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch(unless('ENOENT'));
}

/** Takes one kind of failure for nothing, and no other. */
function unless(code: string) {
  return (error: unknown): undefined => {
    if ((error as { readonly code?: unknown }).code !== code) throw error;
  };
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
