import path from 'node:path';
import { ensureBuild } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { runJest } from '../lib/jest.mjs';
import { testEnvironment } from '../lib/test-environment.mjs';
import { throwAwayHome, throwAwayPostgres, throwAwayRedis, withThrowAwayServices } from '../lib/throw-away.mjs';

const SUITES = 'test/faults/|test/security/under-attack';

/**
 * `npm run test:faults [path patterns]`: the fault plan at its full counts, and what a normal question costs under
 * attack. One suite at a time, so that the figures are those of one suite.
 */
export async function main(patterns) {
  await ensureDependencies({ withDevelopment: true });
  return withThrowAwayServices('faults', async (services) => {
    const wantsRedis = process.env.QUEUE_BACKEND !== 'postgres';
    const [postgresUrl, redisUrl] = await Promise.all([
      throwAwayPostgres(services),
      wantsRedis ? throwAwayRedis(services) : null,
      ensureBuild(),
    ]);
    const home = throwAwayHome(services);
    const env = { ...testEnvironment({ postgresUrl, redisUrl, home, browser: null }), FAULT_COUNTS: 'full' };
    const args = ['--selectProjects', 'int', '--runInBand', '--verbose', '--testPathPatterns'];
    const chosen = patterns.length === 0 ? SUITES : patterns.join('|');
    const { code, passed, failed } = await runJest([...args, chosen], {
      env,
      resultFile: path.join(home, 'jest.json'),
    });
    console.log(`${passed} passed, ${failed} failed at the full counts`);
    return code;
  });
}
