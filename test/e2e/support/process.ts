import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';

/** The project's root. */
export const ROOT = path.resolve(__dirname, '../../..');

const READY_MS = 120_000;
const STOP_MS = 10_000;

/** A child process of the test that said it is ready. */
export interface RunningProcess<M> {
  readonly child: ChildProcess;
  readonly ready: M;
  /** What it has printed so far. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a built program with an IPC channel and waits for its message `ready`. Throws with its output where it ends before. */
export async function startProcess<M extends object>(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<RunningProcess<M>> {
  const child = fork(path.join(ROOT, file), [...args], {
    cwd: ROOT,
    env: { ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let printed = '';
  const collect = (chunk: Buffer): void => {
    printed += chunk.toString('utf8');
  };
  child.stdout?.on('data', collect);
  child.stderr?.on('data', collect);
  const ready = await new Promise<M>((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL'); // nobody holds it who could stop it later
      reject(new Error(`${file} was not ready in ${READY_MS} ms:\n${printed}`));
    }, READY_MS);
    child.once('exit', (code) => reject(new Error(`${file} ended with ${String(code)}:\n${printed}`)));
    child.on('message', (message) => {
      clearTimeout(timer);
      resolve(message as M);
    });
  });
  return { child, ready, output: () => printed, stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await ended;
  clearTimeout(timer);
}
