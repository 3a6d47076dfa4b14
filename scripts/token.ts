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

const OPTIONS = {
  role: { type: 'string' },
  unit: { type: 'string' },
  subject: { type: 'string', default: 'demonstration' },
  hours: { type: 'string', default: '12' },
  help: { type: 'boolean' },
} as const;

function readArguments(): Asked | 'HELP' {
  const { role, unit, subject, hours, help } = parsed();
  if (help) return 'HELP';
  const known = ROLES.some((each) => each.toLowerCase() === role);
  const inReach = /^\d+$/.test(hours) && Number(hours) >= 1 && Number(hours) <= 720;
  if (role === undefined || !known || !inReach || subject === '') throw new Error(USAGE);
  if ((role === 'officer') !== (unit !== undefined))
    throw new Error(`${USAGE}\nan officer has a --unit, the others have none`);
  return { role, unit, subject, hours: Number(hours) };
}

function parsed(): ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'] {
  try {
    return parseArgs({ options: OPTIONS }).values;
  } catch (error) {
    throw new Error(`${USAGE}\n${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

async function print(): Promise<void> {
  const asked = readArguments();
  if (asked === 'HELP') {
    process.stdout.write(`${USAGE}\n`);
    return;
  }
  const { auth, dataDir, nodeEnv } = readConfig();
  if (nodeEnv === 'production')
    throw new Error('no tokens are made in production: they come from the issuer that AUTH_ISSUER names');
  if (auth.jwksUrl !== undefined || auth.jwksFile !== undefined) {
    throw new Error(
      'tokens come from the issuer whose keys are set: unset AUTH_JWKS_URL and AUTH_JWKS_FILE to try things out',
    );
  }
  const { hours, unit, ...claims } = asked;
  const token = await signDemoToken(await demoKey(dataDir), unit === undefined ? claims : { ...claims, unit }, hours);
  process.stdout.write(`${token}\n`);
}

try {
  await print();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
