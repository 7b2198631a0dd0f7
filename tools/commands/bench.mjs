import fs from 'node:fs';
import path from 'node:path';
import { ensureServer } from '../lib/build.mjs';
import { ensureDependencies } from '../lib/dependencies.mjs';
import { root } from '../lib/paths.mjs';
import { runCommand } from '../lib/run-command.mjs';
import { say } from '../lib/steps.mjs';

const BENCH = path.join(root, 'bench');

/** `npm run bench -- <name>`: runs bench/<name>/run.mjs; what it compares with is installed in bench/ only. */
export async function main([name, ...args]) {
  const script = path.join(BENCH, name ?? '', 'run.mjs');
  if (name === undefined || !fs.existsSync(script)) {
    const known = fs.readdirSync(BENCH).filter((one) => fs.existsSync(path.join(BENCH, one, 'run.mjs')));
    say(`Which one? npm run bench -- ${known.join(' | ')}`);
    return 2;
  }
  await ensureDependencies({ withDevelopment: false });
  await ensureServer();
  if (!fs.existsSync(path.join(BENCH, 'node_modules'))) {
    say('installing what is compared with, into bench/ …');
    const { code } = await runCommand('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: BENCH,
      stdio: 'inherit',
    });
    if (code !== 0) return code;
  }
  const { code } = await runCommand(process.execPath, [script, ...args], { cwd: BENCH, stdio: 'inherit' });
  return code;
}
