// A whole platform on throw-away services: an invented city, API with web, worker, and a browser with two supervisors.
import { fork } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../../tools/lib/browser.mjs';
import { throwAwayHome, throwAwayPostgres, throwAwayRedis } from '../../tools/lib/throw-away.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));
const PASSWORD = 'bench-password-2026';
const READY_MS = 120_000;
const PATIENCE_MS = 120_000;
const DESK = { width: 1_280, height: 800 };

/** A city's people, enterprises and slots with a tenth of its past: the generator's own city takes minutes to plant. */
const YOUNG_CITY = { name: 'young-city', referrals: 20_000, placements: 2_000, sessions: 40 };

/** Opens the stage; `scale` is one of the generator's, or `young-city`. */
export async function openStage(services, scale) {
  const { SCALES } = built('database/seeds/scale.js');
  Object.assign(SCALES, { [YOUNG_CITY.name]: { ...SCALES.city, ...YOUNG_CITY } });
  const adminUrl = await throwAwayPostgres(services);
  const redisUrl = await throwAwayRedis(services);
  const home = throwAwayHome(services);
  const urls = await built('database/migrate.js').migrate(adminUrl, home);
  const { masterKey } = built('libs/platform/crypto/master-key.js');
  const seeded = await built('database/seeds/seed.js').seedDatabase({
    migrateUrl: urls.migrateUrl,
    masterKey: masterKey(home),
    scale,
    demoPassword: PASSWORD,
  });
  process.stdout.write(`seeded ${scale}: ${JSON.stringify(seeded)}\n`);
  const env = environment(urls, home, redisUrl);
  const api = await started('dist/apps/api/main.js', env);
  const worker = await started('dist/apps/worker/main.js', env);
  const executablePath = findBrowser();
  if (executablePath === null) throw new Error('This needs Chromium: npm run browser:install');
  const browser = await chromium.launch({ executablePath, args: ['--headless', '--no-sandbox', '--disable-gpu'] });
  return {
    adminUrl,
    seeded,
    worker: worker.child,
    seat: (login) => seat(browser, `http://localhost:${api.ready.port}`, login),
    close: async () => {
      await browser.close();
      await Promise.all([api, worker].map(({ stop }) => stop()));
    },
  };
}

function environment(urls, home, redisUrl) {
  const queue = redisUrl === null ? { QUEUE_BACKEND: 'postgres' } : { REDIS_URL: redisUrl };
  const { PATH = '', HOME = '', TMPDIR = '' } = process.env;
  return {
    ...{ PATH, HOME, ...(TMPDIR === '' ? {} : { TMPDIR }), NODE_ENV: 'test', TONGGONG_HOME: home, PORT: '0' },
    ...{ METRICS_PORT: 'off', MAIL: 'off', TRUSTED_DOCUMENTS: 'on', ...queue },
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_RELAY_URL: urls.relayUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
  };
}

function started(file, env) {
  if (!existsSync(path.join(root, file))) throw new Error(`${file} is not built: npm run build`);
  const child = fork(path.join(root, file), [], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      printed = (printed + part).slice(-8_000);
      if (process.env.BENCH_LOG !== undefined) process.stderr.write(part);
    });
  }
  const ended = new Promise((resolve) => child.once('close', resolve));
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  return new Promise((resolve, reject) => {
    const fail = (how) => reject(new Error(`${file} ${how}:\n${printed}`));
    const timer = setTimeout(() => fail('was not ready in time'), READY_MS);
    child.once('message', (ready) => {
      clearTimeout(timer);
      resolve({ child, ready, stop });
    });
    child.once('exit', () => fail('ended'));
  });
}

async function seat(browser, baseURL, login) {
  const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', baseURL });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('手机号或账号').fill(login);
  await page.getByLabel('密码').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('密码').waitFor({ state: 'detached' });
  return page;
}

/** Milliseconds that a process and its threads were on a processor so far. */
export function processorMs(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) * 10;
}

/** Milliseconds that a PostgreSQL server, with those of its backends that have ended, was on a processor so far. */
export function serverMs(postmaster) {
  const ended = readFileSync(`/proc/${postmaster}/stat`, 'utf8').split(') ')[1].split(' ').slice(13, 15).map(Number);
  const children = readdirSync(`/proc/${postmaster}/task/${postmaster}`).includes('children')
    ? readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(' ').map(Number)
    : [];
  return children.reduce((sum, pid) => sum + processorMs(pid), (ended[0] + ended[1]) * 10);
}
