import fs from 'node:fs';
import path from 'node:path';
import { ensureServer } from '../lib/build.mjs';
import { childEnvironment } from '../lib/child-environment.mjs';
import { migrate } from '../lib/database.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { environmentFile, prepareHome, runDirectory } from '../lib/home.mjs';
import { inHouse, moveIn } from '../lib/house.mjs';
import { takeLock } from '../lib/lock.mjs';
import { distDirectory } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { runCommand } from '../lib/run-command.mjs';
import { readSettings } from '../lib/settings.mjs';

const CLI = path.join(distDirectory, 'apps/cli/main.js');
const NEEDS_DATABASE = new Set(['import', 'seed', 'admin', 'verify-audit', 'backup', 'restore', 'demo-logins']);

async function runCli(args, env) {
  // npm changes to the checkout; a file is named from where the person stands.
  const cwd = process.env.INIT_CWD ?? process.cwd();
  const { code } = await runCommand(process.execPath, ['--enable-source-maps', CLI, ...args], {
    stdio: 'inherit',
    cwd,
    env,
  });
  return code;
}

async function onDatabase(args, settings, databaseUrl) {
  const { isEmpty, migrateUrl, ...urls } = await migrate({ databaseUrl, home: settings.home });
  const environment = childEnvironment({ settings, urls, redisUrl: settings.redisUrl, smtpUrl: settings.smtpUrl });
  return runCli(args, { ...environment, DATABASE_MIGRATE_URL: migrateUrl });
}

/** The addresses of the instance that runs from this home folder, or null. */
function runningInstance(home) {
  if (!fs.existsSync(environmentFile(home))) return null;
  const lock = takeLock(path.join(runDirectory(home), 'start.lock'));
  if (lock.holder) return JSON.parse(fs.readFileSync(environmentFile(home), 'utf8'));
  lock.release();
  return null;
}

/** Starts the embedded PostgreSQL for as long as the command lasts. */
async function onEmbeddedDatabase(args, settings) {
  const lock = await moveIn(settings.home);
  return inHouse(settings.home, lock, async (house) => {
    const { url } = await startPostgres({ group: house.group, record: house.record, home: settings.home });
    house.end(await onDatabase(args, settings, url));
  });
}

/** `npm run cli`: the operator's commands. Nothing but their own output goes to standard output. */
export async function main(args) {
  await ensureDependencies({ withDevelopment: false });
  await ensureServer({ isTold: false });
  if (!NEEDS_DATABASE.has(args[0]) || args.includes('--help')) return runCli(args, process.env);
  // The commands send no mail, so a database without SMTP_URL is no reason to refuse.
  const settings = readSettings({ ...process.env, MAIL: 'off' });
  prepareHome(settings.home);
  const running = runningInstance(settings.home);
  if (running !== null) return runCli(args, { ...running.environment, DATABASE_MIGRATE_URL: running.migrateUrl });
  return settings.databaseUrl === null
    ? onEmbeddedDatabase(args, settings)
    : onDatabase(args, settings, settings.databaseUrl);
}
