// What row-level security costs: a caseworker's list of 50 among 200,000 clients, once under the application's role and
// once under a role that bypasses the policies, in turns on the same database with the very code of the API.
import { mkdirSync, writeFileSync } from 'node:fs';
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

async function measure(urls, caseworkers) {
  const { createDataSource } = built('database/data-source.js');
  const { Transactions } = built('libs/platform/database/transactions.js');
  const { SystemClock } = built('libs/platform/clock/clock.js');
  const { ClientsRepository } = built('libs/features/clients/clients.repository.js');
  const clients = new ClientsRepository();
  const criteria = { fileNumber: null, fingerprints: [], entryStatus: null, township: null, caseworkerId: null };
  const sides = {};
  for (const [side, url] of Object.entries(urls)) {
    const dataSource = await createDataSource(url, { poolMax: 1, applicationName: `bench-${side}` }).initialize();
    sides[side] = { dataSource, transactions: new Transactions(dataSource, new SystemClock()), times: [] };
  }
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const actor = caseworkers[(round + WARM_UP) % caseworkers.length];
    const order = round % 2 === 0 ? ['withPolicies', 'without'] : ['without', 'withPolicies'];
    for (const side of order) {
      const { transactions, times } = sides[side];
      const startedAt = performance.now();
      const page = await transactions.run(actor, (tx) => clients.page(tx, criteria, { limit: 50, after: null }), {
        readOnly: true,
      });
      const took = performance.now() - startedAt;
      if (page.rows.length !== CLIENTS_EACH || page.totalCount !== CLIENTS_EACH)
        throw new Error('The list is not the caseload.');
      if (round >= 0) times.push(took);
    }
  }
  for (const { dataSource } of Object.values(sides)) await dataSource.destroy();
  return { withPolicies: sides.withPolicies.times, without: sides.without.times };
}

const at = (times, share) => [...times].sort((a, b) => a - b)[Math.floor(times.length * share)];

function report({ withPolicies, without }, version) {
  const line = (times) => [0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(2)).join(' | ');
  const ratio = (share) => at(withPolicies, share) / at(without, share);
  const isMet = at(withPolicies, 0.95) < LIMIT_P95_MS && ratio(0.5) <= LIMIT_RATIO && ratio(0.95) <= LIMIT_RATIO;
  const text = `# What row-level security costs

\`npm run bench -- rls\`: a caseworker’s list of ${CLIENTS_EACH} (with its count) among ${(CASEWORKERS * CLIENTS_EACH).toLocaleString('en')} clients, the repository of the API in a read-only
transaction of its own, begin to commit as the application sees it. ${ROUNDS.toLocaleString('en')} transactions of each kind, in turns in one run.

PostgreSQL ${version}, Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

| ms | p50 | p95 | p99 |
| --- | --- | --- | --- |
| policies on (tonggong_app) | ${line(withPolicies)} |
| policies off (BYPASSRLS) | ${line(without)} |
| ratio | ${[0.5, 0.95, 0.99].map((share) => ratio(share).toFixed(2)).join(' | ')} |

Wanted: p95 below ${LIMIT_P95_MS} ms, at most ${LIMIT_RATIO} times the transaction without policies at p50 and p95. ${isMet ? 'Met.' : '**Missed.**'}
`;
  mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, '../results/rls.md'), text);
  process.stdout.write(text);
  return isMet ? 0 : 1;
}

process.exit(await main());
