// How long a ranking takes among 100,000 and 1,000,000 open slots: in PostgreSQL, from the index in memory and by scoring
// every position, the same questions in turns, with the code of the API; the orders are compared on every question.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import v8 from 'node:v8';
import vm from 'node:vm';
import pg from 'pg';
import { throwAwayHome, throwAwayPostgres, withThrowAwayServices } from '../../tools/lib/throw-away.mjs';
import { plant } from './plant.mjs';

const SIZES = (process.argv[2] ?? '100000,1000000').split(',').map(Number);
const FIRST = 20;
const WARM_UP = 40;
const ROUNDS = Number(process.argv[3] ?? 800);
/** What takes seconds is asked less often, and what takes a minute hardly. */
const FEW_ROUNDS = 10;
const FEWEST_ROUNDS = 2;
const LARGE = 500_000;
const IN_MEMORY_MS = 5;
const IN_POSTGRES_MS = 25;

v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist', file));

const main = () =>
  withThrowAwayServices('bench', async (services) => {
    const serverUrl = await throwAwayPostgres(services);
    const home = throwAwayHome(services);
    const sections = [];
    let isMet = true;
    for (const size of SIZES) {
      const measured = await measureSize(serverUrl, home, size);
      sections.push(section(size, measured));
      if (size === 1_000_000) isMet = meets(measured);
    }
    report(sections, isMet);
    return isMet ? 0 : 1;
  });

async function measureSize(serverUrl, home, size) {
  const adminUrl = await ownDatabase(serverUrl, `ranking_${size}`);
  const urls = await built('database/migrate.js').migrate(adminUrl, home);
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
  await admin.connect();
  const codes = (file, name) => built(`libs/domain/positions/${file}.js`)[name].map(({ code }) => code);
  const { countyId, caseworker } = await plant(admin, size, {
    skills: codes('skills', 'SKILLS'),
    certificates: codes('certificates', 'CERTIFICATES'),
  });
  process.stdout.write(`planted ${size}\n`);
  const clients = (await admin.query('select id from client order by id')).rows.map(({ id }) => id);
  const version = (await admin.query('show server_version')).rows[0].server_version;
  await admin.end();
  const dataSource = await built('database/data-source.js')
    .createDataSource(urls.appUrl, { poolMax: 2, applicationName: 'bench', statementTimeoutMs: 120_000 })
    .initialize();
  try {
    return { version, ...(await measure(wired(dataSource), countyId, caseworker, clients)) };
  } finally {
    await dataSource.destroy();
  }
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

function wired(dataSource) {
  const { Transactions } = built('libs/platform/database/transactions.js');
  const { SystemClock } = built('libs/platform/clock/clock.js');
  const { RankingRepository } = built('libs/features/matching/ranking.repository.js');
  const { RankingIndexRepository } = built('libs/features/matching/ranking-index.repository.js');
  const { CountyIndex } = built('libs/features/matching/county-index.js');
  const { questionOf } = built('libs/features/matching/ranking-question.js');
  const { byRank, scoreMatch } = built('libs/domain/matching/match-score.js');
  const clock = new SystemClock();
  const transactions = new Transactions(dataSource, clock);
  const rankings = new RankingRepository();
  return {
    transactions,
    clock,
    CountyIndex,
    questionOf,
    byRank,
    scoreMatch,
    rankings,
    reads: new RankingIndexRepository(),
  };
}

async function measure(parts, countyId, actor, clients) {
  const filled = await fill(parts, countyId);
  const tally = new Tally(filled.index.size > LARGE ? FEWEST_ROUNDS : FEW_ROUNDS);
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const clientId = clients[(round + WARM_UP) % clients.length];
    await parts.transactions.run(actor, (tx) => ask(tx, parts, filled.index, clientId, tally.of(round)), {
      readOnly: true,
      timeoutMs: 120_000,
    });
  }
  return {
    ...filled,
    kinds: tally.kinds,
    different: tally.different,
    compared: tally.compared,
    positions: filled.index.size,
  };
}

async function fill({ CountyIndex, reads, transactions, clock }, countyId) {
  collectGarbage();
  const before = process.memoryUsage();
  const index = new CountyIndex(countyId, reads, transactions, clock);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const startedAt = performance.now();
  const busyBefore = process.cpuUsage();
  await index.fill();
  delay.disable();
  const fillSeconds = (performance.now() - startedAt) / 1_000;
  const { user, system } = process.cpuUsage(busyBefore);
  collectGarbage();
  const after = process.memoryUsage();
  const megabytes = (after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed) / 1e6;
  return { index, fillSeconds, fillBusySeconds: (user + system) / 1e6, longestHoldMs: delay.max / 1e6, megabytes };
}

/** Asks one person's questions of everybody who can answer, in turn. */
async function ask(tx, { clock, questionOf, rankings, reads, ...scoring }, index, clientId, { note, compare, isFew }) {
  const [{ pid }] = await tx.query('select pg_backend_pid() as pid');
  const asked = await rankings.asked(tx, clientId);
  const minutes = await reads.minutesFrom(tx, asked.township);
  const [passing, short] = [true, false].map((isFeasible) => ({ isFeasible, first: FIRST }));
  const question = questionOf(asked, passing, minutes, clock.today());
  const inMemory = note('memoryRadius', await inProcess(() => index.rank(question)));
  note('memoryAll', await inProcess(() => index.rank({ ...question, hasRadius: false })));
  compare(inMemory, note('postgres', await inBackend(pid, () => rankings.ranked(tx, asked, passing))));
  const missed = note('memoryShort', await inProcess(() => index.rank({ ...question, isFeasible: false })));
  if (!isFew) return;
  compare(inMemory, note('plain', await scoreEverything(pagesOf(tx, reads), question, scoring)));
  compare(missed, note('postgresShort', await inBackend(pid, () => rankings.ranked(tx, asked, short))));
}

