import { spawn, type ChildProcess } from 'node:child_process';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate, type DatabaseUrls } from '#database/migrate';
import { testServer, withDatabase } from '#testing/database';
import type { StageDatabase } from './reminder-stage';

const ANSWERS_WITHIN_MS = 60_000;
const MOST_CONNECTIONS = 60;
const TOO_MANY_CONNECTIONS = '53300';

interface Server {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
  /** Who may run it: PostgreSQL refuses to run as root. */
  readonly owner: { readonly uid: number; readonly gid: number } | null;
}

/** A PostgreSQL of one test alone, of the very programs that the test server runs: it may be stopped and starved. */
export class OwnPostgres {
  private child: ChildProcess | null = null;
  private readonly hoarded: pg.Client[] = [];

  private constructor(
    private readonly server: Server,
    private readonly folder: string,
    private readonly port: number,
    private readonly password: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const server = await runningServer();
    const folder = mkdtempSync(path.join(os.tmpdir(), 'tonggong-own-postgres-'));
    const own = new OwnPostgres(server, folder, await freePort(), 'own-postgres');
    const secret = path.join(folder, 'password');
    writeFileSync(secret, own.password);
    for (const file of [folder, secret]) if (server.owner) chownSync(file, server.owner.uid, server.owner.gid);
    await own.ended(
      own.run('initdb', [
        '-D',
        own.data,
        '-U',
        'postgres',
        '-A',
        'scram-sha-256',
        `--pwfile=${secret}`,
        '-E',
        'UTF8',
        '--no-sync',
      ]),
    );
    await own.begin();
    return own;
  }

  get adminUrl(): string {
    return this.urlOf('postgres');
  }

  /** Databases with the product's roles and tables, empty, one for each name. */
  async databases(names: readonly string[], home: string): Promise<StageDatabase[]> {
    const urls = await migrate(this.adminUrl, home);
    const server = new pg.Client({ connectionString: this.urlOf('template1') });
    await server.connect();
    for (const name of names) {
      await server.query(`create database ${name} template postgres`);
      await server.query(`grant connect, create on database ${name} to tonggong_owner, tonggong_queue`);
    }
    await server.end();
    return names.map((name) => this.stageDatabase(urls, name));
  }

  /** Starts it again on what it kept. */
  async begin(): Promise<void> {
    const settings = { port: this.port, listen_addresses: '127.0.0.1', unix_socket_directories: this.folder };
    const tuned = { max_connections: MOST_CONNECTIONS, fsync: 'off', shared_buffers: '64MB' };
    const options = Object.entries({ ...settings, ...tuned }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    this.child = this.run('postgres', ['-D', this.data, ...options]);
    const deadline = Date.now() + ANSWERS_WITHIN_MS;
    for (;;) {
      const client = new pg.Client({ connectionString: this.adminUrl });
      client.on('error', () => undefined); // it may be stopped again at once
      try {
        await client.connect();
        return await client.end();
      } catch (error) {
        if (Date.now() > deadline) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  /** Immediate stop: every process is gone at once, as after a crash. */
  async stopAtOnce(): Promise<void> {
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGQUIT');
    await ended;
  }

  /** Ends every backend that serves the product; the server goes on. */
  async endBackends(): Promise<void> {
    const client = new pg.Client({ connectionString: this.adminUrl });
    await client.connect();
    await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'tonggong-%'`,
    );
    await client.end();
  }

  /** Takes every connection that is left, for so long. */
  async starve(forMs: number): Promise<void> {
    for (;;) {
      const client = new pg.Client({ connectionString: this.adminUrl });
      client.on('error', () => undefined);
      try {
        await client.connect();
        this.hoarded.push(client);
      } catch (error) {
        if ((error as { code?: unknown }).code !== TOO_MANY_CONNECTIONS) throw error;
        break; // there are none left: that is what was wanted
      }
    }
    await new Promise((resolve) => setTimeout(resolve, forMs));
    await Promise.all(this.hoarded.splice(0).map((client) => client.end()));
  }

  async close(): Promise<void> {
    await this.stopAtOnce();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private stageDatabase(urls: DatabaseUrls, name: string): StageDatabase {
    const named = (url: string): string => withDatabase(url, name);
    const admin = new pg.Pool({
      connectionString: this.urlOf(name),
      max: 2,
      options: '-c TimeZone=Asia/Shanghai',
    });
    admin.on('error', () => undefined); // its server is stopped under it: that is what is tested
    return {
      admin,
      urls: {
        migrateUrl: named(urls.migrateUrl),
        appUrl: named(urls.appUrl),
        relayUrl: named(urls.relayUrl),
        queueUrl: named(urls.queueUrl),
        isEmpty: true,
      },
      close: () => admin.end(),
    };
  }

  private urlOf(database: string): string {
    return `postgres://postgres:${this.password}@127.0.0.1:${this.port}/${database}`;
  }

  private get data(): string {
    return path.join(this.folder, 'data');
  }

  private run(program: string, args: readonly string[]): ChildProcess {
    return spawn(path.join(this.server.bin, program), [...args], {
      env: this.server.env,
      cwd: this.folder,
      stdio: ['ignore', 'ignore', 'ignore'],
      ...(this.server.owner ?? {}),
    });
  }

  private async ended(child: ChildProcess): Promise<void> {
    const code = await new Promise((resolve, reject) => {
      child.once('exit', resolve);
      child.once('error', reject);
    });
    if (code !== 0) throw new Error(`${child.spawnfile} ended with ${String(code)}.`);
  }
}

/** Where the running test server has its programs and libraries, and as whom it runs. */
async function runningServer(): Promise<Server> {
  const client = new pg.Client({ connectionString: testServer() });
  await client.connect();
  const { rows } = await client.query<{ bin: string; data: string }>(
    `select (select setting from pg_config where name = 'BINDIR') as bin, current_setting('data_directory') as data`,
  );
  await client.end();
  const { bin = '', data = '' } = rows[0] ?? {};
  const pid = readFileSync(path.join(data, 'postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const idOf = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]);
  const environ = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0');
  const libraries = environ.find((line) => line.startsWith('LD_LIBRARY_PATH='))?.slice('LD_LIBRARY_PATH='.length);
  return {
    bin,
    env: { PATH: process.env['PATH'], ...(libraries === undefined ? {} : { LD_LIBRARY_PATH: libraries }) },
    owner: process.getuid?.() === 0 ? { uid: idOf('Uid'), gid: idOf('Gid') } : null,
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
