import fs from 'node:fs';
import os from 'node:os';
import { identityOf, isAlive, parentOf } from './process-identity.mjs';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const PARENT_CHECK_MS = 500;
const controller = new AbortController();

/** Somebody asked the command to end. */
export class Interrupted extends Error {
  constructor(signalName) {
    super(`ended by ${signalName}`);
    this.exitCode = 128 + os.constants.signals[signalName];
  }
}

/** Aborted, with an `Interrupted` as its reason, once the command is asked to end. */
export const interruption = controller.signal;

/** Asks everything this process runs to end, as a signal would. */
export function interrupt(signalName) {
  controller.abort(new Interrupted(signalName));
}

/** From now on signals do not kill the command but let it end what it runs. */
export function watchForInterruption() {
  for (const name of SIGNALS) process.on(name, interrupt);
  endWithNpm();
  outliveTerminal();
}

/**
 * npm passes some signals on, to the shell between it and this command, and none when it is killed: nobody could stop
 * this command then.
 */
function endWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const callers = callingNpm();
  setInterval(() => callers.every(isAlive) || interrupt('SIGTERM'), PARENT_CHECK_MS).unref();
}

function callingNpm() {
  const parent = identityOf(process.ppid);
  const shell =
    fs.existsSync('/proc/self/comm') && /^\w*sh$/m.test(fs.readFileSync(`/proc/${parent.pid}/comm`, 'utf8'));
  return shell ? [parent, identityOf(parentOf(parent.pid))] : [parent];
}

/** After the terminal is closed, writing to it fails; what runs must be stopped nevertheless. */
function outliveTerminal() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') throw error;
    });
  }
}
