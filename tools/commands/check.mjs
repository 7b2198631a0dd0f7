import fs from 'node:fs';
import path from 'node:path';
import { ensureServer } from '../lib/build.mjs';
import { childEnvironment } from '../lib/child-environment.mjs';
import { differencesTo, generateContract } from '../lib/contract.mjs';
import { migrate } from '../lib/database.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { Fault, report } from '../lib/fault.mjs';
import { interruption } from '../lib/interruption.mjs';
import { cacheDirectory, distDirectory, root } from '../lib/paths.mjs';
import { startPostgres } from '../lib/postgres.mjs';
import { runCommand } from '../lib/run-command.mjs';
import { say, step } from '../lib/steps.mjs';
import { throwAwayHome, withThrowAwayServices } from '../lib/throw-away.mjs';

const AT_ONCE = 2;
const bin = (file) => path.join(root, 'node_modules', file);

async function node(args, sentence, env = process.env) {
  const { code, output } = await runCommand(process.execPath, args, { env });
  if (code !== 0) throw new Fault(sentence, { details: output });
}

async function contractIsUpToDate() {
  const folder = path.join(cacheDirectory, 'contract-check');
  await generateContract(folder);
  const differing = differencesTo(folder);
  fs.rmSync(folder, { recursive: true, force: true });
  if (differing.length > 0) {
    throw new Fault('libs/contract is not what npm run codegen makes: run it and commit the result.', {
      details: differing.join('\n'),
    });
  }
}

async function migrationsAreUpToDate() {
  await withThrowAwayServices('check', async (services) => {
    const { url } = await startPostgres(services);
    const home = throwAwayHome(services);
    const { migrateUrl, ...urls } = await migrate({ databaseUrl: url, home });
    const settings = { home, isMailOff: true, servedOrigin: null };
    const env = childEnvironment({
      settings,
      urls,
      redisUrl: null,
      smtpUrl: null,
      more: { DATABASE_URL: migrateUrl },
    });
    await node(
      [path.join(distDirectory, 'database/check-generated.js')],
      'The migrations do not make what the entities say: generate one.',
      env,
    );
  });
}

// The long ones first, so that two at once end at about the same time.
const CHECKS = [
  ['lint', () => node([bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'], 'Lint found something.')],
  [
    'unit tests',
    () =>
      node(
        [bin('jest/bin/jest.js'), '-c', 'jest.config.cjs', '--selectProjects', 'unit', '--silent'],
        'A unit test failed.',
        { ...process.env, NODE_ENV: 'test' },
      ),
  ],
  [
    'types: server',
    () => node([bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'], 'The types of the server do not fit.'),
  ],
  [
    'types: web',
    () =>
      node([bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'], 'The types of the web do not fit.'),
  ],
  [
    'format',
    () =>
      node(
        [
          bin('prettier/bin/prettier.cjs'),
          '--check',
          '.',
          '--log-level',
          'warn',
          '--cache',
          '--cache-location',
          path.join(cacheDirectory, 'prettier.json'),
        ],
        'Some files are not formatted: npx prettier --write . does it.',
      ),
  ],
  ['contract', contractIsUpToDate],
  [
    'imports',
    () =>
      node(
        [
          bin('dependency-cruiser/bin/dependency-cruise.mjs'),
          '--config',
          '.dependency-cruiser.cjs',
          '--output-type',
          'err-long',
          'apps',
          'libs',
          'database',
          'test',
        ],
        'An import goes against the house.',
      ),
  ],
  ['migrations', migrationsAreUpToDate],
];

async function outcomeOf([name, work]) {
  try {
    await step(name, work);
    return null;
  } catch (error) {
    interruption.throwIfAborted();
    return { name, error };
  }
}

async function runAll(checks) {
  const waiting = [...checks];
  const failures = [];
  const workOff = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const failure = await outcomeOf(check);
      if (failure !== null) failures.push(failure);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workOff));
  return failures;
}

/** `npm run check [names]`: everything that can be said of the code without running the whole of it. */
export async function main(names) {
  await ensureDependencies({ withDevelopment: true });
  await ensureServer();
  const chosen = names.length === 0 ? CHECKS : CHECKS.filter(([name]) => names.includes(name));
  if (chosen.length < names.length) throw new Fault(`The checks are: ${CHECKS.map(([name]) => name).join(', ')}.`);
  const failures = await runAll(chosen);
  for (const { name, error } of failures) {
    say(`\n── ${name} ──`);
    report(error);
  }
  console.log(
    failures.length === 0
      ? `all ${chosen.length} checks passed`
      : `${failures.length} of ${chosen.length} checks failed: ${failures.map(({ name }) => name).join(', ')}`,
  );
  return failures.length === 0 ? 0 : 1;
}
