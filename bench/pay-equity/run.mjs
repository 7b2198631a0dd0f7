// How long a month's equal-pay run takes: the product's own worker over so many payroll lines, beside the least that SQL
// alone would take to read the same lines, compare each client with her colleagues and write a row per client.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import pg from 'pg';
import {
  throwAwayHome,
  throwAwayPostgres,
  throwAwayRedis,
  withThrowAwayServices,
} from '../../tools/lib/throw-away.mjs';
import { PERIOD, plant } from './plant.mjs';

const SIZES = (process.argv[2] ?? '1000000').split(',').map(Number);
const LIMIT_S = 120;
const LIMIT_MB = 500;
const GIVE_UP_MS = Number(process.argv[3] ?? 900) * 1_000;
const TICKS_PER_SECOND = 100;

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));

const main = () =>
  withThrowAwayServices('bench', async (services) => {
    const serverUrl = await throwAwayPostgres(services);
    const redisUrl = await throwAwayRedis(services);
    const rows = [];
    for (const size of SIZES)
      rows.push(await measureSize({ serverUrl, redisUrl, home: throwAwayHome(services) }, size));
    return report(rows, redisUrl !== null);
  });

async function measureSize({ serverUrl, redisUrl, home }, size) {
  const adminUrl = await ownDatabase(serverUrl, `pay_${size}`);
  const urls = await built('database/migrate.js').migrate(adminUrl, home);
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
  await admin.connect();
  await founded(urls.migrateUrl, home);
  const planted = await plant(admin, size);
  process.stdout.write(`planted ${size}\n`);
  const sql = await pureSql(admin);
  const run = await byWorker(admin, { urls, redisUrl, home, countyId: planted.countyId });
  const version = (await admin.query('show server_version')).rows[0].server_version;
  await admin.end();
  process.stdout.write(`${JSON.stringify({ size, sql, run })}\n`);
  return { size, ...planted, sql, run, version };
}

async function ownDatabase(serverUrl, name) {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

async function founded(migrateUrl, home) {
  const { foundCounty } = built('database/seeds/found-county.js');
  const { masterKey } = built('libs/platform/crypto/master-key.js');
  const { Random } = built('database/seeds/random.js');
  const client = new pg.Client({ connectionString: migrateUrl });
  await client.connect();
  await foundCounty(client, masterKey(home), new Random(421_222));
  await client.end();
}

/** One statement that reads every line, compares each client with colleagues of her job, grade and tenure band, and writes a row. */
const LOWER_BOUND = `
  create unlogged table bench_result as
  with line as (
    select organisation_id, placement_id, job_code, grade, pay_basis, on_probation, width_bucket(tenure_months, array[6, 12, 36, 60]) as band,
           base_fen + bonus_fen + (select coalesce(sum((a ->> 'fen')::bigint), 0) from jsonb_array_elements(allowances) a
                                    where a ->> 'kind' = 'GENERAL') as pay_fen, scheduled_days, unpaid_leave_days, sick_leave_days
      from payroll_line where period = '${PERIOD}' and not is_withdrawn),
  hourly as (
    select *, pay_fen / (174 * (scheduled_days - coalesce(unpaid_leave_days, 0) - coalesce(sick_leave_days, 0)) / scheduled_days) as h from line)
  select c.placement_id, count(*) as m, percentile_cont(0.5) within group (order by o.h) as median,
         1 + count(*) filter (where o.h <= c.h) as rank, min(c.pay_fen) < 197000 as is_below_minimum,
         jsonb_build_object('h', min(c.h), 'least', min(o.h), 'most', max(o.h)) as figures
    from hourly c join hourly o using (organisation_id, job_code, grade, pay_basis, on_probation, band)
   where c.placement_id is not null and o.placement_id is null group by c.placement_id`;

async function pureSql(admin) {
  const startedAt = performance.now();
  await admin.query(LOWER_BOUND);
  const seconds = (performance.now() - startedAt) / 1_000;
  const { rows } = await admin.query('select count(*)::int as n from bench_result');
  await admin.query('drop table bench_result');
  return { seconds, results: rows[0].n };
}

async function byWorker(admin, { urls, redisUrl, home, countyId }) {
  const worker = startWorker({ urls, redisUrl, home });
  await worker.ready;
  const runId = await queueRun(admin, countyId);
  const before = worker.processorSeconds();
  const serverBefore = await serverSeconds(admin);
  const startedAt = performance.now();
  const deadline = Date.now() + GIVE_UP_MS;
  let divided = null;
  for (;;) {
    const { rows } = await admin.query(
      `select r.state, (select count(*)::int from pay_check_part p where p.run_id = r.id and p.state = 'DONE') as done,
              (select count(*)::int from pay_check_part p where p.run_id = r.id) as parts from pay_check_run r where r.id = $1`,
      [runId],
    );
    const [{ state, done, parts }] = rows;
    if (state === 'DONE') break;
    if (parts > 0 && done === parts && divided === null) divided = (performance.now() - startedAt) / 1_000;
    if (worker.hasEnded() || Date.now() > deadline)
      throw new Error(`The run did not end: ${done} of ${parts} parts done.\n${worker.said().slice(-2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const seconds = (performance.now() - startedAt) / 1_000;
  const figures = {
    seconds,
    partsSeconds: divided ?? seconds,
    workerSeconds: worker.processorSeconds() - before,
    serverSeconds: (await serverSeconds(admin)) - serverBefore,
    peakMb: worker.peakMb(),
  };
  await worker.stop();
  const [counts] = (
    await admin.query(
      `select (select count(*)::int from pay_check_result) as results, (select count(*)::int from pay_finding) as findings,
              (select count(*)::int from pay_check_test) as tests`,
    )
  ).rows;
  return { ...figures, ...counts };
}

async function queueRun(admin, countyId) {
  const { rows } = await admin.query(
    `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version)
     values ($1, gen_random_uuid(), '${PERIOD}', 1, 'MONTHLY', 'QUEUED', 2) returning id`,
    [countyId],
  );
  await admin.query(
    `insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
     values ($1, gen_random_uuid(), 'pay-check.run', $2, jsonb_build_object('organisationId', null, 'runKey', 'equal-pay-bench-1'), now(), now())`,
    [countyId, rows[0].id],
  );
  return rows[0].id;
}

function environmentOf({ urls, redisUrl, home }) {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    NODE_ENV: 'production',
    TONGGONG_HOME: home,
    DATABASE_APP_URL: urls.appUrl,
    DATABASE_RELAY_URL: urls.relayUrl,
    DATABASE_QUEUE_URL: urls.queueUrl,
    QUEUE_PREFIX: `bench-${process.pid}-${Date.now()}`,
    MAIL: 'off',
    METRICS_PORT: 'off',
    LOG_LEVEL: 'info',
    ...(redisUrl === null ? { QUEUE_BACKEND: 'postgres' } : { REDIS_URL: redisUrl }),
  };
}

function startWorker(services) {
  const folder = process.env.BENCH_PROFILE;
  const profiled = folder === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${folder}`];
  const child = spawn(process.execPath, [...profiled, 'dist/apps/worker/main.js'], {
    cwd: root,
    env: environmentOf(services),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  let ended = false;
  const closed = new Promise((resolve) => child.once('close', () => resolve((ended = true))));
  const ready = new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (!line.includes('"job claimed"') && !line.includes('"job done"')) output = `${output}${line}\n`.slice(-20_000);
      if (line.includes('"msg":"working"')) resolve();
    });
    void closed.then(() => reject(new Error(`The worker ended:\n${output}`)));
  });
  child.stderr.on('data', (chunk) => (output += chunk.toString('utf8')));
  const status = (name) =>
    Number(new RegExp(`${name}:\\s+(\\d+)`).exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]);
  return {
    ready,
    said: () => output,
    hasEnded: () => ended,
    processorSeconds: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1].split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
    },
    peakMb: () => status('VmHWM') / 1_024,
    stop: async () => {
      child.kill('SIGTERM');
      await closed;
    },
  };
}

