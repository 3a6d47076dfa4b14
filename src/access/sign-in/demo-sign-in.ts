import type { Config } from '../../config.ts';
import { CodedError } from '../../errors/coded-error.ts';
import { ROLES } from '../viewer.ts';
import { demoKey, signDemoToken } from './demo-key.ts';

/** How long a token of the demonstration is taken, in hours. */
const HOURS = 12;
const SUBJECT = 'demonstration';
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|localhost|::1|\[::1\])$/;

/** Whether a name or an address without its port is this machine's own. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/** What somebody wants to be: `officer` with the code of a unit, another role without. */
export interface AskedRole {
  readonly role: string;
  readonly unit?: string;
}

/**
 * Signs the tokens that `npm run token` prints for those who sit at this machine and choose a role in the browser.
 * @throws CodedError INPUT_INVALID for a role that there is not, an officer without a unit, or another role with one
 */
export type DemoSignIn = (asked: AskedRole) => Promise<string>;

type Offering = Pick<Config, 'auth' | 'dataDir' | 'nodeEnv' | 'host' | 'databaseUrl'>;

/**
 * Roles to choose from, for a demonstration alone: never in production, nor where an issuer signs, nor where others
 * than this machine can ask, nor over a database that somebody brought.
 * @returns undefined where none are offered
 */
export function openDemoSignIn(config: Offering): DemoSignIn | undefined {
  const { auth, dataDir, nodeEnv, host, databaseUrl } = config;
  if (nodeEnv === 'production' || auth.jwksUrl !== undefined || auth.jwksFile !== undefined) return undefined;
  if (!isLoopback(host) || databaseUrl !== undefined) return undefined;
  return async (asked) => signDemoToken(await demoKey(dataDir), { subject: SUBJECT, ...checked(asked) }, HOURS);
}

function checked({ role, unit }: AskedRole): AskedRole {
  const roles = ROLES.map((each) => each.toLowerCase());
  if (!roles.includes(role)) throw new CodedError('INPUT_INVALID', `Expected a \`role\` out of ${roles.join(', ')}.`);
  if ((role === 'officer') !== (unit !== undefined))
    throw new CodedError('INPUT_INVALID', 'Expected a `unit` with the role officer, and with no other.');
  return unit === undefined ? { role } : { role, unit };
}
