import fs from 'node:fs';

/** Runs again while it is quick: a process that has just started is not yet warm. */
const MOST_RUNS = 40;
const ENOUGH_MS = 2_000;

/** Processor time of this process so far: on a machine that is busy otherwise the clock on the wall says little. */
function processorMs() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** An instance as 32-bit integers: n, m, pairs, cap[m], ptr[n+1], col[pairs], w[pairs]. */
export function writeInstance(file, { n, m, cap, ptr, col, w }) {
  const parts = [Int32Array.of(n, m, col.length), cap, ptr, col, w];
  fs.writeFileSync(file, Buffer.concat(parts.map((one) => Buffer.from(one.buffer, one.byteOffset, one.byteLength))));
}

function readInstance(file) {
  const bytes = fs.readFileSync(file);
  const all = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
  let at = 3;
  const next = (count) => all.subarray(at, (at += count));
  const [n, m, pairs] = all;
  return { n, m, cap: next(m), ptr: next(n + 1), col: next(pairs), w: next(pairs) };
}

/**
 * Solves the instance named on the command line and prints {ms, placed, fit, memoryKb}.
 * @param solve gives the slot of each client, −1 = unplaced; what it needs to prepare is its own business and counts
 */
export async function compete(solve) {
  const instance = readInstance(process.argv[2]);
  let best = Infinity;
  let slotOf = [];
  for (let run = 0, spent = 0; run < MOST_RUNS && spent < ENOUGH_MS; run++) {
    const before = processorMs();
    slotOf = await solve(instance);
    const ms = processorMs() - before;
    best = Math.min(best, ms);
    spent += ms;
  }
  const memoryKb = process.resourceUsage().maxRSS;
  process.stdout.write(`${JSON.stringify({ ms: best, ...count(instance, slotOf), memoryKb })}\n`);
}

function count({ n, m, cap, ptr, col, w }, slotOf) {
  const left = cap.slice();
  let placed = 0;
  let fit = 0;
  for (let i = 0; i < n; i++) {
    const slot = slotOf[i];
    if (slot < 0) continue;
    const pair = col.subarray(ptr[i], ptr[i + 1]).indexOf(slot);
    if (pair < 0 || slot >= m || --left[slot] < 0) return { placed: -1, fit: -1 };
    placed++;
    fit += w[ptr[i] + pair];
  }
  return { placed, fit };
}

/** For solvers that know one objective only: a placement is worth more than all fits together. */
export function weightOfPlacement({ n, cap, w }) {
  const seats = cap.reduce((sum, one) => sum + one, 0);
  return (w.reduce((most, one) => Math.max(most, one), 0) + 1) * Math.min(n, seats);
}

/** The pairs with their client, as variables of a linear programme: [client, slot, worth, name]. */
export function variables(instance) {
  const bonus = weightOfPlacement(instance);
  const all = [];
  for (let i = 0; i < instance.n; i++) {
    for (let e = instance.ptr[i]; e < instance.ptr[i + 1]; e++) {
      all.push([i, instance.col[e], bonus + instance.w[e], `x${e}`]);
    }
  }
  return all;
}

/** The slots of a linear programme's answer. */
export function slotsOf({ n }, chosen, valueOf) {
  const slotOf = new Int32Array(n).fill(-1);
  for (const [client, slot, , name] of chosen) if (valueOf(name) > 0.5) slotOf[client] = slot;
  return slotOf;
}