/** Processor time of the server's processes of this database so far. */
async function serverSeconds(admin) {
  const { rows } = await admin.query('select pid from pg_stat_activity where datname = current_database()');
  let nanoseconds = 0;
  for (const { pid } of rows) nanoseconds += Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]);
  return nanoseconds / 1e9;
}

const count = (n) => n.toLocaleString('en');
const s = (n) => n.toFixed(1);

const cells = ({ size, enterprises, clients, sql, run }) =>
  [
    count(size),
    count(enterprises),
    count(clients),
    s(run.seconds),
    s(run.partsSeconds),
    s(run.workerSeconds),
    s(run.serverSeconds),
    Math.round(run.peakMb),
    s(sql.seconds),
    `${s(run.seconds / sql.seconds)}×`,
    `${count(run.results)}/${count(run.findings)}/${count(run.tests)}`,
  ].join(' | ');

function report(rows, onRedis) {
  const largest = rows[rows.length - 1];
  const isMet = largest.run.seconds <= LIMIT_S && largest.run.peakMb <= LIMIT_MB;
  const isGoalsSize = largest.size >= 1_000_000;
  const verdict = isGoalsSize ? (isMet ? 'met' : '**missed**') : 'not measured at that size here';
  const text = `# How long a month’s equal-pay run takes

\`npm run bench -- pay-equity [sizes]\`: the product’s worker, one process, over so many payroll lines of one month in enterprises of 500
people, 10 of them clients: every rule, the comparison, cohort, regression, own tests, their correction, results and findings
written. Beside it the least that SQL alone takes: one statement that reads the same lines, compares each client with the
colleagues of her job, grade and tenure band, and writes a row; no other rule, no test, no finding, no evidence.

PostgreSQL ${largest.version}, queue on ${onRedis ? 'Redis' : 'PostgreSQL'}, Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

| lines | enterprises | clients | run, s | of it the parts, s | worker’s processor, s | server’s processor, s | worker’s peak, MB | SQL alone, s | run to SQL | results/findings/tests |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map((row) => `| ${cells(row)} |`).join('\n')}

Wanted: 1,000,000 lines in at most ${LIMIT_S} s on 2 cores and at most ${LIMIT_MB} MB for the worker: ${verdict}.
`;
  mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, '../results/pay-equity.md'), text);
  process.stdout.write(text);
  return isGoalsSize && !isMet ? 1 : 0;
}

process.exit(await main());
