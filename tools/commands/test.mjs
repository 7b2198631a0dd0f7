import path from 'node:path';
import { findBrowser, installBrowser } from '../lib/browser.mjs';
import { ensureBuild } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { runJest } from '../lib/jest.mjs';
import { step } from '../lib/steps.mjs';
import { throwAwayHome, throwAwayPostgres, throwAwayRedis, withThrowAwayServices } from '../lib/throw-away.mjs';

// A developer's own services must never be what the tests run on.
const OWN_SETTINGS =
  /^(DATABASE_.*URL|REDIS_URL|SMTP_URL|MAIL|PORT|SERVED_ORIGIN|SEED_SCALE|DEMO_PASSWORD|TRUSTED_DOCUMENTS)$/;

function testEnvironment({ postgresUrl, redisUrl, home, browser }) {
  const inherited = Object.fromEntries(Object.entries(process.env).filter(([key]) => !OWN_SETTINGS.test(key)));
  const queue = redisUrl === null ? { QUEUE_BACKEND: 'postgres' } : { REDIS_URL: redisUrl };
  const more = { NODE_ENV: 'test', TEST_DATABASE_URL: postgresUrl, TONGGONG_HOME: home, ...queue };
  return browser === null ? { ...inherited, ...more } : { ...inherited, ...more, CHROMIUM: browser };
}

function chooseBrowser() {
  return step('browser', async (note) => {
    const found = process.env.CI === 'true' ? await installBrowser() : findBrowser();
    note(found ?? 'none, the browser tests are left out');
    return found;
  });
}

async function runSuites(args, { env, browser, home }) {
  const leftOut = browser === null ? ['--ignoreProjects', 'e2e'] : [];
  const runs = [await runJest([...args, ...leftOut], { env, resultFile: path.join(home, 'jest.json') })];
  if (args.length === 0 && env.QUEUE_BACKEND !== 'postgres') {
    const onPostgres = { ...env, QUEUE_BACKEND: 'postgres' };
    const queueSuites = ['--testPathPatterns', 'queue', '--passWithNoTests', ...leftOut];
    runs.push(
      await step('queue suites on PostgreSQL', () =>
        runJest(queueSuites, { env: onPostgres, resultFile: path.join(home, 'jest-queue.json') }),
      ),
    );
  }
  return runs;
}

function summary(runs, browser) {
  const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
  const broken = sum('broken') > 0 ? `, ${sum('broken')} suites did not load` : '';
  const leftOut = browser === null ? ' (browser tests left out: no Chromium; npm run browser:install gets one)' : '';
  return `${sum('passed')} passed, ${sum('failed')} failed${broken}${leftOut}`;
}

/** `npm test [jest arguments]`: the tests on throw-away services; the last line gives the sums. */
export async function main(args) {
  await ensureDependencies({ withDevelopment: true });
  return withThrowAwayServices('test', async (services) => {
    const wantsRedis = process.env.QUEUE_BACKEND !== 'postgres';
    const [postgresUrl, redisUrl, browser] = await Promise.all([
      throwAwayPostgres(services),
      wantsRedis ? throwAwayRedis(services) : null,
      chooseBrowser(),
      ensureBuild(),
    ]);
    const home = throwAwayHome(services);
    const env = testEnvironment({ postgresUrl, redisUrl, home, browser });
    const runs = await runSuites(args, { env, browser, home });
    console.log(summary(runs, browser));
    return runs.every(({ code }) => code === 0) ? 0 : 1;
  });
}
