import type { JWK } from 'jose';
import { createLocalJWKSet, exportJWK, generateKeyPair } from 'jose';
import type { DemoClaims } from '../../src/access/sign-in/demo-key.ts';
import { DEMO, publicHalf, signDemoToken } from '../../src/access/sign-in/demo-key.ts';
import { SignIn } from '../../src/access/sign-in/sign-in.ts';

/** The key pair that test servers trust. */
const key: Promise<JWK> = generateKeyPair(DEMO.algorithm, { extractable: true }).then(async ({ privateKey }) => ({
  ...(await exportJWK(privateKey)),
  kid: 'test',
  alg: DEMO.algorithm,
}));

/** Sign-in of test servers. */
export async function testSignIn(): Promise<SignIn> {
  const { issuer, audience, algorithm } = DEMO;
  const keys = createLocalJWKSet({ keys: [publicHalf(await key)] });
  return new SignIn({ keys, issuer, audience, algorithms: [algorithm], clockTolerance: 5 });
}

/** A token that test servers take. */
export async function signedToken({
  subject = 'tester',
  ...claims
}: Partial<DemoClaims> & { role: string }): Promise<string> {
  return signDemoToken(await key, { subject, ...claims }, 1);
}
