import { spawn } from 'node:child_process';
import { interruption } from './interruption.mjs';
import { root } from './paths.mjs';
import { identityOf, signal, waitForEnd } from './process-identity.mjs';

const GRACE_MS = 4000;
const running = new Set();

/** Ends the command and what it has started, which shares its process group. */
async function endGroup(pid) {
  const identity = identityOf(pid);
  signal(-pid, 'SIGTERM');
  await waitForEnd(identity, GRACE_MS);
  signal(-pid, 'SIGKILL');
}

function collect(child) {
  const chunks = { stdout: [], stderr: [], both: [] };
  for (const stream of ['stdout', 'stderr']) {
    child[stream]?.on('data', (chunk) => {
      chunks[stream].push(chunk);
      chunks.both.push(chunk);
    });
  }
  const joined = (name) => Buffer.concat(chunks[name]).toString('utf8');
  return () => ({ stdout: joined('stdout'), stderr: joined('stderr'), output: joined('both') });
}

/**
 * Runs a command to its end and gives its exit code and, unless `stdio` says otherwise, what it printed. When this
 * process is asked to end, the command ends first and the call fails as interrupted. `timeout` (ms) ends it as failed.
 */
export function runCommand(command, args, options = {}) {
  const run = runToEnd(command, args, options);
  running.add(run);
  return run.finally(() => running.delete(run));
}

/** Waits for commands that nobody waits for any more, after an interruption. */
export async function untilCommandsEnded() {
  await Promise.allSettled([...running]);
}

async function runToEnd(command, args, { timeout, ...options }) {
  interruption.throwIfAborted();
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options, detached: true });
  const printed = collect(child);
  let ending = null;
  const end = () => (ending ??= endGroup(child.pid));
  interruption.addEventListener('abort', end);
  const timer = timeout === undefined ? undefined : setTimeout(end, timeout);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (exitCode) => resolve(exitCode ?? 1));
    });
    await ending;
    interruption.throwIfAborted();
    return { code, ...printed() };
  } finally {
    clearTimeout(timer);
    interruption.removeEventListener('abort', end);
  }
}
