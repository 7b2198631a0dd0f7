import fs from 'node:fs';
import path from 'node:path';
import { Fault } from './fault.mjs';
import { withLock } from './lock.mjs';
import { cacheDirectory, root } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { seconds, step } from './steps.mjs';

const NETWORK_TROUBLE =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ENOTCACHED|network/i;
const LAST_LINES = 20;

function packagesIn(file) {
  return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')).packages : null;
}

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own lockfile into node_modules last, so a
 * broken-off installation has none.
 */
export function isInstalled({ withDevelopment }, folder = root) {
  const wanted = packagesIn(path.join(folder, 'package-lock.json'));
  const present = packagesIn(path.join(folder, 'node_modules/.package-lock.json'));
  if (present === null) return false;
  return Object.entries(wanted).every(([where, { version, dev, devOptional, optional }]) => {
    if (where === '' || present[where]?.version === version) return true;
    if (present[where] !== undefined) return false;
    return Boolean(optional || devOptional || (dev && !withDevelopment));
  });
}

async function install({ withDevelopment }) {
  const args = [
    'ci',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    '--fetch-retry-maxtimeout=10000',
  ];
  if (!withDevelopment) args.push('--omit=dev');
  const { code, output } = await runCommand('npm', args, { env: { ...process.env, NODE_ENV: '' } });
  if (code === 0) return;
  const details = output.trimEnd().split('\n').slice(-LAST_LINES).join('\n');
  if (NETWORK_TROUBLE.test(output)) {
    throw new Fault(
      'The dependencies could not be installed because the npm registry cannot be reached: connect to the network (or tell npm its proxy or registry) and run this again.',
      { details },
    );
  }
  throw new Fault('The dependencies could not be installed: npm ci ended with the messages above.', { details });
}

/** Installs what is missing, or nothing. Running needs no development packages, which spares most of a minute. */
export async function ensureDependencies({ withDevelopment }) {
  if (isInstalled({ withDevelopment })) return;
  await withLock(path.join(cacheDirectory, 'install.lock'), async () => {
    if (isInstalled({ withDevelopment })) return;
    await step('dependencies (npm ci)', async (note) => {
      const startedAt = performance.now();
      await install({ withDevelopment });
      note(`installed in ${seconds(performance.now() - startedAt)}`);
    });
  });
}
