// How long a cohort of 500 takes in a city, in the browser: from choosing it to the review board, and its commit.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { withThrowAwayServices } from '../../tools/lib/throw-away.mjs';
import { openStage, processorMs, serverMs } from './stage.mjs';

const SCALE = process.argv[2] ?? 'city';
const ROUNDS = Number(process.argv[3] ?? 3);
const LIMIT_MS = 3_000;

const main = () =>
  withThrowAwayServices('bench', async (services) => {
    const stage = await openStage(services, SCALE);
    try {
      const meter = await openMeter(stage);
      const [preparer, approver] = await Promise.all(['supervisor', 'supervisor2'].map((login) => stage.seat(login)));
      const rounds = [];
      for (let round = 1; round <= ROUNDS; round += 1) {
        rounds.push(await placed({ preparer, approver, meter, title: `第${round}批` }));
        process.stdout.write(`${JSON.stringify(rounds.at(-1))}\n`);
      }
      await meter.close();
      return report(rounds, stage.seeded);
    } finally {
      await stage.close();
    }
  });

/** Measures what somebody waits for, and how long worker and PostgreSQL were on a processor meanwhile. */
async function openMeter({ adminUrl, worker }) {
  const admin = new pg.Client({ connectionString: adminUrl });
  admin.on('error', (error) => process.stderr.write(`${error.message}\n`)); // where something failed, the server goes first
  await admin.connect();
  const { rows } = await admin.query('select pg_backend_pid() as pid');
  const postmaster = Number(readFileSync(`/proc/${rows[0].pid}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
  const spent = () => [performance.now(), processorMs(worker.pid), serverMs(postmaster)];
  return {
    close: () => admin.end(),
    during: async (work) => {
      const before = spent();
      const result = await work();
      const [elapsed, inWorker, inPostgres] = spent().map((value, at) => Math.round(value - before[at]));
      return { result, elapsed, inWorker, inPostgres };
    },
  };
}

async function placed({ preparer, approver, meter, title }) {
  await preparer.getByRole('link', { name: '集中安置' }).click();
  await preparer.getByRole('button', { name: '新开一批' }).click();
  await preparer.getByLabel('批次名称').fill(title);
  await preparer.getByRole('button', { name: '开始收集' }).click();
  await preparer.getByRole('heading', { name: title }).waitFor();
  await preparer.getByText(/^勾选本页/).waitFor();
  const choose = await meter.during(async () => {
    await preparer.getByRole('button', { name: '勾选全部（最多500人）' }).click();
    await preparer.getByRole('button', { name: /^加入\d+人$/ }).waitFor();
  });
  const add = await meter.during(async () => {
    await preparer.getByRole('button', { name: /^加入\d+人$/ }).click();
    await preparer.getByRole('button', { name: '开始求解' }).waitFor();
  });
  const solve = await meter.during(async () => {
    await preparer.getByRole('button', { name: '开始求解' }).click();
    await preparer.locator('.lane li').first().waitFor();
    await preparer.getByRole('cell', { name: '逐个推荐' }).waitFor();
  });
  const sideBySide = preparer.locator('table').filter({ hasText: '逐个推荐' });
  const policies = await sideBySide.locator('tbody tr').allInnerTexts();
  const address = new URL(preparer.url()).pathname;
  await handedOver(preparer, approver, address);
  const commit = await committed(approver, meter);
  return { choose, add, solve, commit, policies };
}

async function handedOver(preparer, approver, address) {
  await preparer.getByRole('button', { name: '开始复核' }).click();
  await preparer.locator('.batch-head .st').filter({ hasText: '复核中' }).waitFor();
  await preparer.locator('.lane li').first().waitFor();
  await confirmed(preparer, '提交给另一人批准');
  await preparer.getByText(/提交，等另一人批准。$/).waitFor();
  await approver.goto(address);
  await confirmed(approver, '批准这一批');
  await approver.locator('.batch-head .st').filter({ hasText: '已批准' }).waitFor();
}

async function committed(page, meter) {
  const button = page.getByRole('button', { name: /^生成\d+份推荐$/ });
  const rows = Number(/\d+/u.exec(await button.innerText())?.[0] ?? 0);
  await button.click();
  const taken = await meter.during(async () => {
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /^生成\d+份推荐$/ })
      .click();
    await page.locator('.batch-head .st').filter({ hasText: '已执行' }).waitFor();
  });
  return { ...taken, rows };
}

async function confirmed(page, name) {
  await page.getByRole('button', { name }).click();
  await page.getByRole('alertdialog').getByRole('button', { name }).click();
}

function report(rounds, seeded) {
  const total = (round) => round.choose.elapsed + round.add.elapsed + round.solve.elapsed;
  const isMet = rounds.slice(1).every((round) => total(round) < LIMIT_MS);
  const line = ({ choose, add, solve, commit, ...round }, at) =>
    `| ${at + 1} | ${choose.elapsed} | ${add.elapsed} | ${solve.elapsed} | ${total({ choose, add, solve })} | ${solve.inWorker} | ${solve.inPostgres} | ${commit.rows} | ${commit.elapsed} | ${(commit.elapsed / commit.rows).toFixed(1)} | ${(commit.inWorker / commit.rows).toFixed(1)} | ${(commit.inPostgres / commit.rows).toFixed(1)} |`;
  const policy = (text) =>
    `| ${text
      .split('\t')
      .map((cell) => cell.trim())
      .join(' | ')} |`;
  const text = `# A cohort of 500 in the browser

\`npm run bench -- placement-batch\`: ${SCALE} (${seeded.clients} clients, ${seeded.slots} slots), API, worker, PostgreSQL, Redis and Chromium on one machine, no durability.
Milliseconds from a click to what it shows. "Choose" is the click that ticks all 500, "add" ends when the run may be started,
"solve" when the review board stands there with greedy, stable and optimum side by side. Processor time beside it; the commit's is by row.

Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

| batch | choose | add | solve | together | worker's processor | PostgreSQL's | rows committed | commit | a row | worker's processor | PostgreSQL's |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rounds.map(line).join('\n')}

The last batch, as its screen shows it (placed, total fit, worst fit, blocking pairs):

| way | placed | total fit | worst fit | blocking pairs |
| --- | --- | --- | --- | --- |
${rounds.at(-1).policies.map(policy).join('\n')}

Wanted: from choosing to the review board in less than ${LIMIT_MS / 1_000} s. ${isMet ? 'Met' : '**Missed**'} (the first batch after a start apart).
`;
  mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
  writeFileSync(path.join(import.meta.dirname, '../results/placement-batch.md'), text);
  process.stdout.write(text);
  return isMet ? 0 : 1;
}

process.exit(await main());
