import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const KEY_BYTES = 32;

/**
 * The key that wraps the counties' keys, from `<home>/secrets/master.key` (32 bytes, readable by its owner only).
 * Made on first use: without a copy of it a backup of the database cannot be read.
 */
export const masterKey = (home: string): Buffer => keyFile(home, 'master.key');

/** A key of 32 bytes from `<home>/secrets`, readable by its owner only; made on first use. */
export function keyFile(home: string, name: string): Buffer {
  const file = path.join(home, 'secrets', name);
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o400, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // another process was first: use its key
    }
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new Error(`${file} must hold ${KEY_BYTES} bytes.`);
  return key;
}
