import { fork, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testDatabase } from '#testing/database';
import { ListenedChild } from '#testing/listened-child';

const ROOT = path.resolve(__dirname, '../../..');
const PROGRAM = 'dist/apps/api/main.js';
const ATTACKER = path.join(__dirname, 'attacker.mjs');
const PASSWORD = 'under-attack-2026';
/** As long as a busy machine may take to start the API. */
const READY_MS = 100_000;
/** Beyond the time of an attack: for its start and for the answers that are still out. */
const ATTACK_SPARE_MS = 50_000;

/** What an attacker saw: what she sent, and how often each status or fault of the connection came. */
export interface AttackReport {
  readonly sent: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<string, number>>;
}

/** The API as a process of its own in production mode, over a seeded county. */
export interface AttackedProcess {
  readonly baseUrl: string;
  /** The cookie of a caseworker who signed in. */
  readonly cookie: string;
  /** How she signs in. */
  readonly caseworker: { readonly login: string; readonly password: string };
  /** Attacks from a second process for so long. */
  attack(name: string, forMs: number): Promise<AttackReport>;
  /** Asks a normal question; gives its status and how long it took. */
  ask(): Promise<{ readonly status: number; readonly ms: number }>;
  isAlive(): boolean;
  /** Memory of the process in MiB; null where this machine does not tell. */
  memoryMiB(): number | null;
  /** Processor time of the process so far in ms, which other work does not stretch; null where this machine does not tell. */
  processorMs(): number | null;
  close(): Promise<void>;
}

const QUESTION = JSON.stringify({
  query: '{ viewer { role } clients(first: 20) { edges { node { id fileNumber township { code } } } totalCount } }',
});

/** Starts it; ad-hoc documents are answered, so that attacks reach everything. `more` is what it is told besides. */
export async function attackedProcess(more: Readonly<Record<string, string>> = {}): Promise<AttackedProcess> {
  if (!existsSync(path.join(ROOT, PROGRAM))) throw new Error(`${PROGRAM} is not built: run the tests by \`npm test\`.`);
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const database = await testDatabase();
  const masterKey = randomBytes(32);
  await mkdir(path.join(home, 'secrets'), { recursive: true });
  await writeFile(path.join(home, 'secrets/master.key'), masterKey);
  const { migrateUrl, appUrl } = database.urls;
  await seedDatabase({ migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
  const child = spawn(process.execPath, [PROGRAM], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: appUrl,
      QUEUE_PREFIX: `attacked-${process.pid}`,
      TRUSTED_DOCUMENTS: 'off',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: '0',
      ...more,
    },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  const listened = new ListenedChild('The API under attack', child);
  const { port } = await listened
    .said<{ readonly port: number }>('listening', READY_MS)
    .catch(async (error: unknown) => {
      await listened.stop('SIGKILL');
      throw error;
    });
  const baseUrl = `http://127.0.0.1:${port}`;
  const { rows } = await database.admin.query<{ login: string }>(
    `select a.login from user_account a join membership m on m.account_id = a.id where m.role = 'CASEWORKER' limit 1`,
  );
  const login = rows[0]?.login ?? '';
  const cookie = await signedIn(baseUrl, login);
  return {
    baseUrl,
    cookie,
    caseworker: { login, password: PASSWORD },
    attack: (name, forMs) => attacked([name, baseUrl, cookie, String(forMs)]),
    ask: () => asked(baseUrl, cookie),
    isAlive: () => !listened.hasEnded,
    memoryMiB: () => memoryOf(child.pid),
    processorMs: () => processorOf(child.pid),
    close: async () => {
      await listened.stop();
      await database.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function signedIn(baseUrl: string, login: string): Promise<string> {
  const query =
    'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { userErrors { code } } }';
  const answer = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { login, password: PASSWORD } }),
  });
  const cookies = answer.headers.getSetCookie().map((set) => set.split(';')[0] ?? '');
  const cookie = cookies.find((set) => /^(__Host-)?sid=/.test(set));
  if (cookie === undefined) throw new Error(`Nobody was signed in: ${await answer.text()}`);
  return cookie;
}

async function asked(baseUrl: string, cookie: string): Promise<{ status: number; ms: number }> {
  const startedAt = performance.now();
  const answer = await fetch(`${baseUrl}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: QUESTION,
  });
  const { errors } = (await answer.json()) as { errors?: unknown };
  return { status: errors === undefined ? answer.status : 599, ms: performance.now() - startedAt };
}

async function attacked([name = '', baseUrl = '', cookie = '', forMs = '0']: readonly string[]): Promise<AttackReport> {
  const attacker = new ListenedChild(
    'The attacker',
    fork(ATTACKER, [name, baseUrl, cookie, forMs], { execArgv: [], silent: true }),
  );
  try {
    return await attacker.said<AttackReport>(name, Number(forMs) + ATTACK_SPARE_MS);
  } finally {
    await attacker.stop();
  }
}

function memoryOf(pid: number | undefined): number | null {
  const file = `/proc/${pid ?? 0}/status`;
  if (!existsSync(file)) return null;
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(file, 'utf8'))?.[1];
  return kibibytes === undefined ? null : Math.round(Number(kibibytes) / 1_024);
}

/** Fields 14 and 15 of /proc/<pid>/stat, in hundredths of a second; the name before them may hold spaces. */
function processorOf(pid: number | undefined): number | null {
  const file = `/proc/${pid ?? 0}/stat`;
  if (!existsSync(file)) return null;
  const [, fields = ''] = readFileSync(file, 'utf8').split(/\) (?=[^)]*$)/);
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return ((user ?? 0) + (system ?? 0)) * 10;
}
