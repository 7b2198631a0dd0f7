import { startApps } from '../lib/apps.mjs';
import { ensureBuild } from '../lib/build.mjs';
import { demoLogins } from '../lib/database.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { demoPasswordFile, environmentFile, keptDemoPassword, writePrivate } from '../lib/home.mjs';
import { inHouse, moveIn, startServices } from '../lib/house.mjs';
import { requireFreePort } from '../lib/ports.mjs';
import { prepareDatabase } from '../lib/prepared-database.mjs';
import { readSettings } from '../lib/settings.mjs';
import { say, seconds, step } from '../lib/steps.mjs';

function printSignIns(logins, settings) {
  const password = keptDemoPassword(settings.home);
  if (logins.length === 0 || password === null) return;
  const width = Math.max(...logins.map(({ login }) => login.length));
  const roleWidth = Math.max(...logins.map(({ role }) => role.length));
  console.log(`\nDemo sign-ins, all with the password ${password}`);
  for (const { login, role, name } of logins)
    console.log(`  ${login.padEnd(width)}  ${role.padEnd(roleWidth)}  ${name}`);
  if (settings.demoPassword !== null && settings.demoPassword !== password) {
    console.log(
      `DEMO_PASSWORD counts only when the demo data is made; the password in use is kept in ${demoPasswordFile(settings.home)}.`,
    );
  }
}

function printWelcome({ port, services, logins, prepared, settings }) {
  console.log(`ready http://localhost:${port}`);
  if (services.pageUrl !== null) console.log(`mail sent by this demo: ${services.pageUrl}`);
  printSignIns(logins, settings);
  if (prepared.isWithoutData)
    console.log('There are no accounts yet: npm run cli -- admin create LOGIN makes the first administrator.');
}

/** Brings up services, database and applications in the house and says where they are. */
export async function bringUp(house, settings, { build, mode, more, isShown, isVital }) {
  const startedAt = performance.now();
  const [services] = await Promise.all([startServices(house, settings), build()]);
  const prepared = await prepareDatabase({ settings, services, mode, more });
  const { environment, migrateUrl } = prepared;
  writePrivate(environmentFile(settings.home), JSON.stringify({ environment, migrateUrl }));
  const options = { env: environment, port: settings.port, home: settings.home, isShown, isVital };
  const [apps, logins] = await Promise.all([
    step('API and worker', () => startApps(house.group, options)),
    prepared.mayHaveDemo ? demoLogins(environment) : [],
  ]);
  say(`  ${seconds(performance.now() - startedAt).padStart(7)} in all`);
  printWelcome({ port: apps.api.port, services, logins, prepared, settings });
  return { ...apps, env: environment };
}

/** `npm start`: everything from a fresh clone to the address, until it is told to stop. */
export async function main() {
  const settings = readSettings();
  const lock = await moveIn(settings.home);
  return inHouse(settings.home, lock, async (house) => {
    await requireFreePort(settings.port);
    await ensureDependencies({ withDevelopment: false });
    await bringUp(house, settings, { build: ensureBuild, mode: 'production' });
  });
}
