import fs from 'node:fs';
import path from 'node:path';
import { identityOf, isAlive, signal, waitForEnd } from './process-identity.mjs';

const GRACE_MS = 8000;
const LAST_WAIT_MS = 2000;

/** Which processes and throw-away folders a command owns, on disk, so that the next command can clear up after a killed one. */
export class RunRecord {
  #content = { owner: identityOf(process.pid), processes: [], folders: [] };
  #file;
  #isClosed = false;

  constructor(directory, name) {
    fs.mkdirSync(directory, { recursive: true });
    this.#file = path.join(directory, `${name}-${process.pid}.run.json`);
    this.#write();
  }

  /** Notes a started process and the signals that end it gently and by force. */
  addProcess(name, pid, stopSignal, forceSignal) {
    this.#content.processes.push({ name, stopSignal, forceSignal, ...identityOf(pid) });
    this.#write();
  }

  /** Notes a folder that goes when the command ends; at once when it is ending already. */
  addFolder(folder) {
    if (this.#isClosed) {
      fs.rmSync(folder, { recursive: true, force: true });
      throw new Error(`${folder} came too late: everything is being stopped`);
    }
    this.#content.folders.push(folder);
    this.#write();
  }

  /** Removes the folders and the record itself. */
  close() {
    this.#isClosed = true;
    for (const folder of this.#content.folders) fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(this.#file, { force: true });
  }

  #write() {
    const draft = `${this.#file}.draft`;
    fs.writeFileSync(draft, JSON.stringify(this.#content), { mode: 0o600 });
    fs.renameSync(draft, this.#file);
  }
}

async function end(entry) {
  if (!isAlive(entry) || !signal(entry.pid, entry.stopSignal)) return;
  if (await waitForEnd(entry, GRACE_MS)) return;
  signal(entry.pid, entry.forceSignal);
  await waitForEnd(entry, LAST_WAIT_MS);
}

/** Ends what commands that were killed left running, and says what that was. */
export async function clearUpAfterKilled(directory) {
  const left = [];
  const files = fs.existsSync(directory) ? fs.readdirSync(directory).filter((name) => name.endsWith('.run.json')) : [];
  for (const name of files) {
    const file = path.join(directory, name);
    const { owner, processes, folders } = JSON.parse(fs.readFileSync(file, 'utf8'));
    if (isAlive(owner)) continue;
    const living = processes.filter(isAlive);
    left.push(...living.map((entry) => entry.name));
    for (const entry of living.reverse()) await end(entry);
    for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
    fs.rmSync(file, { force: true });
  }
  return left;
}
