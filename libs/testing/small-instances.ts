import type { InstanceFile } from '#domain/group-placement/placement-instance';

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** How large a random instance may be. */
export interface InstanceLimits {
  readonly clients: number;
  readonly slots: number;
  readonly seats: number;
  readonly fit: number;
}

/** An instance of any shape within the limits: slots without seats, ties, the same pair twice, people without a pair. */
export function randomInstance(random: () => number, most: InstanceLimits): InstanceFile {
  const upTo = (limit: number) => Math.floor(random() * (limit + 1));
  const n = 1 + upTo(most.clients - 1);
  const m = 1 + upTo(most.slots - 1);
  const density = 0.15 + 0.85 * random();
  const highest = random() < 0.3 ? 2 : most.fit;
  const ptr = [0];
  const col: number[] = [];
  const w: number[] = [];
  for (let i = 0; i < n; i++) {
    for (let q = 0; q < m; q++) {
      for (let times = random() < density ? 1 + upTo(random() < 0.1 ? 1 : 0) : 0; times > 0; times--) {
        col.push(q);
        w.push(upTo(highest));
      }
    }
    ptr.push(col.length);
  }
  return { n, m, cap: Array.from({ length: m }, () => upTo(most.seats)), ptr, col, w };
}

/** An instance from rows of [slot, fit]. */
export function instanceFrom(
  cap: readonly number[],
  rows: readonly (readonly (readonly [number, number])[])[],
): InstanceFile {
  const pairs = rows.flat();
  const ptr = [0];
  for (const row of rows) ptr.push(ptr.at(-1)! + row.length);
  return { n: rows.length, m: cap.length, cap, ptr, col: pairs.map(([q]) => q), w: pairs.map(([, fit]) => fit) };
}

/** Calls back with every placement there is; the array is the same each time. */
export function everyPlacement(
  file: InstanceFile,
  visit: (slotOf: readonly number[], fit: number, placed: number) => void,
): void {
  const left = Array.from(file.cap);
  const slotOf = new Array<number>(file.n).fill(-1);
  const place = (client: number, fit: number, placed: number): void => {
    if (client === file.n) return visit(slotOf, fit, placed);
    place(client + 1, fit, placed);
    for (let e = file.ptr[client]!; e < file.ptr[client + 1]!; e++) {
      const slot = file.col[e]!;
      if (left[slot]! <= 0) continue;
      left[slot]!--;
      slotOf[client] = slot;
      place(client + 1, fit + file.w[e]!, placed + 1);
      slotOf[client] = -1;
      left[slot]!++;
    }
  };
  place(0, 0, 0);
}

/** The most people placed, and the highest total fit of any such placement, by trying everything. */
export function bestByTrying(file: InstanceFile): { placed: number; fit: number } {
  let best = { placed: 0, fit: 0 };
  everyPlacement(file, (_slotOf, fit, placed) => {
    if (placed > best.placed || (placed === best.placed && fit > best.fit)) best = { placed, fit };
  });
  return best;
}
