import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../..');
const STOPS_WITHIN_MS = 60_000;

/** What a newcomer has: her programs, and nothing of the test's own services. */
const bare = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'HOME', 'LANG'].flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );

/** `npm start` as somebody types it, with these settings and no others. */
export class Started {
  private static readonly alive = new Set<Started>();
  private readonly child: ChildProcess;
  private text = '';
  readonly ended: Promise<number | null>;

  constructor(settings: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, ['tools/start.mjs'], {
      cwd: ROOT,
      env: { ...bare(), ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const collect = (chunk: Buffer): void => void (this.text += chunk.toString('utf8'));
    this.child.stdout?.on('data', collect);
    this.child.stderr?.on('data', collect);
    Started.alive.add(this);
    this.ended = new Promise((resolve) =>
      this.child.once('close', (code) => {
        Started.alive.delete(this);
        resolve(code);
      }),
    );
  }

  /** Ends what a failed test left running. */
  static async stopAll(): Promise<void> {
    await Promise.all([...Started.alive].map((one) => one.stop('SIGTERM')));
  }

  get output(): string {
    return this.text;
  }

  /** The address, once it is ready. Throws with the output where it ends before or takes a minute. */
  async address(): Promise<string> {
    let hasEnded = false;
    void this.ended.then(() => (hasEnded = true));
    for (const until = Date.now() + 60_000; Date.now() < until && !hasEnded;) {
      const found = /^ready (http:\/\/localhost:\d+)$/m.exec(this.text)?.[1];
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`It was not ready:\n${this.text}`);
  }

  /** Sends the signal; gives the exit code and how long it took to end, in ms. Killed, and code null, after a minute. */
  async stop(signal: NodeJS.Signals): Promise<{ code: number | null; tookMs: number }> {
    const from = performance.now();
    this.child.kill(signal);
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOPS_WITHIN_MS);
    const code = await this.ended;
    clearTimeout(timer);
    return { code, tookMs: performance.now() - from };
  }
}
