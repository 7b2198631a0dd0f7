import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker, type Transferable } from 'node:worker_threads';

/** What the thread was told to stop; nothing of its work is left. */
export class ThreadStopped extends Error {
  override readonly name = 'ThreadStopped';
}

/** What a thread answers: how far it is, what it found, or what went wrong. */
export type ThreadMessage<P, O> =
  | { readonly kind: 'PROGRESS'; readonly progress: P }
  | { readonly kind: 'RESULT'; readonly result: O }
  | { readonly kind: 'FAULT'; readonly fault: string };

/** One piece of work for a thread. */
export interface ThreadWork<I, P> {
  readonly input: I;
  /** Memory that is handed over instead of copied; the caller must not touch it any more. */
  readonly transfer: readonly Transferable[];
  readonly onProgress: (progress: P) => void;
  /** Ends the thread at once, in the middle of whatever it computes. */
  readonly signal: AbortSignal;
}

/**
 * A thread of its own for computations that would keep a process from answering. It is started before it is needed and
 * again after it was stopped, so that its code is loaded and warm when work comes; it does one piece at a time.
 */
export class WarmThread<I, P, O> {
  private worker: Worker | null = null;

  constructor(
    private readonly script: string,
    private readonly heapMegabytes: number,
  ) {}

  /** Starts the thread if it does not run. */
  start(): void {
    this.worker ??= this.started();
  }

  /** Does one piece of work. Throws `ThreadStopped` when the signal ended it, else what went wrong. */
  run({ input, transfer, onProgress, signal }: ThreadWork<I, P>): Promise<O> {
    if (signal.aborted) return Promise.reject(new ThreadStopped('stopped before it began'));
    this.start();
    const worker = this.worker!;
    return new Promise<O>((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener('abort', stop);
        forgetWork(worker);
      };
      const dropped = (error: Error): void => {
        leave();
        this.worker = null;
        void worker.terminate();
        this.start();
        reject(error);
      };
      const stop = (): void => dropped(new ThreadStopped('stopped'));
      signal.addEventListener('abort', stop, { once: true });
      worker.on('error', dropped);
      worker.on('exit', (code) => dropped(new Error(`The thread ended with ${code}.`)));
      worker.on('message', (message: ThreadMessage<P, O>) => {
        if (message.kind === 'PROGRESS') return onProgress(message.progress);
        if (message.kind === 'FAULT') return dropped(new Error(message.fault));
        leave();
        this.watch(worker);
        resolve(message.result);
      });
      worker.postMessage(input, transfer);
    });
  }

  /** Ends the thread for good. */
  async stop(): Promise<void> {
    const { worker } = this;
    this.worker = null;
    if (worker === null) return;
    forgetWork(worker);
    await worker.terminate();
  }

  private started(): Worker {
    const worker = new Worker(compiled(this.script), {
      resourceLimits: { maxOldGenerationSizeMb: this.heapMegabytes },
    });
    worker.unref();
    this.watch(worker);
    return worker;
  }

  /** An idle thread that ends is started again with the next work. */
  private watch(worker: Worker): void {
    const forget = (): void => {
      if (this.worker === worker) this.worker = null;
    };
    worker.on('error', forget);
    worker.on('exit', forget);
  }
}

/** Takes the listeners of a piece of work away. By name: a worker listens to itself, and must go on doing so. */
function forgetWork(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
  worker.on('error', () => undefined); // what it still reports while it ends concerns nobody
}

/** The compiled form of a script: beside its source under dist/ where the process itself runs from sources. */
function compiled(script: string): string {
  if (existsSync(script)) return script;
  let root = path.dirname(script);
  while (!existsSync(path.join(root, 'package.json'))) {
    const above = path.dirname(root);
    if (above === root) throw new Error(`There is no compiled ${script}.`);
    root = above;
  }
  return path.join(root, 'dist', path.relative(root, script));
}
