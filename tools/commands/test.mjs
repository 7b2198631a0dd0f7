import path from 'node:path';
import { findBrowser, installBrowser } from '../lib/browser.mjs';
import { ensureBuild } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { runJest } from '../lib/jest.mjs';
import { step } from '../lib/steps.mjs';
import { testEnvironment } from '../lib/test-environment.mjs';
import { throwAwayHome, throwAwayPostgres, throwAwayRedis, withThrowAwayServices } from '../lib/throw-away.mjs';

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
