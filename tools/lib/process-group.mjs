import { spawn } from 'node:child_process';
import { identityOf, isAlive, signal, waitForEnd } from './process-identity.mjs';

const FORCED_END_MS = 1500;

/** The processes of one command; they end together, applications before the services they use. */
export class ProcessGroup {
  #members = [];
  #isStopping = false;
  #record;
  #onUnexpectedEnd;

  constructor(record, onUnexpectedEnd) {
    this.#record = record;
    this.#onUnexpectedEnd = onUnexpectedEnd;
  }

  /**
   * Starts a process in a session of its own, so that Ctrl-C in the terminal reaches only the command, which then stops
   * its members in order. `stage` 0 ends first; the unexpected end of a vital member is reported.
   */
  start(
    name,
    command,
    args,
    { stage, graceMs, isVital = true, stopSignal = 'SIGTERM', forceSignal = 'SIGKILL', ...options },
  ) {
    // What was still being prepared when the end came must not start any more.
    if (this.#isStopping) throw new Error(`${name} was not started because everything is being stopped`);
    const child = spawn(command, args, { ...options, detached: true });
    const member = { name, child, stage, graceMs, stopSignal, forceSignal, isVital, isLeaving: false, ended: null };
    member.ended = new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('exit', (code, by) => resolve(by ?? code));
    });
    if (child.pid !== undefined) {
      member.identity = identityOf(child.pid);
      this.#record.addProcess(name, child.pid, stopSignal, forceSignal);
    }
    this.#members.push(member);
    void member.ended.then((how) => this.#noteEnd(member, how));
    return member;
  }

  /** Ends one member, for instance to start it anew. */
  async stop(member) {
    member.isLeaving = true;
    if (member.identity && isAlive(member.identity) && signal(member.identity.pid, member.stopSignal)) {
      if (!(await waitForEnd(member.identity, member.graceMs))) {
        signal(member.identity.pid, member.forceSignal);
        await waitForEnd(member.identity, FORCED_END_MS);
      }
    }
    await member.ended;
    // What a member has started itself shares its process group.
    if (member.identity) signal(-member.identity.pid, 'SIGKILL');
    this.#members = this.#members.filter((other) => other !== member);
  }

  /** Ends every member, stage after stage. */
  async stopAll() {
    this.#isStopping = true;
    const stages = [...new Set(this.#members.map(({ stage }) => stage))].sort((a, b) => a - b);
    for (const stage of stages) {
      await Promise.all(this.#members.filter((member) => member.stage === stage).map((member) => this.stop(member)));
    }
    this.#record.close();
  }

  #noteEnd(member, how) {
    if (member.isVital && !this.#isStopping && !member.isLeaving) this.#onUnexpectedEnd(member.name, how);
  }
}

/** Waits for the message `{ type: 'ready' }` that a member sends over its channel; rejects with `toFault` when it ends before. */
export function whenReady(member, toFault) {
  return new Promise((resolve, reject) => {
    const listen = (message) => {
      if (message?.type !== 'ready') return;
      member.child.off('message', listen);
      resolve(message);
    };
    member.child.on('message', listen);
    void member.ended.then((how) => reject(toFault(how)));
  });
}
