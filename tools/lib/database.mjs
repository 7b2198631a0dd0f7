import path from 'node:path';
import { Fault } from './fault.mjs';
import { chooseDemoPassword } from './home.mjs';
import { distDirectory, root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const MIGRATE = path.join(distDirectory, 'database/migrate.js');
const CLI = path.join(distDirectory, 'apps/cli/main.js');

function lastJsonLine(stdout, program) {
  const line = stdout.trim().split('\n').at(-1) ?? '';
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new Fault(`${program} did not end with a line of JSON (${error.message}).`, { details: stdout });
  }
}

async function runNode(file, args, env, sentence) {
  const { code, stdout, output } = await runCommand(process.execPath, ['--enable-source-maps', file, ...args], { env });
  if (code !== 0) throw new Fault(sentence, { details: output });
  return stdout;
}

/** Makes the roles and brings the tables up to date; gives the address for each role and whether there is no data yet. */
export async function migrate({ databaseUrl, home }) {
  const env = { ...process.env, DATABASE_URL: databaseUrl, TONGGONG_HOME: home };
  return lastJsonLine(
    await runNode(MIGRATE, [], env, 'The database could not be prepared.'),
    path.relative(root, MIGRATE),
  );
}

/** Fills an empty database with the generated county; gives the demo accounts' password. */
export async function seed({ scale, environment, home, demoPassword }) {
  const password = chooseDemoPassword(home, demoPassword);
  const env = { ...environment, DEMO_PASSWORD: password };
  await runNode(CLI, ['seed', scale], env, 'The demo data could not be made.');
  return password;
}

/** The demo accounts of the database: `[{ login, role, name }]`, empty where there are none. */
export async function demoLogins(environment) {
  return lastJsonLine(
    await runNode(CLI, ['demo-logins'], environment, 'The demo sign-ins could not be read.'),
    'cli demo-logins',
  );
}
