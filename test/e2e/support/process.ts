import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { ListenedChild } from '#testing/listened-child';

/** The project's root. */
export const ROOT = path.resolve(__dirname, '../../..');

const READY_MS = 120_000;

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
  const listened = new ListenedChild(file, child);
  try {
    const ready = await listened.said<M>('getting ready', READY_MS);
    return { child, ready, output: () => listened.printed, stop: () => listened.stop() };
  } catch (error) {
    await listened.stop('SIGKILL'); // nobody holds it who could stop it later
    throw error;
  }
}
