import { Random } from '#database/seeds/random';

/** How often a fault is tried: in every `npm test`, and in full by `npm run test:faults`. */
export interface FaultCounts {
  readonly inTests: number;
  readonly inFull: number;
}

/** One run of a fault: its rounds and the chance that orders them. */
export interface FaultRun {
  readonly rounds: number;
  readonly seed: number;
  readonly random: Random;
  /** Prints a figure of this run beside its name and seed. */
  report(figures: Readonly<Record<string, number | string>>): void;
}

/** True where the full counts of the fault plan are asked for. */
export const isInFull = process.env['FAULT_COUNTS'] === 'full';

/** Begins a run; the seed is new each time, or FAULT_SEED where a run is to be repeated. It is always printed. */
export function faultRun(name: string, counts: FaultCounts): FaultRun {
  const seed = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000_000);
  const rounds = isInFull ? counts.inFull : counts.inTests;
  const report: FaultRun['report'] = (figures) =>
    void process.stderr.write(`${name}: ${JSON.stringify({ rounds, seed, ...figures })}\n`);
  report({});
  return { rounds, seed, random: new Random(seed), report };
}

/** The items in an order of chance. */
export function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items
    .map((item) => ({ item, at: random.next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** How often each code came. */
export const tally = (codes: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};
