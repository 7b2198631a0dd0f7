import type { ChildProcess } from 'node:child_process';

/** Longest time a child process may take to say or do what it was asked for. */
const PATIENCE_MS = 60_000;
/** After it ended or hung up: time for its last words and its exit code to arrive. */
const LAST_WORDS_MS = 1_000;
/** How long a child may take to end by itself before it is killed. */
const STOP_MS = 10_000;
/** So much of what it printed last stands in an error. */
const PRINTED_CHARACTERS = 8_000;

/**
 * A child process of a test that is waited for: whatever it was to say or do comes, or the wait ends with an error that
 * names the step and shows what the child printed. At once where the child has ended or hung up, else after a minute.
 */
export class ListenedChild {
  private text = '';
  private readonly heard: unknown[] = [];
  private readonly wakes = new Set<() => void>();
  private isClosed = false;

  /** Takes the child at its birth: what it said before somebody asks is kept. */
  constructor(
    readonly name: string,
    readonly child: ChildProcess,
  ) {
    const collect = (part: Buffer): void => void (this.text += part.toString('utf8'));
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.on('message', (message) => {
      this.heard.push(message);
      this.wake();
    });
    child.on('error', (error) => {
      this.text += `${error.message}\n`;
      this.wake();
    });
    child.once('disconnect', () => this.wake());
    child.once('exit', () => this.wake());
    child.once('close', () => {
      this.isClosed = true;
      this.wake();
    });
  }

  /** What it has printed so far. */
  get printed(): string {
    return this.text;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null || this.child.pid === undefined;
  }

  /** The next message that nobody took yet. */
  async said<M>(step: string, withinMs = PATIENCE_MS): Promise<M> {
    await this.until(step, withinMs, () => this.heard.length > 0);
    return this.heard.shift() as M;
  }

  /** Tells it something and gives its answer. */
  async tell<M>(step: string, what: object, withinMs = PATIENCE_MS): Promise<M> {
    if (!this.child.connected) throw this.fault(step, this.ending());
    this.child.send(what, (error) => {
      if (error !== null) this.text += `${error.message}\n`;
    });
    return this.said<M>(step, withinMs);
  }

  /** Ends it and waits for its end; killed where it does not end by itself. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_MS);
    await ended;
    clearTimeout(timer);
  }

  private wake(): void {
    for (const wake of this.wakes) wake();
  }

  private until(step: string, withinMs: number, isSo: () => boolean): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (fault: Error | null): void => {
        clearTimeout(timer);
        clearTimeout(lastWords);
        this.wakes.delete(look);
        if (fault === null) resolve();
        else reject(fault);
      };
      const over = (): void => settle(this.fault(step, this.ending()));
      let lastWords: NodeJS.Timeout | undefined;
      const look = (): void => {
        if (isSo()) settle(null);
        else if (this.isClosed) over();
        else if (this.hasEnded || !this.child.connected) lastWords ??= setTimeout(over, LAST_WORDS_MS);
      };
      const timer = setTimeout(() => settle(this.fault(step, `nothing came in ${withinMs} ms`)), withinMs);
      this.wakes.add(look);
      look();
    });
  }

  private ending(): string {
    const { exitCode, signalCode } = this.child;
    if (this.hasEnded) return `it had ended with ${String(signalCode ?? exitCode)}`;
    return 'it had hung up';
  }

  private fault(step: string, what: string): Error {
    return new Error(`${this.name}, ${step}: ${what}. It printed:\n${this.text.slice(-PRINTED_CHARACTERS)}`);
  }
}
