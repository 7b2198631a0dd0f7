import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Redis } from 'ioredis';

const ANSWERS_WITHIN_MS = 20_000;

/** A Redis of one test alone, of the very program that the test server runs: it may be killed, stopped and starved. */
export class OwnRedis {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly program: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly folder: string,
    private readonly port: number,
    private readonly password: string,
  ) {}

  /** Starts one. Throws where the tests run without Redis. */
  static async start(): Promise<OwnRedis> {
    const url = process.env['REDIS_URL'];
    if (url === undefined) throw new Error('There is no Redis whose program could be started.');
    const { program, env } = await programOf(url);
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tonggong-own-redis-'));
    const own = new OwnRedis(program, env, folder, await freePort(), randomBytes(16).toString('hex'));
    await own.begin();
    return own;
  }

  get url(): string {
    return `redis://:${this.password}@127.0.0.1:${this.port}`;
  }

  /** Starts it on the same port, empty: nothing is kept on disk. */
  async begin(): Promise<void> {
    const file = path.join(this.folder, 'redis.conf');
    writeFileSync(
      file,
      `bind 127.0.0.1\nport ${this.port}\nrequirepass ${this.password}\nsave ""\nappendonly no\nmaxmemory-policy noeviction\ndir ${this.folder}\n`,
      { mode: 0o600 },
    );
    this.child = spawn(this.program, [file], { env: this.env, stdio: 'ignore' });
    await this.asked((redis) => redis.ping());
  }

  /** kill -9: whatever it held is gone. */
  async kill(): Promise<void> {
    await this.ended('SIGKILL');
  }

  async wipe(): Promise<void> {
    await this.asked((redis) => redis.flushall());
  }

  /** How many jobs wait in a queue, named with its prefix. */
  waiting(queue: string): Promise<number> {
    return this.asked((redis) => redis.llen(`${queue}:wait`));
  }

  /** Lets it hang for so long: connections stand and nobody answers. */
  async hang(forMs: number): Promise<void> {
    this.child?.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, forMs));
    this.child?.kill('SIGCONT');
  }

  /** Lets it have no memory for so long: it answers, and takes nothing. */
  async starve(forMs: number): Promise<void> {
    await this.asked((redis) => redis.config('SET', 'maxmemory', '1'));
    await new Promise((resolve) => setTimeout(resolve, forMs));
    await this.asked((redis) => redis.config('SET', 'maxmemory', '0'));
  }

  async close(): Promise<void> {
    await this.ended('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ended(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  }

  private async asked<T>(ask: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
    redis.on('error', () => undefined); // until it listens; the wait below ends
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error('The Redis of this test does not answer.')), ANSWERS_WITHIN_MS);
    });
    try {
      return await Promise.race([ask(redis), late]);
    } finally {
      clearTimeout(timer);
      redis.disconnect();
    }
  }
}

/** The program behind a running Redis, and where it finds its libraries: its own environment it writes over with its title. */
async function programOf(url: string): Promise<{ program: string; env: NodeJS.ProcessEnv }> {
  const redis = new Redis(url);
  const info = await redis.info('server');
  redis.disconnect();
  const told = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const mapped = readFileSync(`/proc/${told('process_id')}/maps`, 'utf8').matchAll(/ (\/\S+)\/[^/\s]+\.so/g);
  const libraries = new Set([...mapped].map(([, folder]) => folder));
  return { program: told('executable'), env: { PATH: process.env['PATH'], LD_LIBRARY_PATH: [...libraries].join(':') } };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
