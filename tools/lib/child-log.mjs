import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';
import { say } from './steps.mjs';

const FROM_WARNING = /"level":(?:[4-9]\d|"(?:warn|error|fatal)")/;

function openFresh(folder, name) {
  const file = path.join(folder, `${name}.log`);
  if (fs.existsSync(file)) fs.renameSync(file, `${file}.1`);
  return fs.createWriteStream(file, { mode: 0o600 });
}

/** Keeps what a child prints in its log file; warnings, errors and what is not a log line are shown as well. */
export function keepLog({ name, child }, folder, { isShown = false } = {}) {
  const file = openFresh(folder, name);
  for (const stream of [child.stdout, child.stderr]) {
    readline.createInterface({ input: stream }).on('line', (line) => {
      file.write(`${line}\n`);
      if (isShown || !line.startsWith('{') || FROM_WARNING.test(line)) say(`[${name}] ${line}`);
    });
  }
  child.once('close', () => file.end());
}
