import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeInstance } from './contestant.mjs';
import { makeInstance, REGIMES } from './instances.mjs';

const here = import.meta.dirname;
const PEERS = ['munkres', 'glpk', 'highs', 'javascript-lp-solver'];
/** Who takes longer, by the clock on the wall, is ended and does not take part any more. */
const MOST_MS = 120_000;
/** Who needs more is not asked to solve an instance ten times as large. */
const TOO_SLOW_FOR_MORE_MS = 1_000;
/** From this size on one round has to do. */
const ONE_ROUND_FROM = 100_000;

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    rounds: { type: 'string', default: '3' },
    kinds: { type: 'string', default: 'township,uniform' },
    'no-peers': { type: 'boolean', default: false },
    into: { type: 'string', default: 'matching' },
  },
});

const say = (text) => process.stderr.write(`${text}\n`);

/** Compiles the driver of LEMON where a compiler and the library are there. */
function lemonBinary(folder) {
  const binary = path.join(folder, 'lemon');
  const built = spawnSync('g++', [
    '-O3',
    '-march=native',
    '-DNDEBUG',
    '-o',
    binary,
    path.join(here, 'contestants/lemon.cpp'),
  ]);
  if (built.status === 0) return binary;
  say('LEMON is left out: it needs g++ and liblemon-dev');
  return null;
}

function contestants(folder) {
  const script = (name) => ({ name, command: process.execPath, args: [path.join(here, `contestants/${name}.mjs`)] });
  const lemon = lemonBinary(folder);
  return [
    script('tonggong'),
    ...(lemon === null ? [] : [{ name: 'LEMON network simplex', command: lemon, args: [] }]),
    ...(options['no-peers'] ? [] : PEERS.map(script)),
  ];
}

/** One solve in a process of its own; null when it failed or took too long. */
function run({ command, args }, file) {
  try {
    const output = execFileSync(command, [...args, file], { timeout: MOST_MS, stdio: ['ignore', 'pipe', 'pipe'] });
    return JSON.parse(output.toString().trim().split('\n').at(-1));
  } catch (error) {
    say(`    ${error.code === 'ETIMEDOUT' ? 'too long' : String(error.stderr ?? error).slice(0, 300)}`);
    return null;
  }
}

/** All take turns, round by round, so that a busy moment of the machine hits everyone. */
function compare(all, file, size, out) {
  const best = new Map();
  const rounds = size >= ONE_ROUND_FROM ? 1 : Number(options.rounds);
  for (let round = 0; round < rounds; round++) {
    for (const one of all) {
      if (out.has(one.name)) continue;
      const result = run(one, file);
      if (result === null) out.add(one.name);
      const before = best.get(one.name);
      if (result !== null && (before === undefined || result.ms < before.ms)) best.set(one.name, result);
    }
  }
  return best;
}

function rowsOf(instance, all, best) {
  const ours = best.get('tonggong');
  const took = all.filter(({ name }) => best.has(name));
  return took.map(({ name }) => {
    const result = best.get(name);
    const head = [instance.name, instance.col.length, name];
    const isSame = result.placed === ours.placed && result.fit === ours.fit;
    const verdict = isSame ? 'same' : `differs: ${result.placed} placed, fit ${result.fit}`;
    const ratio = name === 'tonggong' ? '1' : (result.ms / ours.ms).toFixed(2);
    return [...head, result.ms.toFixed(1), ratio, Math.round(result.memoryKb / 1024), verdict];
  });
}

function tableOf(rows) {
  const head = ['instance', 'pairs', 'solver', 'ms', 'times ours', 'MB', 'answer'];
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

const ABOUT = () => `# Group placement: side by side

${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${os.cpus()[0].model}, ${os.cpus().length} processors.

Milliseconds are processor time of the solving process (user and system), best of ${options.rounds} rounds in which all take turns;
solvers in JavaScript run up to forty times or two seconds in a round, so that all are warm. Ours includes reading and checking the instance
and verifying its own certificate. Memory is the peak of the whole process, the runtime included. "Times ours" above 1: slower than ours.
Who is missing did not finish within ${MOST_MS / 1000} s by the clock, or needed more than ${TOO_SLOW_FOR_MORE_MS / 1000} s for an instance a tenth as large.
The township instances and the uniform ones come from \`bench/matching/instances.mjs\`: slack 1.5 seats for each client, tight 1, over 0.7.

`;

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-matching-'));
const all = contestants(folder);
const out = new Set();
const slow = new Set();
const rows = [];
const results = path.join(here, `../results/${options.into}.md`);
for (const size of options.sizes.split(',').map(Number)) {
  for (const name of slow) out.add(name);
  for (const kind of options.kinds.split(',')) {
    for (const regime of Object.keys(REGIMES)) {
      const instance = makeInstance(kind, regime, size, 1);
      const file = path.join(folder, 'instance.bin');
      writeInstance(file, instance);
      say(`${instance.name}: ${instance.col.length} pairs`);
      const best = compare(all, file, size, out);
      for (const name of PEERS) if (best.get(name)?.ms > TOO_SLOW_FOR_MORE_MS) slow.add(name);
      rows.push(...rowsOf(instance, all, best));
      fs.writeFileSync(results, `${ABOUT()}${tableOf(rows)}\n`);
    }
  }
}
fs.rmSync(folder, { recursive: true });
say(`written: ${results}`);
