// What the bench of reminders runs on: people to be reminded, the product's own worker, and a mail server that counts.
import { fork } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';

/** A mail server that takes everything at once and notes when, by Message-ID. */
export async function countingPost() {
  const mails = new Map();
  const server = createServer((socket) =>
    speakSmtp(socket, (mail) => {
      const id = /^Message-ID: <reminder-(\S+)@tonggong>/im.exec(mail)?.[1] ?? '';
      mails.set(id, [...(mails.get(id) ?? []), performance.now()]);
    }),
  );
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const taken = (ids) => ids.map((id) => mails.get(id)).filter((times) => times !== undefined);
  return {
    url: `smtp://127.0.0.1:${server.address().port}`,
    /** When each of these reminders came first. */
    arrivals: (ids) => taken(ids).map(([first]) => first),
    transmissions: (ids) => taken(ids).flat().length,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** SMTP as far as a sender of mail needs it. */
function speakSmtp(socket, take) {
  let text = '';
  let isData = false;
  const answer = (part) => {
    if (isData) {
      take(part);
      isData = false;
      return socket.write('250 taken\r\n');
    }
    if (/^QUIT/i.test(part)) return socket.end('221 bye\r\n');
    isData = /^DATA/i.test(part);
    return socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
  };
  socket.setEncoding('latin1');
  socket.on('error', (error) => process.stderr.write(`${error.message}\n`));
  socket.on('data', (chunk) => {
    text += chunk;
    for (;;) {
      const mark = isData ? '\r\n.\r\n' : '\r\n';
      const end = text.indexOf(mark);
      if (end === -1) return;
      const part = text.slice(0, end);
      text = text.slice(end + mark.length);
      answer(part);
    }
  });
  socket.write('220 bench\r\n');
}

/** Caseworkers with an address, each with one person at work and one follow-up that is due. */
export async function plantPeople(admin, count) {
  await admin.query(`set session_replication_role = 'replica'`); // the data are made by statements that keep the rules
  const { rows } = await admin.query(
    `insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', '县', '同工') returning id`,
  );
  const countyId = rows[0].id;
  await admin.query(
    `with office as (insert into organisation (county_id, id, name, kind) values ($1, gen_random_uuid(), '就业局', 'EMPLOYMENT_OFFICE') returning id)
     insert into membership (county_id, id, account_id, organisation_id, role, display_name, status, work_email)
     select $1, gen_random_uuid(), gen_random_uuid(), office.id, 'CASEWORKER', '专员' || n, 'ACTIVE', 'c' || n || '@office.example'
       from office, generate_series(1, $2::int) n`,
    [countyId, count],
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
export async function startWorker({ root, urls, redisUrl, home, smtpUrl }) {
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
  let sweep = () => undefined;
  const hasSwept = new Promise((resolve) => (sweep = resolve));
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes('"level":50') || line.includes('"level":"error"')) faults += 1;
    if (line.includes('follow-up.sweep') && line.includes('schedule ran')) sweep();
  });
  await new Promise((resolve, reject) => {
    child.once('message', resolve);
    child.once('exit', () => reject(new Error('The worker ended while it started.')));
  });
  return {
    pid: child.pid,
    hasSwept: () => hasSwept,
    faults: () => faults,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', resolve);
        child.kill('SIGTERM');
      }),
  };
}
