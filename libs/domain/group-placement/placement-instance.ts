import { refusal, refused, type Outcome, type Refusal } from '../common/outcome';

/** Who could take which slot and how well it would fit, as it stands in an instance file: client i has the pairs ptr[i] to ptr[i+1]−1. */
export interface InstanceFile {
  readonly name?: string;
  /** Number of clients. */
  readonly n: number;
  /** Number of slots. */
  readonly m: number;
  /** Seats of each slot. */
  readonly cap: ArrayLike<number>;
  readonly ptr: ArrayLike<number>;
  /** The slot of each pair. */
  readonly col: ArrayLike<number>;
  /** The fit of each pair, an integer ≥ 0. */
  readonly w: ArrayLike<number>;
}

/** A checked instance in compressed rows: no pair twice, no more seats in a slot than could ever matter. */
export interface PlacementInstance {
  readonly clients: number;
  readonly slots: number;
  /** Seats of each slot; one more than its pairs is as good as any number above. */
  readonly capacity: Int32Array;
  /** Client i has the pairs firstPair[i] to firstPair[i+1]−1. */
  readonly firstPair: Int32Array;
  readonly pairSlot: Int32Array;
  readonly pairFit: Int32Array;
  /** The highest fit of any pair; 0 without pairs. */
  readonly highestFit: number;
}

/** Why an instance cannot be solved. */
export type InstanceRefusal =
  | 'NOT_AN_INSTANCE'
  | 'NO_CLIENTS'
  | 'NO_SLOTS'
  | 'CAPACITY_INVALID'
  | 'POINTERS_INVALID'
  | 'SLOT_UNKNOWN'
  | 'FIT_NOT_INTEGER'
  | 'FIT_NEGATIVE'
  | 'FIT_TOO_LARGE';

/** Fits and pair numbers live in 32-bit arrays. */
const LARGEST_INT32 = 0x7fffffff;

/** Checks an instance and brings it into the solver's form; duplicate pairs keep the highest fit, at the place of the first. */
export function readInstance(file: InstanceFile): Outcome<PlacementInstance, InstanceRefusal> {
  const refusals = [...shapeRefusals(file)];
  if (refusals.length === 0) refusals.push(...figureRefusals(file));
  if (refusals.length > 0) return refused(...refusals);
  const instance = withoutDuplicates(file);
  return pricesStayExact(instance)
    ? { ok: true, value: instance }
    : refused(refusal('FIT_TOO_LARGE', ['w'], { highest: instance.highestFit }));
}

/** The number of the pair of a client and a slot; −1 = there is none. */
export function pairBetween({ firstPair, pairSlot }: PlacementInstance, client: number, slot: number): number {
  const end = firstPair[client + 1] ?? 0;
  for (let e = firstPair[client] ?? 0; e < end; e++) if (pairSlot[e] === slot) return e;
  return -1;
}

/** The same instance with other seats. */
export const withCapacity = (instance: PlacementInstance, capacity: Int32Array): PlacementInstance => ({
  ...instance,
  capacity,
});

/** The same instance with some of its pairs only. */
export function withPairs(
  instance: PlacementInstance,
  isKept: (pair: number, client: number) => boolean,
): PlacementInstance {
  const firstPair = new Int32Array(instance.clients + 1);
  const kept = new Int32Array(instance.pairSlot.length);
  let pairs = 0;
  for (let i = 0; i < instance.clients; i++) {
    for (let e = instance.firstPair[i]!; e < instance.firstPair[i + 1]!; e++) if (isKept(e, i)) kept[pairs++] = e;
    firstPair[i + 1] = pairs;
  }
  const chosen = kept.subarray(0, pairs);
  const pairSlot = chosen.map((e) => instance.pairSlot[e]!);
  const pairFit = chosen.map((e) => instance.pairFit[e]!);
  return { ...instance, firstPair, pairSlot, pairFit };
}

/** The instance as a file, for whoever wants to check a certificate against it. */
export const fileOf = (instance: PlacementInstance): InstanceFile => ({
  n: instance.clients,
  m: instance.slots,
  cap: Array.from(instance.capacity),
  ptr: Array.from(instance.firstPair),
  col: Array.from(instance.pairSlot),
  w: Array.from(instance.pairFit),
});

/** A number that can count clients or slots. */
const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value < LARGEST_INT32;

/** A list that came from JSON or from a typed array. */
const isList = (value: unknown): value is ArrayLike<number> => Array.isArray(value) || ArrayBuffer.isView(value);