/** The times by kind of answer, and how many orders were not the same. */
class Tally {
  different = 0;
  compared = 0;
  constructor(few) {
    this.few = few;
  }

  kinds = Object.fromEntries(Object.keys(NAMES).map((kind) => [kind, { elapsed: [], busy: [] }]));

  of(round) {
    const note = (kind, answer) => {
      if (round >= 0) {
        this.kinds[kind].elapsed.push(answer.elapsed);
        this.kinds[kind].busy.push(answer.busy);
      }
      return answer.result.map((one) => one.id ?? one).join();
    };
    const compare = (one, other) => {
      this.compared += 1;
      if (one !== other) this.different += 1;
    };
    return { note, compare, isFew: round >= 0 && round < this.few };
  }
}

async function* pagesOf(tx, reads) {
  for (let after = null; ;) {
    const page = await reads.page(tx, after);
    yield page;
    if (page.length === 0) return;
    after = page.at(-1).id;
  }
}

/** Scores every open position and sorts them all; reading them is not counted. */
async function scoreEverything(pages, question, { byRank, scoreMatch }) {
  const { client, minutes, weights, today, first } = question;
  const passing = [];
  const spent = { elapsed: 0, busy: 0 };
  const count = ({ elapsed, busy }) => {
    spent.elapsed += elapsed;
    spent.busy += busy;
  };
  for await (const page of pages)
    count(
      inProcess(() => {
        for (const position of page) {
          const { score, feasible } = scoreMatch(
            client,
            position,
            minutes.get(position.township) ?? null,
            today,
            weights,
          );
          if (feasible) passing.push({ id: position.id, score });
        }
      }),
    );
  count(inProcess(() => passing.sort(byRank)));
  return { result: passing.slice(0, first).map(({ id }) => id), ...spent };
}

/** Elapsed time and this process's own time on a processor, in ms. */
function inProcess(work) {
  const busyBefore = process.cpuUsage();
  const startedAt = performance.now();
  const result = work();
  const elapsed = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(busyBefore);
  return { result, elapsed, busy: (user + system) / 1_000 };
}

/** Elapsed time, and the time on a processor of the server's process that answers, in ms. */
async function inBackend(pid, work) {
  const busyBefore = onProcessor(pid);
  const startedAt = performance.now();
  const result = await work();
  const elapsed = performance.now() - startedAt;
  return { result, elapsed, busy: onProcessor(pid) - busyBefore };
}

const onProcessor = (pid) => Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[0]) / 1e6;

const at = (times, share) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

const meets = ({ kinds, different }) =>
  different === 0 && at(kinds.memoryAll.busy, 0.99) <= IN_MEMORY_MS && at(kinds.postgres.busy, 0.99) <= IN_POSTGRES_MS;

const NAMES = {
  memoryRadius: 'in memory, with the radius',
  memoryAll: 'in memory, without a radius',
  memoryShort: 'in memory, near misses (no radius)',
  postgres: 'PostgreSQL, with the radius',
  postgresShort: 'PostgreSQL, near misses (no radius)',
  plain: 'scoring every position, with the radius (reading them not counted)',
};

function section(
  size,
  { kinds, different, compared, fillSeconds, fillBusySeconds, longestHoldMs, megabytes, positions },
) {
  const row = (kind) => {
    const { elapsed, busy } = kinds[kind];
    const cells = [elapsed, busy].flatMap((times) => [0.5, 0.95, 0.99].map((share) => at(times, share).toFixed(2)));
    return `| ${NAMES[kind]}, ${elapsed.length} questions | ${cells.join(' | ')} |`;
  };
  return `## ${size.toLocaleString('en')} open slots

| ms | p50 | p95 | p99 | processor p50 | processor p95 | processor p99 |
| --- | --- | --- | --- | --- | --- | --- |
${Object.keys(NAMES).map(row).join('\n')}

Orders that differ: ${different} of ${compared}. The index was filled from PostgreSQL in ${fillSeconds.toFixed(1)} s (${fillBusySeconds.toFixed(1)} s of processor time of this process, which it held for ${longestHoldMs.toFixed(0)} ms at most) and takes ${megabytes.toFixed(0)} MB (${positions.toLocaleString('en')} positions).
`;
}

function report(sections, isMet) {
  const text = `# Ranking positions for a client

\`npm run bench -- ranking\`: the first ${FIRST} of a ranking for 400 people in turn, ${ROUNDS} questions, a caseworker's rights, one transaction each. One
slot a position, 1,225 townships on a grid; a limit of 30 to 60 minutes reaches 5 to 21 of them. Elapsed time is what the
application waits for, processor time what the process that works (this one, or the server's) was on a processor.

Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

${sections.join('\n')}
Wanted among 1,000,000: p99 of processor time ≤ ${IN_MEMORY_MS} ms in memory without a radius, ≤ ${IN_POSTGRES_MS} ms in PostgreSQL with one, no order that differs. ${isMet ? 'Met.' : '**Missed.**'}
`;
  mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, '../results/ranking.md'), text);
  process.stdout.write(text);
}

process.exit(await main());
