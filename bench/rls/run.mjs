// What row-level security costs: a caseworker's list of 50 among 200,000 clients, once under the application's role and
// once under a role that bypasses the policies, in turns on the same database with the very code of the API.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { throwAwayHome, throwAwayPostgres, withThrowAwayServices } from '../../tools/lib/throw-away.mjs';

const CASEWORKERS = 4_000;
const CLIENTS_EACH = 50;
const ROUNDS = 1_500;
const WARM_UP = 100;
const LIMIT_P95_MS = 10;
const LIMIT_RATIO = 2;
const SIDES = ['withPolicies', 'without'];
const KINDS = [
  [`The whole caseload on one page of ${CLIENTS_EACH}`, CLIENTS_EACH],
  ['The first page of 20, and the count of the rest', 20],
];

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));

/** One run: plants the clients, measures both sides in turns, writes bench/results/rls.md. */
const main = () =>
  withThrowAwayServices('bench', async (services) => {
    const adminUrl = await throwAwayPostgres(services);
    const { migrate } = built('database/migrate.js');
    const urls = await migrate(adminUrl, throwAwayHome(services));
    const admin = new pg.Client({ connectionString: adminUrl });
    admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
    await admin.connect();
    const countyId = await plant(admin);
    const caseworkers = await caseworkersOf(admin, countyId);
    const bypassUrl = await bypassingRole(admin, adminUrl);
    const figures = await measure({ withPolicies: urls.appUrl, without: bypassUrl }, caseworkers);
    const version = (await admin.query('show server_version')).rows[0].server_version;
    await admin.end();
    return report(figures, version);
  });

async function plant(admin) {
  await admin.query(`set session_replication_role = 'replica'`); // the data are made by statements that keep the rules
  const { rows } = await admin.query(
    `insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', '县', '同工') returning id`,
  );
  const countyId = rows[0].id;
  await admin.query(
    `with office as (insert into organisation (county_id, id, name, kind) values ($1, gen_random_uuid(), '就业局', 'EMPLOYMENT_OFFICE') returning id)
     insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
     select $1, gen_random_uuid(), gen_random_uuid(), office.id, 'CASEWORKER', '专员' || n, 'ACTIVE'
       from office, generate_series(1, ${CASEWORKERS}) n`,
    [countyId],
  );
  await admin.query(
    `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, weekly_hours_available, travel_limit_minutes, caseworker_membership_id)
     select $1, gen_random_uuid(), 'B-' || lpad(row_number() over (order by md5(m.id::text || n))::text, 7, '0'), '\\x00', decode(md5(m.id::text || n) || md5(n::text), 'hex'),
            '隽水镇', '10', 40, 60, m.id
       from membership m, generate_series(1, ${CLIENTS_EACH}) n where m.county_id = $1`,
    [countyId],
  );
  await admin.query(
    `insert into programme_entry (county_id, id, client_id, caseworker_membership_id, started_on, status)
     select county_id, gen_random_uuid(), id, caseworker_membership_id, current_date - 90, 'ACTIVE' from client`,
  );
  await admin.query('vacuum analyze');
  return countyId;
}

async function caseworkersOf(admin, countyId) {
  const { rows } = await admin.query(
    `select county_id as "countyId", 'CASEWORKER' as role, account_id as "accountId", id as "membershipId",
            organisation_id as "organisationId", null as "clientId" from membership where county_id = $1 order by id limit 200`,
    [countyId],
  );
  return rows;
}

async function bypassingRole(admin, adminUrl) {
  await admin.query(`create role bench_bypass login password 'bench' bypassrls`);
  await admin.query('grant tonggong_app to bench_bypass');
  const url = new URL(adminUrl);
  url.username = 'bench_bypass';
  url.password = 'bench';
  return url.toString();
}

/** Both sides in turns on the same database, with one connection each. */
async function measure(urls, caseworkers) {
  const sides = {};
  for (const [side, url] of Object.entries(urls)) sides[side] = await sideOf(side, url);
  const figures = [];
  for (const [kind, limit] of KINDS) {
    const taken = { withPolicies: [], without: [] };
    const processor = { withPolicies: [], without: [] };
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      const actor = caseworkers[(round + WARM_UP) % caseworkers.length];
      for (const side of round % 2 === 0 ? SIDES : SIDES.toReversed()) {
        const before = processorMs(sides[side].pid);
        const took = await oneList(sides[side], actor, limit);
        if (round < 0) continue;
        taken[side].push(took);
        processor[side].push(processorMs(sides[side].pid) - before);
      }
    }
    figures.push({ kind, taken, processor });
  }
  const kept = {};
  for (const side of SIDES) {
    kept[side] = (
      await sides[side].dataSource.query(
        'select sum(generic_plans)::float8 / sum(generic_plans + custom_plans) as share from pg_prepared_statements',
      )
    )[0].share;
    await sides[side].dataSource.destroy();
  }
  return { figures, kept };
}

