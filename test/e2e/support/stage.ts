import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '#database/migrate';
import { seedDatabase } from '#database/seeds/seed';
import { rolesHome, testServer } from '#testing/database';
import { ShiftedClock } from '#platform/clock/clock';
import { masterKey } from '#platform/crypto/master-key';
import { startProcess, type RunningProcess } from './process';

// A step waits up to half a minute on a busy machine, and a test is several steps.
jest.setTimeout(120_000);

/** The password of all demo accounts on a stage. */
export const PASSWORD = 'stage-password-2026';

/** A Wednesday morning in Shanghai, between two holidays: the clock of every stage starts here. */
export const OPENING = '2026-07-08T02:30:00Z';

/** A whole platform for one suite: its own database, API with web, worker and mail catcher. */
export interface Stage {
  readonly baseUrl: string;
  readonly mailFolder: string;
  readonly migrateUrl: string;
  /** All mails caught so far, as text. */
  mails(): Promise<string[]>;
  /** Starts API and worker anew at the same address, with the clock at this instant. */
  travelTo(instant: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens a stage on the services that the test runner started; `more` is what API and worker are told besides. */
export async function openStage(more: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'tonggong-stage-'));
  const database = await freshDatabase();
  const urls = await migrate(database.url, rolesHome(testServer()));
  await seedDatabase({
    migrateUrl: urls.migrateUrl,
    masterKey: masterKey(home),
    scale: 'county',
    demoPassword: PASSWORD,
    clock: new ShiftedClock(new Date(OPENING)),
  });
  const mailFolder = path.join(home, 'mail');
  const running: RunningProcess<object>[] = [];
  const mail = await startProcess<{ smtpPort: number }>(
    'tools/mail-catcher.mjs',
    ['--folder', mailFolder],
    inherited(),
  );
  running.push(mail);
  const env = { ...environment(urls, home, mail.ready.smtpPort), ...more };
  const apps = new Apps(env);
  const port = await apps.start(OPENING, '0');
  return {
    baseUrl: `http://localhost:${port}`,
    mailFolder,
    migrateUrl: urls.migrateUrl,
    mails: () => readMails(mailFolder),
    travelTo: async (instant) => {
      await apps.stop();
      await apps.start(instant, String(port));
    },
    close: async () => {
      await apps.stop();
      for (const one of running.reverse()) await one.stop();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** API and worker, as they run together. */
class Apps {
  private running: RunningProcess<object>[] = [];

  constructor(private readonly env: Readonly<Record<string, string>>) {}

  /** Starts both; gives the port that the API listens on. */
  async start(instant: string, port: string): Promise<number> {
    const env = { ...this.env, CLOCK_AT: instant, PORT: port };
    const api = await startProcess<{ port: number }>('dist/apps/api/main.js', [], env);
    this.running = [api, await startProcess('dist/apps/worker/main.js', [], env)];
    return api.ready.port;
  }

  async stop(): Promise<void> {
    for (const one of this.running.reverse()) await one.stop();
    this.running = [];
  }
}

/** What the test itself was started with, without the addresses of its own services. */
function inherited(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

function environment(
  urls: Awaited<ReturnType<typeof migrate>>,
  home: string,
  smtpPort: number,
): Record<string, string> {
  return {
    ...inherited(),
    NODE_ENV: 'test',
    TONGGONG_HOME: home,
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_RELAY_URL: urls.relayUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    QUEUE_PREFIX: `stage-${process.pid}-${Date.now()}`,
    SMTP_URL: `smtp://127.0.0.1:${smtpPort}`,
    TRUSTED_DOCUMENTS: 'on',
  };
}

async function freshDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const server = testServer();
  const name = `stage_${process.pid}_${Date.now()}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(server, `drop database ${name} with (force)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function readMails(folder: string): Promise<string[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
}
