// Reminders through the whole chain: outbox, relay, queue, worker, SMTP. Everything is the product's own code in its own
// processes on this machine; only the mail server is a small one that counts.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import {
  throwAwayHome,
  throwAwayPostgres,
  throwAwayRedis,
  withThrowAwayServices,
} from '../../tools/lib/throw-away.mjs';
import { countingPost, plantPeople, startWorker } from './stage.mjs';

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
    built('libs/platform/crypto/master-key.js').masterKey(home); // made as the operator's start makes it
    const admin = new pg.Client({ connectionString: adminUrl });
    admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
    await admin.connect();
    const post = await countingPost();
    const countyId = await plantPeople(admin, RECIPIENTS);
    const worker = await startWorker({ root, urls, redisUrl, home, smtpUrl: post.url });
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

async function measure({ admin, countyId, post, worker }) {
  await worker.hasSwept(); // with the digests of today, which leave at nine or at once
  await idle(admin);
  const processorBefore = processorMs(worker.pid);
  const startedAt = performance.now();
  const ids = await announce(admin, countyId);
  const committedAt = performance.now();
  while (post.arrivals(ids).length < REMINDERS) {
    if (performance.now() - committedAt > GIVE_UP_MS)
      throw new Error(`Only ${post.arrivals(ids).length} of ${REMINDERS} came.`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  await idle(admin);
  const doneAt = performance.now();
  const arrivals = post.arrivals(ids).sort((a, b) => a - b);
  const { rows } = await admin.query(
    `select (select count(*)::int from reminder where state = 'SENT' and id = any($1)) as sent,
            (select count(*)::int from delivery where state = 'SENT' and effect_key = any($2)) as delivered`,
    [ids, ids.map((id) => `reminder-${id}`)],
  );
  return {
    plantSeconds: (committedAt - startedAt) / 1_000,
    mailSeconds: (arrivals.at(-1) - committedAt) / 1_000,
    doneSeconds: (doneAt - committedAt) / 1_000,
    slowestWindow: slowestWindow(arrivals, committedAt),
    transmissions: post.transmissions(ids),
    workerSeconds: (processorMs(worker.pid) - processorBefore) / 1_000,
    faults: worker.faults(),
    ...rows[0],
  };
}

/** All reminders and their announcements in one commit, as a sweep does. Gives their ids. */
async function announce(admin, countyId) {
  await admin.query('begin');
  const { rows } = await admin.query(
    `insert into reminder (county_id, id, recipient_membership_id, day, kind, subject_ids, state, created_at)
     select $1, gen_random_uuid(), c.caseworker_membership_id, current_date - n, 'FOLLOW_UP', array[f.id], 'PENDING', now()
       from follow_up_milestone f join client c on c.id = f.client_id, generate_series(1, ${Math.ceil(REMINDERS / RECIPIENTS)}) n
      limit ${REMINDERS} returning id`,
    [countyId],
  );
  const ids = rows.map(({ id }) => id);
  await admin.query(
    `insert into outbox_event (county_id, id, job, subject_id, data, due_at, created_at)
     select $1, gen_random_uuid(), 'reminder.deliver', id, '{}', now(), now() from unnest($2::uuid[]) id`,
    [countyId, ids],
  );
  await admin.query('commit');
  await admin.query('analyze reminder, outbox_event');
  return ids;
}

/** Until nothing that is due waits in the outbox. */
async function idle(admin) {
  for (const until = performance.now() + GIVE_UP_MS; performance.now() < until;) {
    const { rows } = await admin.query(
      'select count(*)::int as n from outbox_event where done_at is null and failed_at is null and due_at <= now()',
    );
    if (rows[0].n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The outbox is not done.');
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
