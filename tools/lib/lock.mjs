import fs from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive } from './process-identity.mjs';

function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return null;
    throw error;
  }
}

function tryLink(draft, file) {
  try {
    fs.linkSync(draft, file);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function holderIn(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { pid: 0, started: null };
  }
}

/** Moves a dead holder's lock away; another process may have replaced it meanwhile, and then keeps it. */
function clearStale(file, seen) {
  const aside = `${file}.${process.pid}.stale`;
  try {
    fs.renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== seen) tryLink(aside, file);
  fs.rmSync(aside, { force: true });
}

/** Takes the lock: `{ release }` when it is ours now, `{ holder }` when a living process has it. */
export function takeLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify(identityOf(process.pid));
  const draft = `${file}.${process.pid}.draft`;
  fs.writeFileSync(draft, own, { mode: 0o644 });
  try {
    for (;;) {
      if (tryLink(draft, file)) return { release: () => read(file) === own && fs.rmSync(file, { force: true }) };
      const seen = read(file);
      if (seen === null) continue;
      const holder = holderIn(seen);
      if (isAlive(holder)) return { holder };
      clearStale(file, seen);
    }
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/** Runs `work` while no other process of this checkout does the same kind of work. */
export async function withLock(file, work) {
  let taken = takeLock(file);
  while (taken.holder) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    taken = takeLock(file);
  }
  try {
    return await work();
  } finally {
    taken.release();
  }
}
