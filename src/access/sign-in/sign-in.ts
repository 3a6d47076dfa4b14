import { errors, jwtVerify } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import type { Viewer } from '../viewer.ts';
import { PUBLIC_VIEWER } from '../viewer.ts';
import { viewerOf } from './claims.ts';
import { signInUnavailable, unauthenticated } from './refusals.ts';

/** Whose tokens are taken, and how they are checked. */
export interface Trust {
  readonly keys: JWTVerifyGetKey;
  readonly issuer: string;
  readonly audience: string;
  readonly algorithms: readonly string[];
  /** Seconds that clocks may differ. */
  readonly clockTolerance: number;
}

interface Known {
  readonly viewer: Viewer;
  /** When it was checked, and until when that holds: milliseconds since 1970. */
  readonly since: number;
  readonly until: number;
}

/** A token that was checked is taken unchecked for so long, so that a key that is withdrawn is soon without effect. */
const KEPT_MS = 30_000;
const MAX_KEPT = 1000;

/** Tells from a request's Authorization header who asks. */
export class SignIn {
  private readonly known = new Map<string, Known>();

  /** @param trust absent where no tokens are taken at all */
  constructor(
    private readonly trust?: Trust,
    private readonly now: () => number = Date.now,
  ) {}

  /**
   * Whoever sends no header is the public; whoever sends one is what it says, or nobody.
   * @throws CodedError UNAUTHENTICATED, SIGN_IN_UNAVAILABLE
   */
  viewerOf(authorization: string | undefined): Viewer | Promise<Viewer> {
    if (authorization === undefined) return PUBLIC_VIEWER;
    const known = this.known.get(authorization);
    // A clock that stands before the check was set back: what was to hold for a while would hold for as long as that.
    if (known && this.now() >= known.since && this.now() < known.until) return known.viewer;
    return this.check(authorization);
  }

  private async check(authorization: string): Promise<Viewer> {
    const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
    if (token === undefined) throw unauthenticated('`Bearer` before it');
    if (!this.trust) throw unauthenticated('an issuer, and this server takes the tokens of none');
    const { keys, issuer, audience, algorithms, clockTolerance } = this.trust;
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: [...algorithms],
      clockTolerance,
      currentDate: new Date(this.now()),
      requiredClaims: ['exp', 'sub'],
    }).catch((error: unknown) => {
      throw refusalOf(error);
    });
    const viewer = viewerOf(payload);
    const since = this.now();
    this.keep(authorization, { viewer, since, until: Math.min((payload.exp ?? 0) * 1000, since + KEPT_MS) });
    return viewer;
  }

  private keep(authorization: string, known: Known): void {
    if (this.known.size >= MAX_KEPT) this.known.clear();
    this.known.set(authorization, known);
  }
}

/** What a token lacks, by jose's code. What is not told here concerns the keys: they could not be read. */
const LACKS: Readonly<Record<string, string>> = {
  [errors.JWTExpired.code]: 'an `exp` that is not over',
  [errors.JWTClaimValidationFailed.code]: 'the `iss`, `aud`, `exp`, `nbf` and `sub` that this server takes',
  [errors.JWTInvalid.code]: 'a header, claims and a signature',
  [errors.JWSInvalid.code]: 'a header, claims and a signature',
  [errors.JOSENotSupported.code]: 'a header that this server knows',
  [errors.JOSEAlgNotAllowed.code]: 'an `alg` that this server takes',
  [errors.JWSSignatureVerificationFailed.code]: 'a signature that is right',
  [errors.JWKSNoMatchingKey.code]: 'the signature of a key that its issuer has',
  [errors.JWKSMultipleMatchingKeys.code]: 'a `kid` that tells which key signed it',
};

function refusalOf(error: unknown): Error {
  const lacks = error instanceof errors.JOSEError ? LACKS[error.code] : undefined;
  // The header of a token that no key fits at all, as of one with a secret, is told by a plain TypeError.
  return lacks === undefined ? signInUnavailable(error) : unauthenticated(lacks, error);
}
