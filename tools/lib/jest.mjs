import fs from 'node:fs';
import path from 'node:path';
import { root } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const JEST = path.join(root, 'node_modules/jest/bin/jest.js');

function countsIn(file) {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0, broken: 0 };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return { passed: numPassedTests, failed: numFailedTests, broken: numRuntimeErrorTestSuites };
}

/** Runs jest with its own output shown; gives its exit code and how many tests passed, failed, and suites did not load. */
export async function runJest(args, { env, resultFile }) {
  const command = [JEST, '-c', 'jest.config.cjs', '--json', `--outputFile=${resultFile}`, ...args];
  const { code } = await runCommand(process.execPath, command, { env, stdio: ['ignore', 'inherit', 'inherit'] });
  return { code, ...countsIn(resultFile) };
}
