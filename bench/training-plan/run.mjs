// The training plan's heuristic against the exact programme (HiGHS in WebAssembly): how many each places, the gap that is
// left, and how long each takes, on counties of the specification's three sizes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { randomFrom } from '../matching/instances.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const require = createRequire(path.join(root, 'package.json'));
const built = (file) => require(path.join(root, 'dist/libs', file));
const { readPlan } = built('domain/training-plan/plan-problem.js');
const { exactPlan, quickPlan } = built('domain/training-plan/solve-plan.js');
const { loadPackingSolver } = built('platform/optimisation/packing-solver.js');
const { countyPlan } = built('testing/training-plans.js');

const SEEDS = Number(process.argv[2] ?? 5);
const WARM_UPS = 3;
/** Shapes in which about 50, 84 and 135 people can be placed. */
const SIZES = [
  { about: 50, clients: 108, sessions: 8, positions: 43, seats: 6 },
  { about: 84, clients: 178, sessions: 12, positions: 63, seats: 8 },
  { about: 135, clients: 300, sessions: 18, positions: 98, seats: 8 },
];

/** Milliseconds of processor time of this process, whose one thread computes. */
function timed(work) {
  const before = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(before);
  return { result, ms: (user + system) / 1_000 };
}

function solved(size, seed, solver) {
  const read = readPlan(countyPlan(randomFrom(seed), size));
  if (!read.ok) throw new Error(read.refusals.map(({ code }) => code).join());
  for (let run = 0; run < WARM_UPS; run += 1) quickPlan(read.value);
  const quick = timed(() => quickPlan(read.value));
  const exact = timed(() => exactPlan(read.value, quick.result, solver));
  return { seed, size, options: read.value.positionOf.length, quick, exact };
}

function row({ seed, size, options, quick, exact }) {
  const { withoutTraining, heuristic, bound: quickBound } = quick.result;
  const { placed, bound, stoppedBy } = exact.result;
  const proven = placed === bound ? 'optimal' : `within ${bound - placed} (${stoppedBy})`;
  const cells = [
    `${size.clients} · ${seed}`,
    options,
    withoutTraining,
    `${heuristic} of ${placed}`,
    `${((100 * (placed - heuristic)) / Math.max(1, placed)).toFixed(1)} %`,
    quickBound,
    proven,
    quick.ms.toFixed(1),
    exact.ms.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}

const solver = await loadPackingSolver();
const all = SIZES.flatMap((size) => Array.from({ length: SEEDS }, (_, k) => solved(size, k + 1, solver)));
const share = all.reduce((sum, { quick, exact }) => sum + quick.result.heuristic / exact.result.placed, 0) / all.length;
const left = all.filter(({ exact }) => exact.result.placed < exact.result.bound).length;
const text = `# Training plan: the heuristic against the exact programme

\`npm run bench -- training-plan\`: counties of three sizes, ${SEEDS} of each (\`countyPlan\` in libs/testing/training-plans.ts), about 50, 84 and 135 people to
be placed. The heuristic comes with a bound of its own; the exact programme is HiGHS 1.x in WebAssembly, begun at the heuristic's plan and stopped at
5,000 nodes or 10 s. Milliseconds are processor time; what the exact plan takes comes on top of the heuristic.

Node ${process.version}, ${os.cpus().length} cores, load ${os.loadavg()[0].toFixed(1)} at the end, ${new Date().toISOString().slice(0, 10)}.

| people · seed | options | without training | heuristic | gap to the plan | heuristic's own bound | exact plan | heuristic ms | exact ms |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${all.map(row).join('\n')}

On average the heuristic places ${(100 * share).toFixed(1)} % of the exact plan; ${left} of ${all.length} plans are left with a gap, which is reported.
`;
mkdirSync(path.join(import.meta.dirname, '../results'), { recursive: true });
writeFileSync(path.join(import.meta.dirname, '../results/training-plan.md'), text);
process.stdout.write(text);
