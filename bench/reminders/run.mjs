// Reminders through the whole chain: outbox, relay, queue, worker, SMTP. Everything is the product's own code in its own
// processes on this machine; only the mail server is a small one that counts.
import { fork } from 'node:child_process';
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

const RECIPIENTS = 2_000;
const REMINDERS = Number(process.argv[2] ?? 20_000);
const LIMIT_PER_SECOND = 200;
const WINDOW_MS = 5_000;
const GIVE_UP_MS = 20 * 60_000;

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));

/** One run: plants the reminders, waits until the last mail is in, writes bench/results/reminders.md. */
const main = () =>
  withThrowAwayServices('bench', async (services) => {
    const [adminUrl, redisUrl] = await Promise.all([throwAwayPostgres(services), throwAwayRedis(services)]);
    const home = throwAwayHome(services);
    const { migrate } = built('database/migrate.js');
    const urls = await migrate(adminUrl, home);
    const admin = new pg.Client({ connectionString: adminUrl });
    admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
    await admin.connect();
    const post = await countingPost();
    const countyId = await plantPeople(admin);
    const worker = await startWorker({ urls, redisUrl, home, smtpUrl: post.url });
    try {
      const figures = await measure({ admin, countyId, post, worker });
      const version = (await admin.query('show server_version')).rows[0].server_version;
      return report({ ...figures, version, redis: redisUrl !== null });
    } finally {
      await worker.stop();
      await post.close();
      await admin.end();
    }
  });

/** A mail server that takes everything at once and notes when, by Message-ID. */
async function countingPost() {
  const { SMTPServer } = require('smtp-server');
  const mails = new Map();
  let transmissions = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData(stream, _session, callback) {
      let head = '';
      stream.on('data', (chunk) => (head += head.length < 4_096 ? chunk.toString('latin1') : ''));
      stream.on('end', () => {
        transmissions += 1;
        const id = /^Message-ID: (\S+)/im.exec(head)?.[1] ?? '';
        if (!mails.has(id)) mails.set(id, performance.now());
        callback();
      });
    },
  });
  server.on('error', (error) => process.stderr.write(`${error.message}\n`));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.server.address().port}`,
    mails,
    transmissions: () => transmissions,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Caseworkers with an address, each with one person at work and one follow-up that is due. */
async function plantPeople(admin) {
  await admin.query(`set session_replication_role = 'replica'`); // the data are made by statements that keep the rules
  const { rows } = await admin.query(
    `insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', '县', '同工') returning id`,
  );
  const countyId = rows[0].id;
  await admin.query(
    `with office as (insert into organisation (county_id, id, name, kind) values ($1, gen_random_uuid(), '就业局', 'EMPLOYMENT_OFFICE') returning id)
     insert into membership (county_id, id, account_id, organisation_id, role, display_name, status, work_email)
     select $1, gen_random_uuid(), gen_random_uuid(), office.id, 'CASEWORKER', '专员' || n, 'ACTIVE', 'c' || n || '@office.example'
       from office, generate_series(1, ${RECIPIENTS}) n`,
    [countyId],
  );
  await admin.query(
    `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, weekly_hours_available, travel_limit_minutes, caseworker_membership_id)
     select $1, gen_random_uuid(), 'B-' || row_number() over (), '\\x00', decode(md5(m.id::text) || md5(m.id::text), 'hex'), '421222100', '10', 40, 60, m.id
       from membership m where m.county_id = $1`,
    [countyId],
  );
  await admin.query(
    `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                            shift, employment_type, job_code, grade, status)
     select county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', current_date - 1, current_date - 1, 300000, 30, 20, 'DAY',
            'PART_TIME', 'J', '1', 'ACTIVE' from client`,
  );
  await admin.query(
    `insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, status)
     select county_id, gen_random_uuid(), id, client_id, 'D1', current_date, current_date, 1, 'PHONE', 'DUE' from placement`,
  );
  await admin.query(`set session_replication_role = 'origin'`);
  await admin.query('vacuum analyze');
  return countyId;
}

/** The product's worker in a process of its own, as an operator starts it. */
async function startWorker({ urls, redisUrl, home, smtpUrl }) {
  const child = fork(path.join(root, 'dist/apps/worker/main.js'), [], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      TONGGONG_HOME: home,
      DATABASE_APP_URL: urls.appUrl,
      DATABASE_RELAY_URL: urls.relayUrl,
      DATABASE_QUEUE_URL: urls.queueUrl,
      ...(redisUrl === null ? { QUEUE_BACKEND: 'postgres' } : { REDIS_URL: redisUrl }),
      SMTP_URL: smtpUrl,
      METRICS_PORT: 'off',
      LOG_LEVEL: 'info',
    },
  });
  let faults = 0;
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes('"level":50')) faults += 1;
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The worker ended while it started.')));
  });
  return {
    pid: child.pid,
    faults: () => faults,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}