async function sideOf(side, url) {
  const { createDataSource } = built('database/data-source.js');
  const { Transactions } = built('libs/platform/database/transactions.js');
  const { SystemClock } = built('libs/platform/clock/clock.js');
  const { ClientsRepository } = built('libs/features/clients/clients.repository.js');
  const dataSource = await createDataSource(url, { poolMax: 1, applicationName: `bench-${side}` }).initialize();
  const [{ pid }] = await dataSource.query('select pg_backend_pid() as pid');
  return {
    dataSource,
    pid,
    transactions: new Transactions(dataSource, new SystemClock()),
    clients: new ClientsRepository(),
  };
}

/** One transaction as a request has it; gives the milliseconds from begin to commit. */
async function oneList({ transactions, clients }, actor, limit) {
  const criteria = { fileNumber: null, fingerprints: [], entryStatus: null, township: null, caseworkerId: null };
  const startedAt = performance.now();
  const page = await transactions.run(actor, (tx) => clients.page(tx, criteria, { limit, after: null }), {
    readOnly: true,
  });
  const took = performance.now() - startedAt;
  if (page.totalCount !== CLIENTS_EACH || page.rows.length !== Math.min(limit + 1, CLIENTS_EACH))
    throw new Error('The list is not the caseload.');
  return took;
}

/** Processor time of the server's process of one connection so far: what a loaded machine does not stretch. NaN off Linux. */
function processorMs(pid) {
  if (process.platform !== 'linux') return NaN;
  return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)];

function report({ figures, kept }, version) {
  const meets = (times) =>
    at(times.withPolicies, 0.95) < LIMIT_P95_MS && SHARES.every((share) => ratioAt(times, share) <= LIMIT_RATIO);
  const isMet = figures.every(({ taken }) => meets(taken));
  const isMetInProcessorTime = figures.every(({ processor }) => meets(processor));
  const verdict = (met) => (met ? 'met' : '**missed**');
  const text = `# What row-level security costs

\`npm run bench -- rls\`: a caseworker’s list of ${CLIENTS_EACH} among ${(CASEWORKERS * CLIENTS_EACH).toLocaleString('en')} clients, the repository of the API in a read-only transaction
of its own, begin to commit as the application sees it. ${ROUNDS.toLocaleString('en')} transactions of each kind, in turns in one run, on one connection each.
A page that holds the whole list counts itself; one that does not takes a second statement for the count. Processor time is what
the machine’s other work does not stretch.

PostgreSQL ${version}, Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

${figures.map(tableOf).join('\n')}
Statements that ran by a kept plan: ${percent(kept.withPolicies)} with policies, ${percent(kept.without)} without.

Wanted: p95 below ${LIMIT_P95_MS} ms, at most ${LIMIT_RATIO} times the transaction without policies at p50 and p95.
From begin to commit, with whatever else the machine did: ${verdict(isMet)}. In processor time: ${verdict(isMetInProcessorTime)}.
`;
  mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, '../results/rls.md'), text);
  process.stdout.write(text);
  return isMet ? 0 : 1;
}

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const SHARES = [0.5, 0.95];
const ratioAt = ({ withPolicies, without }, share) => at(withPolicies, share) / at(without, share);

function tableOf({ kind, taken, processor }) {
  const cells = (of) => [0.5, 0.95, 0.99].map((share) => of(share).toFixed(2)).join(' | ');
  const lines = (what, times) =>
    [
      `| ${what}, policies on (tonggong_app) | ${cells((share) => at(times.withPolicies, share))} |`,
      `| ${what}, policies off (BYPASSRLS) | ${cells((share) => at(times.without, share))} |`,
      `| ratio | ${cells((share) => ratioAt(times, share))} |`,
    ].join('\n');
  return `## ${kind}

| ms | p50 | p95 | p99 |
| --- | --- | --- | --- |
${lines('begin to commit', taken)}
${lines('processor time in PostgreSQL', processor)}
`;
}

process.exit(await main());
