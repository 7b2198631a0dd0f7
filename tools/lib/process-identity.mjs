import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/** The fields of /proc/PID/stat after the command's name, or null without such a process. */
function statOf(pid) {
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets and may itself hold spaces and brackets.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch (error) {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return null;
    throw error;
  }
}

function fromProc(pid) {
  const fields = statOf(pid);
  const hasEnded = fields === null || fields[0] === 'Z' || fields[0] === 'X';
  return hasEnded ? null : fields[19];
}

/** The id of a process's parent, from /proc; 0 when there is none. */
export function parentOf(pid) {
  return Number(statOf(pid)?.[1] ?? 0);
}

function fromPs(pid) {
  const { stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout?.trim() || null;
}

/** When the process started, as an opaque text; null when it does not live. Ids are reused, pairs of id and start are not. */
export function startOf(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return fs.existsSync('/proc/self/stat') ? fromProc(pid) : fromPs(pid);
}

/** What a record keeps of a process, so that it can be recognised later. */
export function identityOf(pid) {
  return { pid, started: startOf(pid) };
}

/** Whether exactly the recorded process still lives. */
export function isAlive({ pid, started }) {
  return started !== null && startOf(pid) === started;
}

/** Sends a signal; false when the process is gone. */
export function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if (error.code === 'ESRCH') return false;
    throw error;
  }
}

/** Waits until the recorded process is gone; false when it outlives the limit. */
export async function waitForEnd(identity, limitMs) {
  const until = Date.now() + limitMs;
  while (isAlive(identity)) {
    if (Date.now() > until) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}
