import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(__dirname, '../../..');
const PROGRAM = 'dist/apps/worker/main.js';

/** The marks between which a worker has a reminder in its hands. */
const CLAIMED = 'reminder claimed';
const DELIVERED = 'reminder delivered';

const STOPS_WITHIN_MS = 60_000;

interface LogLine {
  readonly msg: string;
  readonly subjectId?: string;
}

/** A worker process of its own, read by its log. */
export class KillableWorker {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly inHand = new Set<string>();
  private claims = 0;
  private output = '';
  private onClaim: () => void = () => undefined;

  constructor(environment: Readonly<Record<string, string>>) {
    if (!existsSync(path.join(ROOT, PROGRAM)))
      throw new Error(`${PROGRAM} is not built: run the tests by \`npm test\`.`);
    this.child = spawn(process.execPath, [PROGRAM], {
      cwd: ROOT,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
    if (this.child.stdout === null || this.child.stderr === null) throw new Error('The worker has no output.');
    createInterface({ input: this.child.stdout }).on('line', (line) => this.read(line));
    this.child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')));
  }

  /** Resolves when this process has claimed so many reminders. Throws where it ends before or takes longer. */
  async claimed(count: number, timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<string>(
      (resolve) => (timer = setTimeout(resolve, timeoutMs, 'claimed too little in time')),
    );
    const enough = new Promise<null>((resolve) => {
      this.onClaim = () => (this.claims >= count ? resolve(null) : undefined);
      this.onClaim();
    });
    const fault = await Promise.race([enough, late, this.ended.then(() => 'ended')]);
    clearTimeout(timer);
    if (fault !== null) throw new Error(`The worker ${fault}:\n${this.output}`);
  }

  /** kill -9. Gives the reminders that were claimed and not delivered by its log. */
  async kill(): Promise<readonly string[]> {
    this.child.kill('SIGKILL');
    await this.ended; // the rest of its log is read by then
    return [...this.inHand];
  }

  /** SIGTERM, as an operator stops it. Throws with its output where it does not stop within a minute. */
  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    let isKilled = false;
    const timer = setTimeout(() => (isKilled = this.child.kill('SIGKILL')), STOPS_WITHIN_MS);
    await this.ended;
    clearTimeout(timer);
    if (isKilled) throw new Error(`The worker did not stop on SIGTERM:\n${this.output}`);
  }

  private read(line: string): void {
    this.output += `${line}\n`;
    const { msg, subjectId = '' } = parsed(line);
    if (msg === DELIVERED) this.inHand.delete(subjectId);
    if (msg !== CLAIMED) return;
    this.inHand.add(subjectId);
    this.claims += 1;
    this.onClaim();
  }
}

function parsed(line: string): LogLine {
  return line.startsWith('{') ? (JSON.parse(line) as LogLine) : { msg: line };
}
