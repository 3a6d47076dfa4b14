import { parseArgs } from 'node:util';
import { demoKey, signDemoToken } from '../src/access/sign-in/demo-key.ts';
import { ROLES } from '../src/access/viewer.ts';
import { readConfig } from '../src/config.ts';

/**
 * npm run -s token -- --role officer --unit H509: prints a token that a server on this machine takes, to try things
 * out. Never in production, and not where the keys of an issuer are set: a server takes the tokens of one alone.
 */

const USAGE = `usage: npm run -s token -- --role ${ROLES.join('|').toLowerCase()} [--unit <code>] [--subject <name>] [--hours <1 to 720>]`;

interface Asked {
  readonly role: string;
  readonly unit: string | undefined;
  readonly subject: string;
  readonly hours: number;
}

function readArguments(): Asked {
  const { values } = parseArgs({
    options: {
      role: { type: 'string' },
      unit: { type: 'string' },
      subject: { type: 'string', default: 'demonstration' },
      hours: { type: 'string', default: '12' },
    },
  });
  const { role, unit, subject, hours } = values;
  const known = ROLES.some((each) => each.toLowerCase() === role);
  const inReach = /^\d+$/.test(hours) && Number(hours) >= 1 && Number(hours) <= 720;
  if (role === undefined || !known || !inReach || subject === '') throw new Error(USAGE);
  if ((role === 'officer') !== (unit !== undefined))
    throw new Error(`${USAGE}\nan officer has a --unit, the others have none`);
  return { role, unit, subject, hours: Number(hours) };
}

async function print(): Promise<void> {
  const { auth, dataDir, nodeEnv } = readConfig();
  if (nodeEnv === 'production')
    throw new Error('no tokens are made in production: they come from the issuer that AUTH_ISSUER names');
  if (auth.jwksUrl !== undefined || auth.jwksFile !== undefined) {
    throw new Error(
      'tokens come from the issuer whose keys are set: unset AUTH_JWKS_URL and AUTH_JWKS_FILE to try things out',
    );
  }
  const { hours, unit, ...claims } = readArguments();
  const token = await signDemoToken(await demoKey(dataDir), unit === undefined ? claims : { ...claims, unit }, hours);
  process.stdout.write(`${token}\n`);
}

try {
  await print();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
