import path from 'node:path';
import { Fault } from '../lib/fault.mjs';
import { prepareHome, writePrivate } from '../lib/home.mjs';
import { prepareDatabase } from '../lib/prepared-database.mjs';
import { readSettings } from '../lib/settings.mjs';

/**
 * For containers, once before the API and the worker: makes roles and tables, seeds where SEED_SCALE is set, and keeps
 * the addresses that tools/with-database.mjs gives to the applications.
 */
export async function main() {
  const settings = readSettings({ ...process.env, MAIL: 'off' });
  if (settings.databaseUrl === null) throw new Fault('DATABASE_URL is not set.');
  prepareHome(settings.home);
  const services = { databaseUrl: settings.databaseUrl, redisUrl: settings.redisUrl, smtpUrl: null };
  const { urls } = await prepareDatabase({ settings, services, mode: 'production' });
  writePrivate(path.join(settings.home, 'secrets/application-addresses.json'), JSON.stringify(urls));
  return 0;
}
