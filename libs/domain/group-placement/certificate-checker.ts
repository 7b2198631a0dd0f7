// Shares no code with the solver and imports nothing (a rule of dependency-cruiser): who doubts the solver reads this.
type List = ArrayLike<number>;

/** An instance file: client i has the pairs ptr[i] to ptr[i+1]−1, to slot col[e] with fit w[e]. */
export type CheckedInstance = { readonly n: number; readonly m: number } & Readonly<
  Record<'cap' | 'ptr' | 'col' | 'w', List>
>;

/** A result file. */
export interface CheckedResult extends Readonly<Record<'placed' | 'fit', number>> {
  readonly slotOf: List;
  readonly certificate: Readonly<Record<'inZClient' | 'inZSlot' | 'u' | 'v', List>>;
}

/** What is wrong with a result, in words, at the first place found; null = proven optimal. */
export function certificateProblem(instance: CheckedInstance, result: CheckedResult): string | null {
  return (
    shapeProblem(instance, result) ??
    assignmentProblem(instance, result) ??
    coverProblem(instance, result) ??
    priceProblem(instance, result)
  );
}

function shapeProblem({ n, m }: CheckedInstance, { slotOf, certificate: c }: CheckedResult): string | null {
  for (const [name, list, length] of [
    ['slotOf', slotOf, n],
    ['inZClient', c.inZClient, n],
    ['inZSlot', c.inZSlot, m],
    ['u', c.u, n],
    ['v', c.v, m],
  ] as const) {
    if (list.length !== length) return `${name} has ${list.length} entries instead of ${length}`;
    const isFlag = name.startsWith('inZ');
    for (let k = 0; k < length; k++) {
      if (!Number.isSafeInteger(list[k])) return `${name}[${k}] is not an integer`;
      if (isFlag && list[k] !== 0 && list[k] !== 1) return `${name}[${k}] is neither 0 nor 1`;
    }
  }
  return null;
}

function assignmentProblem({ n, m, cap, ptr, col, w }: CheckedInstance, result: CheckedResult): string | null {
  const load = new Int32Array(m);
  let placed = 0;
  let fit = 0;
  for (let i = 0; i < n; i++) {
    const slot = result.slotOf[i]!;
    if (slot === -1) continue;
    let best = -1;
    for (let e = ptr[i]!; e < ptr[i + 1]!; e++) if (col[e] === slot) best = Math.max(best, w[e]!);
    if (best < 0) return `client ${i} has no pair with slot ${slot}`;
    if (++load[slot]! > cap[slot]!) return `slot ${slot} has more than its ${cap[slot]} seats`;
    placed++;
    fit += best;
  }
  if (placed !== result.placed) return `${placed} are placed, not ${result.placed}`;
  return fit === result.fit ? null : `the total fit is ${fit}, not ${result.fit}`;
}

/** Clients outside Z and slots inside touch every pair, and count as many as are placed: nobody more can be placed. */
function coverProblem({ n, m, cap, ptr, col }: CheckedInstance, result: CheckedResult): string | null {
  const { inZClient, inZSlot } = result.certificate;
  let size = 0;
  for (let i = 0; i < n; i++) if (inZClient[i] === 0) size++;
  for (let q = 0; q < m; q++) if (inZSlot[q] === 1) size += cap[q]!;
  if (size !== result.placed) return `the cover counts ${size}, but ${result.placed} are placed`;
  for (let i = 0; i < n; i++) {
    if (inZClient[i] === 0) continue;
    for (let e = ptr[i]!, end = ptr[i + 1]!; e < end; e++) {
      if (inZSlot[col[e]!] === 0) return `the pair of client ${i} and slot ${col[e]} is not covered`;
    }
  }
  return null;
}

/** u + v bounds each pair covered once and adds up to the total fit: no placement of as many people has a higher one. */
function priceProblem({ n, m, cap, ptr, col, w }: CheckedInstance, result: CheckedResult): string | null {
  const { inZClient, inZSlot, u, v } = result.certificate;
  let bound = 0;
  let magnitude = 0;
  for (let q = 0; q < m; q++) {
    if (inZSlot[q] === 0 && v[q]! < 0) return `v of slot ${q} outside Z is negative`;
    bound += cap[q]! * v[q]!;
    magnitude += Math.abs(cap[q]! * v[q]!);
  }
  for (let i = 0; i < n; i++) {
    if (inZClient[i] === 1 && u[i]! < 0) return `u of client ${i} inside Z is negative`;
    const own = u[i]!;
    bound += own;
    magnitude += Math.abs(own);
    const isInside = inZClient[i] === 1;
    for (let e = ptr[i]!, end = ptr[i + 1]!; e < end; e++) {
      const slot = col[e]!;
      if (own + v[slot]! >= w[e]! || (!isInside && inZSlot[slot] === 1)) continue;
      return `u + v of client ${i} and slot ${slot} is below the fit ${w[e]}`;
    }
  }
  if (magnitude > Number.MAX_SAFE_INTEGER) return 'the prices are too large to be added exactly';
  return bound === result.fit ? null : `the prices add up to ${bound}, the fit to ${result.fit}`;
}
