import { existsSync } from 'node:fs';
import path from 'node:path';

const PROJECT = path.resolve(__dirname, '../..');
const LEVELS_UP = 2;

/**
 * A folder of published data that lies beside the project where it is built, in ../shared/data; null where there is none:
 * then the suite says that it is left out. In CI that is a failure.
 */
export function sharedData(name: string): string | null {
  for (let up = 1; up <= LEVELS_UP; up++) {
    const folder = path.resolve(PROJECT, ...Array<string>(up).fill('..'), 'shared/data', name);
    if (existsSync(folder)) return folder;
  }
  if (process.env['CI'] === 'true') throw new Error(`CI needs ../shared/data/${name}`);
  process.stderr.write(`left out: what is compared with ../shared/data/${name}, because there is no such folder\n`);
  return null;
}
