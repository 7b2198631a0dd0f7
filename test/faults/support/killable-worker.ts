import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.resolve(__dirname, '../../..');
const PROGRAM = 'dist/apps/worker/main.js';

/** The marks in the log between which a worker has a piece of work in its hands, and the field that names it. */
export interface Marks {
  readonly claimed: string;
  readonly done: string;
  readonly id: 'subjectId' | 'outboxId';
  /** Only lines of jobs whose name begins so; every line where it is left out. */
  readonly job?: string;
}

const REMINDERS: Marks = { claimed: 'reminder claimed', done: 'reminder delivered', id: 'subjectId' };

const STOPS_WITHIN_MS = 60_000;

interface LogLine {
  readonly msg: string;
  readonly job?: string;
  readonly subjectId?: string;
  readonly outboxId?: string;
}

/** The worker without its schedules, which knows the naive control. */
export const BENCH_WORKER = 'test/faults/support/bench-worker.mjs';

/** A worker process of its own, read by its log. */
export class KillableWorker {
  private readonly child: ChildProcess;
  private readonly ended: Promise<void>;
  private readonly inHand = new Set<string>();
  private claims = 0;
  private output = '';
  private onClaim: () => void = () => undefined;
  private onLine: (msg: string) => void = () => undefined;

  constructor(
    environment: Readonly<Record<string, string>>,
    private readonly marks: Marks = REMINDERS,
    program = PROGRAM,
  ) {
    if (!existsSync(path.join(ROOT, PROGRAM)))
      throw new Error(`${PROGRAM} is not built: run the tests by \`npm test\`.`);
    this.child = spawn(process.execPath, [program], {
      cwd: ROOT,
      env: { ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.ended = new Promise((resolve) => this.child.once('close', () => resolve()));
    if (this.child.stdout === null || this.child.stderr === null) throw new Error('The worker has no output.');
    createInterface({ input: this.child.stdout }).on('line', (line) => this.read(line));
    this.child.stderr.on('data', (chunk: Buffer) => (this.output += chunk.toString('utf8')));
  }

  /** Resolves when this process has claimed so many pieces of work. Throws where it ends before or takes longer. */
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

  /** Resolves when its log says this the next time; after so long in any case. */
  async logged(msg: string, withinMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
    const said = new Promise<void>((resolve) => (this.onLine = (read) => (read === msg ? resolve() : undefined)));
    await Promise.race([said, late]);
    clearTimeout(timer);
  }

  /** Resolves with what it said when the process ends, however it ends: nobody waits for a worker that is gone. */
  async end(): Promise<string> {
    await this.ended;
    return this.output;
  }

  /** kill -9. Gives the pieces of work that were claimed and not done by its log. */
  async kill(): Promise<readonly string[]> {
    this.child.kill('SIGKILL');
    await this.ended; // the rest of its log is read by then
    return [...this.inHand];
  }

  /** True where it ended by itself or was ended. */
  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** What it said so far, for a test that fails. */
  said(): string {
    return this.output;
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
    const read = parsed(line);
    this.onLine(read.msg);
    const { claimed, done, id, job = '' } = this.marks;
    const named = read[id] ?? '';
    if (!(read.job ?? '').startsWith(job)) return;
    if (read.msg === done) this.inHand.delete(named);
    if (read.msg !== claimed) return;
    this.inHand.add(named);
    this.claims += 1;
    this.onClaim();
  }
}

function parsed(line: string): LogLine {
  return line.startsWith('{') ? (JSON.parse(line) as LogLine) : { msg: line };
}