function shapeRefusals(file: InstanceFile): Refusal<InstanceRefusal>[] {
  const refusals: Refusal<InstanceRefusal>[] = [];
  for (const field of ['n', 'm'] as const) {
    if (!isCount(file[field])) refusals.push(refusal('NOT_AN_INSTANCE', [field]));
  }
  for (const field of ['cap', 'ptr', 'col', 'w'] as const) {
    if (!isList(file[field])) refusals.push(refusal('NOT_AN_INSTANCE', [field]));
  }
  if (refusals.length > 0) return refusals;
  if (file.n === 0) refusals.push(refusal('NO_CLIENTS', ['n']));
  if (file.m === 0) refusals.push(refusal('NO_SLOTS', ['m']));
  if (file.cap.length !== file.m) refusals.push(refusal('NOT_AN_INSTANCE', ['cap'], { length: file.cap.length }));
  if (file.w.length !== file.col.length) refusals.push(refusal('NOT_AN_INSTANCE', ['w'], { length: file.w.length }));
  if (!pointersAreSound(file)) refusals.push(refusal('POINTERS_INVALID', ['ptr']));
  return refusals;
}

function pointersAreSound({ n, ptr, col }: InstanceFile): boolean {
  if (ptr.length !== n + 1 || ptr[0] !== 0 || ptr[n] !== col.length) return false;
  for (let i = 0; i < n; i++) {
    if (!isCount(ptr[i]) || ptr[i]! > ptr[i + 1]!) return false;
  }
  return true;
}

/** The first place of each kind of fault: a file of a million pairs gives a short answer. */
function figureRefusals({ m, cap, col, w }: InstanceFile): Refusal<InstanceRefusal>[] {
  const found = new Map<InstanceRefusal, Refusal<InstanceRefusal>>();
  const note = (code: InstanceRefusal, field: string, at: number) => {
    if (!found.has(code)) found.set(code, refusal(code, [field, String(at)]));
  };
  for (let q = 0; q < m; q++) {
    if (!Number.isSafeInteger(cap[q]) || cap[q]! < 0) note('CAPACITY_INVALID', 'cap', q);
  }
  for (let e = 0; e < col.length; e++) {
    const slot = col[e]!;
    if (!isCount(slot) || slot >= m) note('SLOT_UNKNOWN', 'col', e);
    const fit = w[e]!;
    if (!Number.isInteger(fit)) note('FIT_NOT_INTEGER', 'w', e);
    else if (fit < 0) note('FIT_NEGATIVE', 'w', e);
    else if (fit > LARGEST_INT32) note('FIT_TOO_LARGE', 'w', e);
  }
  return [...found.values()];
}

function withoutDuplicates({ n, m, cap, ptr, col, w }: InstanceFile): PlacementInstance {
  const firstPair = new Int32Array(n + 1);
  const pairSlot = new Int32Array(col.length);
  const pairFit = new Int32Array(col.length);
  const lastPairOfSlot = new Int32Array(m).fill(-1);
  const pairsOfSlot = new Int32Array(m);
  let pairs = 0;
  let highestFit = 0;
  for (let i = 0; i < n; i++) {
    for (let e = ptr[i]!; e < ptr[i + 1]!; e++) {
      const slot = col[e]!;
      const fit = w[e]!;
      if (fit > highestFit) highestFit = fit;
      const earlier = lastPairOfSlot[slot]!;
      if (earlier >= firstPair[i]!) {
        if (fit > pairFit[earlier]!) pairFit[earlier] = fit;
        continue;
      }
      lastPairOfSlot[slot] = pairs;
      pairsOfSlot[slot]!++;
      pairSlot[pairs] = slot;
      pairFit[pairs++] = fit;
    }
    firstPair[i + 1] = pairs;
  }
  const capacity = Int32Array.from(pairsOfSlot, (count, q) => Math.min(cap[q]!, count + 1));
  const kept = { pairSlot: pairSlot.subarray(0, pairs), pairFit: pairFit.subarray(0, pairs) };
  return { clients: n, slots: m, capacity, firstPair, ...kept, highestFit };
}

/**
 * The auction multiplies fits by the number of slots + 2 and may raise a price once for each client and slot: the
 * product leaves 32 bits soon, so prices are integers in 64-bit floats, exact up to 2^53.
 */
function pricesStayExact({ clients, slots, highestFit }: PlacementInstance): boolean {
  return 2 * (clients + slots + 2) * (slots + 2) * (highestFit + 1) <= Number.MAX_SAFE_INTEGER;
}