async function measure({ admin, countyId, post, worker }) {
  await idle(admin);
  const processorBefore = processorMs(worker.pid);
  const startedAt = performance.now();
  await announce(admin, countyId);
  const committedAt = performance.now();
  while (post.mails.size < REMINDERS) {
    if (performance.now() - committedAt > GIVE_UP_MS) throw new Error(`Only ${post.mails.size} of ${REMINDERS} came.`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await idle(admin);
  const doneAt = performance.now();
  const arrivals = [...post.mails.values()].sort((a, b) => a - b);
  const { rows } = await admin.query(
    `select (select count(*)::int from reminder where state = 'SENT') as sent, (select count(*)::int from delivery where state = 'SENT') as delivered`,
  );
  return {
    plantSeconds: (committedAt - startedAt) / 1_000,
    mailSeconds: (arrivals.at(-1) - committedAt) / 1_000,
    doneSeconds: (doneAt - committedAt) / 1_000,
    slowestWindow: slowestWindow(arrivals, committedAt),
    transmissions: post.transmissions(),
    workerSeconds: (processorMs(worker.pid) - processorBefore) / 1_000,
    faults: worker.faults(),
    ...rows[0],
  };
}

/** All reminders and their announcements in one commit, as a sweep does. */
async function announce(admin, countyId) {
  await admin.query('begin');
  await admin.query(
    `insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
     select $1, gen_random_uuid(), c.caseworker_membership_id, current_date - n, 'FOLLOW_UP', array[f.id], 'PENDING', now()
       from follow_up_milestone f join client c on c.id = f.client_id, generate_series(1, ${Math.ceil(REMINDERS / RECIPIENTS)}) n
      limit ${REMINDERS}`,
    [countyId],
  );
  await admin.query(
    `insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
     select county_id, gen_random_uuid(), 'reminder.deliver', id, '{}', now(), now() from reminder`,
  );
  await admin.query('commit');
  await admin.query('analyze reminder, outbox_event');
}

/** Until the outbox is empty: what the worker does at its start is not measured. */
async function idle(admin) {
  for (;;) {
    const { rows } = await admin.query(
      'select count(*)::int as n from outbox_event where done_at is null and failed_at is null',
    );
    if (rows[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Mails per second in the slowest whole window but the first, in which the chain fills, and the last. */
function slowestWindow(arrivals, from) {
  const counts = [];
  for (const at of arrivals) {
    const window = Math.floor((at - from) / WINDOW_MS);
    counts[window] = (counts[window] ?? 0) + 1;
  }
  const whole = counts.slice(1, -1).map((count) => count ?? 0);
  return whole.length === 0 ? null : Math.min(...whole) / (WINDOW_MS / 1_000);
}

/** Processor time of a process so far. NaN off Linux. */
function processorMs(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return Number.NaN;
  }
}

const row = (...cells) => `| ${cells.join(' | ')} |`;

function report(figures) {
  const { mailSeconds, doneSeconds, slowestWindow: slowest, transmissions, workerSeconds } = figures;
  const { sent, delivered, faults } = figures;
  const rate = REMINDERS / doneSeconds;
  const isWhole = sent === REMINDERS && delivered === REMINDERS && transmissions === REMINDERS;
  const text = [
    '# How fast reminders leave',
    '',
    `\`npm run bench -- reminders\`: ${REMINDERS.toLocaleString('en')} digests of ${RECIPIENTS.toLocaleString('en')} caseworkers, announced in one commit, through outbox, relay,`,
    `${figures.redis ? 'BullMQ on Redis' : 'BullMQ on PostgreSQL'}, one worker process and SMTP over a socket. PostgreSQL, ${figures.redis ? 'Redis, ' : ''}worker and mail server share this machine; each`,
    'reminder is claimed in a transaction of its own, mailed with none open, and kept as delivered in another.',
    '',
    `PostgreSQL ${figures.version}, Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.`,
    '',
    row('figure', 'value'),
    row('---', '---'),
    row('last mail received after', `${mailSeconds.toFixed(1)} s`),
    row('last one kept as delivered after', `${doneSeconds.toFixed(1)} s`),
    row('reminders per second, from the commit to the last one kept', rate.toFixed(0)),
    row(
      `slowest ${WINDOW_MS / 1_000} s between the first and the last window, per second`,
      slowest === null ? '-' : slowest.toFixed(0),
    ),
    row('processor time of the worker per reminder', `${((workerSeconds * 1_000) / REMINDERS).toFixed(2)} ms`),
    row('mails received / transmitted', `${sent} / ${transmissions}`),
    row('faults in the log of the worker', faults),
    '',
    `Wanted: at least ${LIMIT_PER_SECOND} per second, none lost, none twice: ${rate >= LIMIT_PER_SECOND && isWhole ? 'met' : '**missed**'}.`,
    '',
  ].join('\n');
  keep(text);
  return isWhole ? 0 : 1;
}

function keep(text) {
  mkdirSync(path.join(root, 'bench/results'), { recursive: true });
  writeFileSync(path.join(root, 'bench/results/reminders.md'), text);
  process.stdout.write(text);
}

process.exit(await main());
